// Who writes in an item, said at the item: a bar in their colour, their sign, and a sentence.
import type { Language } from '#core/framework/interchange.ts';
import { Avatar } from '../../components/avatar.tsx';
import { useLanguage, useT } from '../../language.tsx';
import type { PersonHere } from '../people.ts';
import { useSectionPage } from './context.ts';
import styles from './presence.module.css';
import { useSelected } from './use-signal.ts';

const NOBODY: readonly PersonHere[] = [];

/** The others who write in an item. */
export function writersAt(people: readonly PersonHere[], id: string): readonly PersonHere[] {
  return people.filter(({ self, writing }) => !self && writing.includes(id));
}

/** "A", "A et B", "A, B et C", as the language says it. */
export function listOfNames(language: Language, names: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

/** Nothing where nobody else writes. In the item in use their carets say it already. */
export function ItemPresence({ id }: { readonly id: string }) {
  const t = useT();
  const language = useLanguage();
  const { section } = useSectionPage();
  const people = section?.presence.people;
  const keys = useSelected(
    people,
    (all) =>
      writersAt(all, id)
        .map(({ key }) => key)
        .join('\n'),
    '',
  );
  if (keys === '') return null;
  const here = writersAt(people?.value ?? NOBODY, id);
  const [first] = here;
  const names = listOfNames(
    language,
    here.map(({ name }) => name),
  );
  return (
    <div className={styles.here} style={{ ['--person' as string]: first?.colour }}>
      <span className={styles.signs}>
        {here.slice(0, 3).map(({ key, name, colour }) => (
          <Avatar key={key} name={name} colour={colour} decorative />
        ))}
      </span>
      <p>{t('section.writes-here', { count: here.length, names })}</p>
    </div>
  );
}
