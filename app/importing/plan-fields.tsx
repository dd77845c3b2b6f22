// What the person says of a file's headings: which name sections, what the others become, level by level.
import { kindsOf } from '#core/framework/kinds.ts';
import type { Template } from '#core/framework/template.ts';
import { guessKinds, headingsUnder, typedNumbers } from '#core/importing/guess.ts';
import { AS_TEXT, type FieldNames, type ImportPlan, kindNames } from '#core/importing/plan.ts';
import { PLAN_FIELDS, TEXT_CHOICE } from '#core/importing/plan-form.ts';
import { isHeading, levelsOf, type SourceDocument, titleHeading } from '#core/importing/source.ts';
import { isMessageKey } from '#locales/catalogue.ts';
import { Callout } from '../components/callout.tsx';
import { Checkbox, Select } from '../components/field.tsx';
import { SectionGlyph } from '../components/glyph.tsx';
import { useT } from '../language.tsx';
import styles from './arrange.module.css';

export interface PlanFieldsProps {
  readonly source: SourceDocument;
  readonly template: Template;
  readonly names: FieldNames;
  readonly plan: ImportPlan;
  readonly onChange: (plan: ImportPlan) => void;
}

export function PlanFields(props: PlanFieldsProps) {
  const { source, template, names, plan, onChange } = props;
  const t = useT();
  const titleAt = titleHeading(source);
  const titled = source.blocks[titleAt];
  const title = titled && isHeading(titled) ? titled.heading : '';
  return (
    <div className={styles.fields}>
      <input type="hidden" name={PLAN_FIELDS.sent} value={template.key} />
      {levelsOf(source).length === 0 && (
        <Callout tone="warning">
          <p>{t('importing.plan.no-headings')}</p>
        </Callout>
      )}
      {titleAt >= 0 && (
        <Checkbox
          name={PLAN_FIELDS.title}
          label={t('importing.plan.title', { heading: title })}
          checked={plan.title}
          onChange={(event) => onChange({ ...plan, title: event.currentTarget.checked })}
        />
      )}
      {template.sections.length > 1 && <PartFields {...props} />}
      <KindFields {...props} />
      {typedNumbers(source, kindNames(template, names)) > 0 && (
        <Checkbox
          name={PLAN_FIELDS.numbers}
          label={t('importing.plan.numbers')}
          hint={t('importing.plan.numbers.hint')}
          checked={plan.numbers}
          onChange={(event) => onChange({ ...plan, numbers: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}

/** Which headings name sections, and which each of them names. */
function PartFields({ source, template, names, plan, onChange }: PlanFieldsProps) {
  const t = useT();
  const sections = template.sections.map(({ key }) => ({ key, name: names.sections[key] ?? key }));
  const parts = source.blocks.filter(isHeading).filter(({ level }) => level === plan.parts);
  const change = (changed: Partial<ImportPlan>) => {
    const next = { ...plan, ...changed };
    onChange({ ...next, kinds: guessKinds(template, names, source, next) });
  };
  const options = sections.map(({ key, name }) => (
    <option key={key} value={key}>
      {name}
    </option>
  ));
  return (
    <>
      <Select
        name={PLAN_FIELDS.parts}
        label={t('importing.plan.parts')}
        value={plan.parts}
        onChange={(event) => change({ parts: Number(event.currentTarget.value), sections: [] })}
      >
        <option value={0}>{t('importing.plan.parts.none')}</option>
        {levelsOf(source).map((level) => (
          <option key={level} value={level}>
            {t('importing.plan.level', { level })}
          </option>
        ))}
      </Select>
      {plan.parts === 0 ? (
        <Select
          name={PLAN_FIELDS.section}
          label={t('importing.plan.section')}
          value={plan.section}
          onChange={(event) => change({ section: event.currentTarget.value })}
        >
          {options}
        </Select>
      ) : (
        parts.map(({ heading }, index) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: the headings of a file never change order.
            key={index}
            name={PLAN_FIELDS.part(index)}
            label={t('importing.plan.part', { heading })}
            value={plan.sections[index] || TEXT_CHOICE}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              const next = parts.map((_, at) => plan.sections[at] ?? AS_TEXT);
              next[index] = chosen === TEXT_CHOICE ? AS_TEXT : chosen;
              change({ sections: next });
            }}
          >
            {options}
            <option value={TEXT_CHOICE}>{t('importing.plan.part.none')}</option>
          </Select>
        ))
      )}
    </>
  );
}

/** What the headings of each level become, section by section. */
function KindFields({ source, template, names, plan, onChange }: PlanFieldsProps) {
  const t = useT();
  return [...headingsUnder(source, plan)].map(([section, headings]) => {
    const levels = [...new Set(headings.map(({ level }) => level))].sort((a, b) => a - b);
    const name = `section.${section}`;
    if (levels.length === 0) return null;
    return (
      <fieldset key={section} className={styles.kinds} data-sec={section}>
        <legend className="label">
          <SectionGlyph section={section} /> {isMessageKey(name) ? t(name) : section}
        </legend>
        {levels.map((level) => {
          const here = headings.filter((one) => one.level === level);
          const count = here.length;
          return (
            <Select
              key={level}
              name={PLAN_FIELDS.kind(section, level)}
              label={t('importing.plan.level', { level })}
              hint={t('importing.plan.level.hint', { count, heading: here[0]?.heading ?? '' })}
              value={plan.kinds[section]?.[level] || TEXT_CHOICE}
              onChange={(event) => {
                const chosen = event.currentTarget.value;
                const kind = chosen === TEXT_CHOICE ? AS_TEXT : chosen;
                const own = { ...plan.kinds[section], [level]: kind };
                onChange({ ...plan, kinds: { ...plan.kinds, [section]: own } });
              }}
            >
              {kindsOf(template, section).map(({ key }) => (
                <option key={key} value={key}>
                  {names.kinds[key] ?? key}
                </option>
              ))}
              <option value={TEXT_CHOICE}>{t('importing.plan.as-text')}</option>
            </Select>
          );
        })}
      </fieldset>
    );
  });
}
