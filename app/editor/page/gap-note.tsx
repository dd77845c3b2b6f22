// Says quietly at an item what it lacks in the coverage, to who may write; nothing at one that was only just begun.
import { GAP_KINDS } from '#core/framework/coverage-gaps.ts';
import { useT } from '../../language.tsx';
import type { Row } from '../rows.ts';
import { useSectionPage } from './context.ts';
import styles from './gap-note.module.css';
import { useSelected } from './use-signal.ts';

export function GapNote({ row }: { readonly row: Row }) {
  const t = useT();
  const { section, writing, servedGaps } = useSectionPage();
  const gaps = useSelected(
    section?.gaps.known,
    (known) => (known.get(row.id) ?? []).join(' '),
    (servedGaps.get(row.id) ?? []).join(' '),
  );
  if (!writing || gaps === '' || row.title.trim() === '') return null;
  const sentences = GAP_KINDS.filter((gap) => gaps.split(' ').includes(gap)).map((gap) =>
    t(`coverage.said.${gap}`),
  );
  return (
    <p className={styles.note} data-gaps={gaps}>
      {sentences.join(' ')}
    </p>
  );
}
