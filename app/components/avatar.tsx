// A person as a round sign: initials on one of six colours.
import styles from './avatar.module.css';

/** At most two letters: of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')].at(0) ?? '')
    .join('');
  return letters.toLocaleUpperCase();
}

/** The same name has the same colour everywhere: one of the six `--person-…` tokens. */
export function personColour(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  return `var(--person-${(sum % 6) + 1})`;
}

/** `decorative` where the name stands beside it or names the button around it. */
export function Avatar({
  name,
  colour = personColour(name),
  decorative = false,
}: {
  readonly name: string;
  readonly colour?: string;
  readonly decorative?: boolean;
}) {
  return (
    <span
      className={styles.avatar}
      style={{ background: colour }}
      title={decorative ? undefined : name}
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      {initialsOf(name)}
    </span>
  );
}

/** People side by side; beyond `most` the rest is a number. */
export function Avatars({
  people,
  most = 5,
}: {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly colour?: string;
  }[];
  readonly most?: number;
}) {
  const rest = people.length - most;
  return (
    <span className={styles.avatars}>
      {people.slice(0, most).map(({ id, name, colour }) => (
        <Avatar key={id} name={name} {...(colour === undefined ? {} : { colour })} />
      ))}
      {rest > 0 && <span className="small quiet">+{rest}</span>}
    </span>
  );
}
