// Choosing a file: a plain form that works without script, with what is wrong in it place by place.
import { Form, useNavigation } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { FormFields, TextField } from '../components/field.tsx';
import { FormActions } from '../components/form-sheet.tsx';
import type { FormState } from '../forms.ts';
import { useT } from '../language.tsx';
import styles from './importing.module.css';

/** As the server limits it. */
const LIMIT = 50 * 2 ** 20;
/** So many wrong places are named. */
const NAMED = 20;
const KINDS = '.docx,.odt,.md,.markdown,.txt,.json';

export function FileForm({ state }: { readonly state: FormState | undefined }) {
  const t = useT();
  const reading = useNavigation().state === 'submitting';
  const places = Object.entries(state?.errors ?? {}).filter(([path]) => path !== 'file');
  return (
    // What was chosen stays in the field when the answer is no.
    <Form method="post" encType="multipart/form-data">
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
          accept={KINDS}
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
          <Button type="submit" look="primary" isDisabled={reading}>
            {reading ? t('importing.reading') : t('importing.check')}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}
