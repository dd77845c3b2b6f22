// Under what a file of Triptyque holds: the address that the framework made of it shall have.
import { paths } from '#core/paths.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { FormFields, TextField } from '../components/field.tsx';
import { FormActions } from '../components/form-sheet.tsx';
import type { FormState } from '../forms.ts';
import { useT } from '../language.tsx';
import type { FoundDocument } from './found.tsx';

export function FoundForm({
  found,
  state,
  address,
}: {
  readonly found: FoundDocument;
  readonly state: FormState | undefined;
  /** What stands before the slug. */
  readonly address: string;
}) {
  const t = useT();
  return (
    <form method="post" encType="multipart/form-data">
      <input type="hidden" name="intent" value="create" />
      <input type="hidden" name="document" value={found.text} />
      <FormFields state={state} intent="create">
        <TextField
          name="slug"
          label={t('home.new.slug')}
          hint={
            <>
              {t('home.new.slug.hint')} <span className="url">{address}…</span>
            </>
          }
          required
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={found.head.slug}
        />
        <FormActions>
          <Button type="submit" look="primary">
            {t('importing.create')}
          </Button>
          <LinkButton look="quiet" to={paths.importing} reloadDocument>
            {t('importing.other-file')}
          </LinkButton>
        </FormActions>
      </FormFields>
    </form>
  );
}
