// What a file would change in a present text, in full, with the button that does it.
import { Form } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Callout } from '../components/callout.tsx';
import { FormActions } from '../components/form-sheet.tsx';
import { useT } from '../language.tsx';
import styles from '../reading/compare.module.css';
import { type Compared, ComparedTexts } from '../reading/compared-texts.tsx';
import { Found, type FoundDocument } from './found.tsx';
import ways from './importing.module.css';

export interface Planned {
  readonly sentence: string;
  readonly compared: Compared;
  /** Whether doing it would change anything. */
  readonly differs: boolean;
  /** The text as it would be, and how it stood when this was made, sent back with the answer. */
  readonly document: string;
  readonly seen: string;
  /** For a file whose headings became items: what was chosen, to go back to. */
  readonly chosen: Readonly<Record<string, string>> | null;
}

export function PlannedImport({
  planned,
  found,
  slug,
  headFollows,
}: {
  readonly planned: Planned;
  /** What a file of Triptyque says of itself. */
  readonly found: FoundDocument | undefined;
  readonly slug: string;
  /** Whether title, licence and notice follow the file. */
  readonly headFollows: boolean;
}) {
  const t = useT();
  const { sentence, compared, differs, chosen } = planned;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        {found && <Found found={found} />}
        <p className="label">{t('importing.replace.would')}</p>
        <h1 className={styles.sentence}>{differs ? sentence : t('importing.replace.nothing')}</h1>
        {differs && (
          <Callout>
            <p>{t('importing.replace.kept')}</p>
            {headFollows && <p>{t('importing.replace.head')}</p>}
          </Callout>
        )}
        <FormActions>
          {differs && (
            <Form method="post" encType="multipart/form-data" className={ways.way}>
              <input type="hidden" name="intent" value="replace" />
              <input type="hidden" name="document" value={planned.document} />
              <input type="hidden" name="seen" value={planned.seen} />
              <Button type="submit" look="primary">
                {t('importing.replace.now')}
              </Button>
            </Form>
          )}
          {chosen && (
            <Form method="post" encType="multipart/form-data" className={ways.way}>
              {Object.entries({ ...chosen, intent: 'arrange' }).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <Button type="submit">{t('importing.back')}</Button>
            </Form>
          )}
          <LinkButton look="quiet" to={paths.replace(slug)} reloadDocument>
            {t('importing.other-file')}
          </LinkButton>
        </FormActions>
      </header>
      {differs && <ComparedTexts {...compared} />}
    </div>
  );
}
