// Choosing a file: a plain form that works without script, with what is wrong in it place by place.
import { Button } from '../components/button.tsx';
import { FormFields, TextField } from '../components/field.tsx';
import { FormActions } from '../components/form-sheet.tsx';
import type { FormState } from '../forms.ts';
import { useT } from '../language.tsx';
import styles from './importing.module.css';

/** As the server limits it. */
const LIMIT = 10 * 2 ** 20;
/** So many wrong places are named. */
const NAMED = 20;

export function FileForm({ state }: { readonly state: FormState | undefined }) {
  const t = useT();
  const places = Object.entries(state?.errors ?? {}).filter(([path]) => path !== 'file');
  return (
    <form method="post" encType="multipart/form-data">
      <input type="hidden" name="intent" value="check" />
      <FormFields state={state} intent="check">
        {places.length > 0 && (
          <ul className={styles.places}>
            {places.slice(0, NAMED).map(([path, problem]) => (
              <li key={path}>
                <code>{path === '' ? t('importing.whole') : path}</code> {problem}
              </li>
            ))}
          </ul>
        )}
        <TextField
          type="file"
          name="file"
          required
          accept=".json,application/json"
          label={t('importing.file')}
          hint={t('importing.file-hint')}
          onChange={(event) => {
            const field = event.currentTarget;
            const size = field.files?.[0]?.size ?? 0;
            field.setCustomValidity(size > LIMIT ? t('importing.too-large') : '');
            field.reportValidity();
          }}
        />
        <FormActions>
          <Button type="submit" look="primary">
            {t('importing.check')}
          </Button>
        </FormActions>
      </FormFields>
    </form>
  );
}
