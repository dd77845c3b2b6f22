// A file on its way into a present text: whether it brings it up to date or adds to it, then what would change.

import type { Language } from '#core/framework/interchange.ts';
import { templateOf } from '#core/framework/templates.ts';
import { IMPORT_WAYS } from '#core/importing/merge.ts';
import { paths } from '#core/paths.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { RadioGroup } from '../components/field.tsx';
import { FormActions } from '../components/form-sheet.tsx';
import { useT } from '../language.tsx';
import { ArrangeForm, type Arranging } from './arrange-form.tsx';

export function ArrangePresent({
  arranging,
  framework,
}: {
  readonly arranging: Arranging;
  readonly framework: {
    readonly slug: string;
    readonly template: string;
    readonly language: Language;
    /** Whether there is nothing yet that could be brought up to date. */
    readonly empty: boolean;
  };
}) {
  const t = useT();
  const template = templateOf(framework.template);
  if (!template) return null;
  return (
    <ArrangeForm
      arranging={arranging}
      template={template}
      language={framework.language}
      takesTitle={false}
      before={
        framework.empty ? (
          <input type="hidden" name="way" value="add" />
        ) : (
          <RadioGroup
            name="way"
            label={t('importing.way')}
            defaultValue="update"
            choices={IMPORT_WAYS.map((value) => ({
              value,
              label: t(`importing.way.${value}`),
              hint: t(`importing.way.${value}.hint`),
            }))}
          />
        )
      }
    >
      <FormActions>
        <Button type="submit" name="intent" value="compare" look="primary">
          {t('importing.compare')}
        </Button>
        <LinkButton look="quiet" to={paths.replace(framework.slug)} reloadDocument>
          {t('importing.other-file')}
        </LinkButton>
      </FormActions>
    </ArrangeForm>
  );
}
