// A file on its way to a new framework: its template and language first, its title, address and licence last.
import { useState } from 'react';
import type { Language } from '#core/framework/interchange.ts';
import { TEMPLATES, templateOf } from '#core/framework/templates.ts';
import { guessTemplate } from '#core/importing/guess.ts';
import { isHeading, titleHeading } from '#core/importing/source.ts';
import { paths } from '#core/paths.ts';
import { isMessageKey, SPOKEN } from '#locales/catalogue.ts';
import { importNames } from '#locales/import-names.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Select } from '../components/field.tsx';
import { FormActions } from '../components/form-sheet.tsx';
import { LicenceSelect } from '../framework/licence-select.tsx';
import { TitleAndSlug } from '../framework/title-and-slug.tsx';
import { useLanguage, useT } from '../language.tsx';
import { ArrangeForm, type Arranging } from './arrange-form.tsx';

export function ArrangeNew({
  arranging,
  address,
}: {
  readonly arranging: Arranging;
  readonly address: string;
}) {
  const t = useT();
  const mine = useLanguage();
  const { source, state } = arranging;
  const spoken = SPOKEN.find((one) => one === state.values.language);
  const [language, setLanguage] = useState<Language>(spoken ?? mine);
  const [key, setKey] = useState(
    () => state.values.template ?? guessTemplate(source, importNames(language))?.key ?? '',
  );
  const template = templateOf(key) ?? TEMPLATES[0];
  const titled = source.blocks[titleHeading(source)];
  const title = titled && isHeading(titled) ? titled.heading : source.title;
  if (!template) return null;
  return (
    <ArrangeForm
      arranging={arranging}
      template={template}
      language={language}
      takesTitle
      before={
        <>
          <Select
            name="template"
            label={t('importing.template')}
            value={template.key}
            onChange={(event) => setKey(event.currentTarget.value)}
          >
            {TEMPLATES.map((one) => {
              const name = `template.${one.key}`;
              return (
                <option key={one.key} value={one.key}>
                  {isMessageKey(name) ? t(name) : one.key}
                </option>
              );
            })}
          </Select>
          <Select
            name="language"
            label={t('home.new.language')}
            value={language}
            onChange={(event) => {
              const chosen = SPOKEN.find((one) => one === event.currentTarget.value);
              if (chosen) setLanguage(chosen);
            }}
          >
            {SPOKEN.map((one) => (
              <option key={one} value={one}>
                {t(`common.language.${one}`)}
              </option>
            ))}
          </Select>
        </>
      }
    >
      <TitleAndSlug address={address} proposed={title.slice(0, 300)} />
      <LicenceSelect defaultValue="CC-BY-SA-4.0" />
      <FormActions>
        <Button type="submit" name="intent" value="create" look="primary">
          {t('importing.create')}
        </Button>
        <LinkButton look="quiet" to={paths.importing} reloadDocument>
          {t('importing.other-file')}
        </LinkButton>
      </FormActions>
    </ArrangeForm>
  );
}
