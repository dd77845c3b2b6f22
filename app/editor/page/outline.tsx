// The plan of the section: numbers and titles, where one is, where the others write, and the bin.
import { Link } from '@remix-run/react';
import { isOpen } from '#core/deliberation/threads.ts';
import { paths } from '#core/paths.ts';
import { Button } from '../../components/button.tsx';
import { SectionGlyph } from '../../components/glyph.tsx';
import { Icon } from '../../components/icon.tsx';
import { useLanguage, useT } from '../../language.tsx';
import type { PersonHere } from '../people.ts';
import type { Row, SectionRows } from '../rows.ts';
import { useSectionPage } from './context.ts';
import styles from './outline.module.css';
import { listOfNames, writersAt } from './presence.tsx';
import { useSelected, useSignal } from './use-signal.ts';
import { sectionWord, templateWord } from './words.ts';

const NOBODY: readonly PersonHere[] = [];

/** At a desk, beside the text. */
export function Outline({ sections }: { readonly sections: readonly SectionRows[] }) {
  const t = useT();
  return (
    <nav className={styles.outline} aria-label={t('section.outline')}>
      <SkipPlan />
      <Plan sections={sections} onGo={() => {}} />
      <BinButton />
      <CommentsButton />
    </nav>
  );
}

/** By keyboard a long plan stands before the text. */
function SkipPlan() {
  const t = useT();
  const { roving } = useSectionPage();
  const here = useSignal(roving, '');
  if (here === '') return null;
  return (
    <a
      className="skip"
      href={`#${encodeURIComponent(here)}`}
      onClick={(event) => {
        event.preventDefault();
        goTo(here);
      }}
    >
      {t('section.outline.skip')}
    </a>
  );
}

export function BinButton() {
  const t = useT();
  const { section, beside } = useSectionPage();
  const count = useSelected(section?.view.snapshot, ({ bin }) => bin.length, 0);
  if (!section || count === 0) return null;
  return (
    <Button look="quiet" size="small" icon="trash-2" onPress={() => beside.set({ kind: 'bin' })}>
      {t('section.bin', { count })}
    </Button>
  );
}

/** Opens all threads of the page, with their filters. */
export function CommentsButton() {
  const t = useT();
  const { section, beside } = useSectionPage();
  const all = useSelected(section?.comments.threads, (threads) => threads.length, 0);
  const open = useSelected(
    section?.comments.threads,
    (threads) => threads.filter(({ state }) => isOpen(state)).length,
    0,
  );
  if (!section || all === 0) return null;
  return (
    <Button
      look="quiet"
      size="small"
      icon="message-square"
      onPress={() => beside.set({ kind: 'comments', id: null })}
    >
      {t('comments.open', { count: open })}
    </Button>
  );
}

export function Plan({
  sections,
  onGo,
}: {
  readonly sections: readonly SectionRows[];
  readonly onGo: () => void;
}) {
  const t = useT();
  const { section, roving, template, data } = useSectionPage();
  const people = useSignal(section?.presence.people, NOBODY);
  const inUse = useSignal(section?.desk.inUse, null);
  const first = useSignal(roving, '');
  const here = inUse ?? first;
  const shown = new Map(sections.map((one) => [one.key, one]));
  const keys = [...new Set([...template.sections.map(({ key }) => key), ...shown.keys()])];
  return (
    <>
      {keys.map((key) => {
        const rows = shown.get(key)?.rows;
        if (!rows) {
          return (
            <p key={key} data-sec={key}>
              <Link className={styles.heading} to={paths.write(data.slug, key)} reloadDocument>
                <SectionGlyph section={key} />
                {sectionWord(t, key)}
              </Link>
            </p>
          );
        }
        // What has no number is not a place one looks for in a plan.
        const planned = rows.filter(({ number }) => number !== '');
        const branch = branchOf(rows, here);
        return (
          <div key={key} data-sec={key}>
            <p className={styles.heading}>
              <SectionGlyph section={key} />
              {sectionWord(t, key)}
            </p>
            <ol className={styles.plan}>
              {planned
                .filter(({ depth, parent }) => depth === 0 || branch.has(parent))
                .map((row) => (
                  <Entry
                    key={row.id}
                    row={row}
                    here={row.id === here}
                    open={row.depth === 0 && branch.has(row.id)}
                    writers={writersUnder(people, rows, row, branch.has(row.id))}
                    onGo={onGo}
                  />
                ))}
            </ol>
          </div>
        );
      })}
    </>
  );
}

/** The item and all above it. */
function branchOf(rows: readonly Row[], id: string): ReadonlySet<string> {
  const parents = new Map(rows.map((row) => [row.id, row.parent]));
  const branch = new Set<string>();
  for (let at: string | undefined = id; at && parents.has(at); at = parents.get(at)) {
    if (branch.has(at)) break;
    branch.add(at);
  }
  return branch;
}

/** Who writes in an item, or under it where what is under it is not shown. */
function writersUnder(
  people: readonly PersonHere[],
  rows: readonly Row[],
  row: Row,
  open: boolean,
): readonly PersonHere[] {
  if (open) return writersAt(people, row.id);
  const inside = new Set([row.id]);
  for (const one of rows) if (inside.has(one.parent)) inside.add(one.id);
  return people.filter(({ self, writing }) => !self && writing.some((id) => inside.has(id)));
}

function Entry({
  row,
  here,
  open,
  writers,
  onGo,
}: {
  readonly row: Row;
  readonly here: boolean;
  readonly open: boolean;
  readonly writers: readonly PersonHere[];
  readonly onGo: () => void;
}) {
  const t = useT();
  const language = useLanguage();
  const { section, data } = useSectionPage();
  return (
    <li data-depth={row.depth} data-open={open || undefined}>
      <a
        href={`#${encodeURIComponent(row.id)}`}
        aria-current={here ? 'location' : undefined}
        onClick={(event) => {
          if (!section || event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          onGo();
          requestAnimationFrame(() => goTo(row.id));
        }}
      >
        <span className={styles.number}>{row.number}</span>
        <span className={styles.title} lang={data.language} dir="auto">
          {row.title || templateWord(t, 'kind', row.kind)}
        </span>
        {writers.length > 0 && (
          <span className={styles.dots}>
            {writers.slice(0, 4).map(({ key, colour }) => (
              <i key={key} style={{ background: colour }} />
            ))}
            <span className="hidden">
              {t('section.writes-here', {
                count: writers.length,
                names: listOfNames(
                  language,
                  writers.map(({ name }) => name),
                ),
              })}
            </span>
          </span>
        )}
      </a>
    </li>
  );
}

/** Brings an item into view and gives it the focus. */
export function goTo(id: string): void {
  const item = document.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`);
  item?.scrollIntoView({ block: 'start' });
  item?.focus({ preventScroll: true });
}

/** The button of a phone that opens the plan. */
export function OutlineButton() {
  const t = useT();
  const { beside } = useSectionPage();
  return (
    <button
      type="button"
      className={styles.open}
      onClick={() => beside.set({ kind: 'outline' })}
      aria-haspopup="dialog"
    >
      <Icon name="list-tree" />
      {t('section.outline.open')}
    </button>
  );
}
