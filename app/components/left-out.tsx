// Which sections are not on a page, since what is stored of them is damaged; nothing where the page is whole.
import { sectionNames } from '#locales/section-names.ts';
import { useT } from '../language.tsx';
import { Callout } from './callout.tsx';

export function LeftOut({
  sections,
  compared = false,
}: {
  /** Their keys. */
  readonly sections: readonly string[];
  /** On a comparison: they are left out of both sides. */
  readonly compared?: boolean;
}) {
  const t = useT();
  if (sections.length === 0) return null;
  const values = { sections: sectionNames(t, sections), count: sections.length };
  return (
    <Callout tone="warning">
      <p>{t(compared ? 'recovery.left-out.compared' : 'recovery.left-out', values)}</p>
    </Callout>
  );
}
