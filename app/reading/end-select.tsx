// One end of a comparison, as a plain select: it works by keyboard, thumb and without script.
import { useId } from 'react';
import { formatDate } from '#locales/format.ts';
import { SelectBox } from '../components/select-box.tsx';
import { useLanguage, useT } from '../language.tsx';
import styles from './compare.module.css';
import type { ComparisonEnd } from './ends.server.ts';
import { refName } from './ref-name.ts';

export function EndSelect({
  name,
  label,
  ends,
  value,
  compact = false,
  onChange,
}: {
  readonly name: string;
  readonly label: string;
  readonly ends: readonly ComparisonEnd[];
  readonly value: string;
  /** The label stands before it, on one line. */
  readonly compact?: boolean;
  readonly onChange?: (ref: string) => void;
}) {
  const t = useT();
  const language = useLanguage();
  const id = useId();
  return (
    <div className={compact ? styles.endCompact : styles.end}>
      <label htmlFor={id} className={compact ? styles.before : 'label'}>
        {label}
      </label>
      <SelectBox
        id={id}
        name={name}
        defaultValue={value}
        onChange={(event) => onChange?.(event.target.value)}
      >
        {ends.map((end) => (
          <option key={end.ref} value={end.ref}>
            {[
              refName(t, end.ref),
              end.name,
              end.ref === 'working' ? '' : formatDate(language, end.at),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </option>
        ))}
      </SelectBox>
    </div>
  );
}
