// The label and the status of a version to come: the usual label follows the status until somebody writes another one.
import { useState } from 'react';
import { RadioGroup, TextField, useTyped } from '../components/field.tsx';
import { useT } from '../language.tsx';
import styles from './publish.module.css';

type Standing = 'consultation' | 'adopted';

/** `last` is the label before; '' for a first version. Without script the usual label is told beside the status. */
export function LabelAndStatus({
  last,
  suggestions,
}: {
  readonly last: string;
  readonly suggestions: Readonly<Record<Standing, string>>;
}) {
  const t = useT();
  const typed = useTyped('label');
  const [own, setOwn] = useState<string | null>(typed ?? null);
  const before = useTyped('status');
  const [status, setStatus] = useState<Standing>(before === 'adopted' ? before : 'consultation');
  return (
    // What is chosen bubbles up from the radio buttons, which stay the browser's own.
    <div
      className={styles.row}
      onChange={({ target }) => {
        if (target instanceof HTMLInputElement && target.name === 'status') {
          setStatus(target.value === 'adopted' ? 'adopted' : 'consultation');
        }
      }}
    >
      <TextField
        name="label"
        label={t('publish.label')}
        inputMode="decimal"
        required
        pattern="\d+(\.\d+){1,2}"
        value={own ?? suggestions[status]}
        onChange={(event) => setOwn(event.currentTarget.value)}
        hint={last === '' ? t('publish.first') : t('publish.previous', { label: last })}
      />
      <RadioGroup
        name="status"
        label={t('publish.status')}
        defaultValue="consultation"
        choices={[
          {
            value: 'consultation',
            label: t('publish.consultation'),
            hint: t('publish.consultation-hint'),
          },
          {
            value: 'adopted',
            label: t('publish.adopted'),
            hint: t('publish.adopted-hint', { label: suggestions.adopted }),
          },
        ]}
      />
    </div>
  );
}
