// The people in the room: signs in the bar, and beside the text a list that leads to where each one writes.
import { Avatar, Avatars } from '../../components/avatar.tsx';
import { useT } from '../../language.tsx';
import type { PersonHere } from '../people.ts';
import { useSectionPage } from './context.ts';
import { goTo } from './outline.tsx';
import styles from './people-list.module.css';
import { useSelected, useSignal } from './use-signal.ts';
import { templateWord } from './words.ts';

const NOBODY: readonly PersonHere[] = [];

/** In the bar of the page. On a phone the number stands for the rest. */
export function PeopleInBar() {
  const t = useT();
  const { section } = useSectionPage();
  const people = useSignal(section?.presence.people, NOBODY).filter(({ self }) => !self);
  if (people.length === 0) return null;
  const shown = people.map(({ key, name, colour }) => ({ id: key, name, colour }));
  return (
    <>
      <span className="only-wide">
        <Avatars people={shown} />
      </span>
      <span className="only-narrow small quiet nowrap">
        {t('section.here-short', { count: people.length + 1 })}
      </span>
    </>
  );
}

export function PeopleList() {
  const t = useT();
  const { section } = useSectionPage();
  const people = useSignal(section?.presence.people, NOBODY);
  const phase = useSelected(section?.connection.state, (state) => state.phase, 'opening');
  if (people.length === 0 || phase === 'opening' || phase === 'stopped') return null;
  return (
    <aside className={styles.rail} aria-label={t('section.people.list')}>
      <p className="label">
        {phase === 'live'
          ? t('section.people', { count: people.length })
          : t('section.people.unknown')}
      </p>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.key}>
            <Avatar name={person.name} colour={person.colour} decorative />
            <span>
              <bdi>
                {person.self ? t('section.people.you', { name: person.name }) : person.name}
              </bdi>
              <Place person={person} />
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Place({ person }: { readonly person: PersonHere }) {
  const t = useT();
  const { section } = useSectionPage();
  const inUse = useSignal(section?.desk.inUse, null);
  const [caret] = person.writing;
  const id = caret ?? person.reading;
  const row = section?.view.row(id);
  if (!row && !section?.view.isPreamble(id))
    return person.self ? null : <span className={styles.place}>{t('section.people.reads')}</span>;
  const place = row
    ? row.number || row.title || templateWord(t, 'kind', row.kind)
    : t('section.preamble');
  if (person.self) return <span className={styles.place}>{place}</span>;
  const key =
    caret === undefined
      ? 'section.people.reads-at'
      : id === inUse
        ? 'section.people.with-you'
        : 'section.people.writes';
  return (
    <a
      className={styles.place}
      href={`#${encodeURIComponent(id)}`}
      aria-label={t('section.people.go', { place, name: person.name })}
      onClick={(event) => {
        event.preventDefault();
        goTo(id);
      }}
    >
      {t(key, { place })}
    </a>
  );
}
