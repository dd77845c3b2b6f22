// An item's fields: words in the list, controls in the item in use. A change is live for the others once it is made.
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { FieldValue } from '#core/framework/interchange.ts';
import { kindOfTemplate } from '#core/framework/kinds.ts';
import type { FieldDefinition } from '#core/framework/template.ts';
import { fieldLabel, fieldText } from '#locales/field-words.ts';
import { SelectBox } from '../../components/select-box.tsx';
import { useT } from '../../language.tsx';
import type { Row } from '../rows.ts';
import { useSectionPage } from './context.ts';
import { numberOf } from './field-values.ts';
import styles from './fields.module.css';

export function ItemFields({ row, inUse }: { readonly row: Row; readonly inUse: boolean }) {
  const t = useT();
  const { template, writing } = useSectionPage();
  const known = kindOfTemplate(template, row.section, row.kind)?.fields ?? [];
  if (inUse && writing) {
    if (known.length === 0) return null;
    return (
      <div className={styles.controls}>
        {known.map((field) => (
          <FieldControl key={field.key} row={row} field={field} />
        ))}
      </div>
    );
  }
  const filled = Object.entries(row.fields).filter(([, value]) => value !== '');
  if (filled.length === 0) return null;
  return (
    <dl className={styles.line}>
      {filled.map(([key, value]) => (
        <div key={key}>
          <dt>{fieldLabel(t, key)}</dt>
          <dd>{fieldText(t, key, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function FieldControl({ row, field }: { readonly row: Row; readonly field: FieldDefinition }) {
  const t = useT();
  const { section } = useSectionPage();
  const id = useId();
  const value = row.fields[field.key];
  const set = (next: FieldValue | null) => {
    if (next !== (value ?? null)) section?.acts.setField(row.id, field.key, next);
  };
  const label = fieldLabel(t, field.key);
  return (
    <div className={styles.control} data-type={field.type}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {field.type === 'choice' ? (
        <SelectBox
          id={id}
          small
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => set(target.value === '' ? null : target.value)}
        >
          <option value="">{t('section.field.none')}</option>
          {(field.choices ?? []).map((choice) => (
            <option key={choice} value={choice}>
              {fieldText(t, field.key, choice)}
            </option>
          ))}
        </SelectBox>
      ) : (
        <TypedField id={id} type={field.type} value={value ?? ''} onCommit={set} />
      )}
    </div>
  );
}

/** Milliseconds without a key after which what was typed is set. */
const PAUSE = 800;

/** Text or number: set when one pauses or leaves; what others set meanwhile shows where one is not typing. */
function TypedField({
  id,
  type,
  value,
  onCommit,
}: {
  readonly id: string;
  readonly type: 'text' | 'number';
  readonly value: FieldValue;
  readonly onCommit: (value: FieldValue | null) => void;
}) {
  const t = useT();
  const [draft, setDraft] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const commit = useRef(() => {});
  const shown =
    draft ?? (typeof value === 'number' ? String(value).replace('.', ',') : String(value));
  const parsed = type === 'number' ? numberOf(shown) : shown.trim();
  const wrong = parsed === undefined;
  commit.current = () => {
    clearTimeout(timer.current);
    if (draft === null || wrong) return;
    onCommit(parsed === '' ? null : parsed);
    setDraft(null);
  };
  // Leaving the item takes the field away before it loses the focus.
  useEffect(() => () => commit.current(), []);
  const typed = (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    setDraft(event.currentTarget.value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => commit.current(), PAUSE);
  };
  const common = {
    id,
    value: shown,
    onInput: typed,
    onChange: typed,
    onBlur: () => commit.current(),
    className: styles.input,
    'aria-invalid': wrong || undefined,
    'aria-describedby': type === 'number' ? `${id}-hint` : undefined,
  };
  if (type === 'text') return <textarea {...common} rows={2} dir="auto" />;
  return (
    <>
      <input {...common} type="text" inputMode="decimal" autoComplete="off" />
      <span id={`${id}-hint`} className={wrong ? styles.wrong : styles.hint}>
        {wrong ? t('section.field.hours.wrong') : t('section.field.hours.hint')}
      </span>
    </>
  );
}
