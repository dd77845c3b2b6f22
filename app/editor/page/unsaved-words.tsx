// Words that reached nobody are not thrown away with the connection: they are shown, and can be copied.
import { useId } from 'react';
import type { Translate } from '#locales/catalogue.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { withoutTitle } from '../../device/words-text.ts';
import { useT } from '../../language.tsx';
import type { ConnectionState } from '../live/connection.ts';
import type { Section } from '../live/section.ts';
import type { Row } from '../rows.ts';
import { useSectionPage } from './context.ts';
import styles from './notices.module.css';

function wordsNotSaved(
  section: Section,
  { unsaved }: ConnectionState,
  nameOf: (row: Row) => string,
  t: Translate,
): string {
  return unsaved
    .map((item) => {
      const row = section.view.row(item);
      const name = row ? nameOf(row) : section.view.isPreamble(item) ? t('section.preamble') : '';
      const words = withoutTitle(section.wordsOf(item), row?.title.trim() ?? '');
      return name === '' && words === '' ? '' : [name, words].filter(Boolean).join('\n');
    })
    .filter(Boolean)
    .join('\n\n');
}

export function UnsavedWords({
  section,
  state,
}: {
  readonly section: Section;
  readonly state: ConnectionState;
}) {
  const t = useT();
  const { nameOf } = useSectionPage();
  const id = useId();
  const text = wordsNotSaved(section, state, nameOf, t);
  if (text === '') return null;
  return (
    <div className={styles.unsaved}>
      <label htmlFor={id}>{t('section.unsaved', { count: state.unsaved.length })}</label>
      <textarea id={id} readOnly rows={6} value={text} className={styles.words} dir="auto" />
      <div className="row">
        <CopyButton text={text}>{t('section.unsaved.copy')}</CopyButton>
      </div>
    </div>
  );
}
