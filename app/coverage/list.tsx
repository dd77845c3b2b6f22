// The coverage on a phone, as a list: what is missing first, then each mission, the modules and the profiles, folded.
import type { ReactNode } from 'react';
import type { CoverageItem, CoveredSkill } from '#core/framework/coverage.ts';
import type { CoverageLink } from '#core/framework/coverage-links.ts';
import type { Language } from '#core/framework/interchange.ts';
import { SectionGlyph } from '../components/glyph.tsx';
import { useT } from '../language.tsx';
import { GapMarks } from './gap-marks.tsx';
import styles from './list.module.css';
import { lacksOnlyCriterion, type ShownCoverage } from './shown.ts';
import { shortName, titleOf } from './words.ts';

interface ListProps {
  readonly shown: ShownCoverage;
  readonly language: Language;
  /** Whether this reader may mend what is missing. */
  readonly writes: boolean;
  readonly to: (item: { readonly section: string; readonly id: string }) => string;
}

export function CoverageList({ shown, language, writes, to }: ListProps) {
  const t = useT();
  const skills = new Map(shown.skills.map((skill) => [skill.id, skill]));
  const shared = { language, to, skills };
  // Where many lack only a criterion, the rest would be lost among them.
  const cards = shown.lacking.filter((item) => !lacksOnlyCriterion(item));
  const later = shown.lacking.filter(lacksOnlyCriterion);
  return (
    <div className={styles.list}>
      {cards.length > 0 && (
        <section aria-labelledby="coverage-gaps">
          <h2 id="coverage-gaps" className={styles.name}>
            {t('coverage.list.gaps')}
          </h2>
          <ul className={styles.cards}>
            {cards.map((item) => (
              <li key={item.id} className={`sheet ${styles.card}`} data-sec={item.section}>
                <p className={styles.row}>
                  <span className="num">
                    <SectionGlyph section={item.section} /> {shortName(t, item)}
                  </span>
                  <GapMarks gaps={item.gaps} />
                </p>
                <p className="title" lang={language}>
                  {titleOf(t, item)}
                </p>
                <a className={styles.open} href={to(item)}>
                  {t(writes ? 'coverage.link' : 'coverage.open')}
                  <span className="hidden"> {titleOf(t, item)}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {later.length > 0 && (
        <Folded
          name={t('coverage.sentence.noCriterion', { count: later.length })}
          open={cards.length === 0}
        >
          {later.map((item) => (
            <Entry key={item.id} {...shared} item={{ ...item, gaps: [] }} links={[]} />
          ))}
        </Folded>
      )}
      {shown.groups.map(({ mission, activities }) => (
        <Folded
          key={mission?.id ?? ''}
          name={
            mission ? (
              <>
                <span className="num" data-sec={mission.section}>
                  {shortName(t, mission)}
                </span>{' '}
                <span lang={language}>{titleOf(t, mission)}</span>
              </>
            ) : (
              t('coverage.no-mission')
            )
          }
        >
          {activities.map((row) => (
            <Entry key={row.id} {...shared} item={row} links={row.skills} />
          ))}
        </Folded>
      ))}
      {shown.modules.length > 0 && (
        <Folded name={<span className={`capital ${styles.first}`}>{t('kinds.module')}</span>}>
          {shown.modules.map((row) => (
            <Entry key={row.id} {...shared} item={row} links={row.skills} />
          ))}
        </Folded>
      )}
      {shown.profiles.length > 0 && (
        <Folded name={t('coverage.profiles')}>
          {shown.profiles.map((row) => (
            <Entry key={row.id} {...shared} item={row} links={row.skills} />
          ))}
        </Folded>
      )}
    </div>
  );
}

function Folded({
  name,
  open = false,
  children,
}: {
  readonly name: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details className={styles.folded} open={open}>
      <summary>
        <h2 className="title">{name}</h2>
      </summary>
      <ul>{children}</ul>
    </details>
  );
}

/** An item with the skills that it points at, and how many modules each has. */
function Entry({
  item,
  links,
  skills,
  language,
  to,
}: Pick<ListProps, 'language' | 'to'> & {
  readonly item: CoverageItem;
  readonly links: readonly (CoverageLink & { readonly short?: number | null })[];
  readonly skills: ReadonlyMap<string, CoveredSkill>;
}) {
  const t = useT();
  const shown = links.flatMap((link) => {
    const skill = skills.get(link.item);
    return skill ? [{ skill, link }] : [];
  });
  return (
    <li className={styles.entry}>
      <a href={to(item)} data-sec={item.section}>
        <span className="num">{shortName(t, item)}</span>
        <span className="title" lang={language}>
          {titleOf(t, item)}
        </span>
      </a>
      <GapMarks gaps={item.gaps} />
      {shown.length > 0 && (
        <ul className={styles.skills} aria-label={t('coverage.list.skills')}>
          {shown.map(({ skill, link }) => (
            <li key={skill.id} data-sec={skill.section}>
              <a href={to(skill)}>
                <span className="num">{shortName(t, skill)}</span>
                <span lang={language}>{titleOf(t, skill)}</span>
                {link.level !== null && (
                  <span className="quiet">
                    {t('level.value', { level: link.level })}
                    {link.short ? (
                      <b className={styles.short}>
                        {', '}
                        {t('coverage.list.short', { count: link.short })}
                      </b>
                    ) : null}
                  </span>
                )}
              </a>
              <GapMarks gaps={skill.gaps.filter((gap) => gap === 'untrained' || gap === 'below')} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
