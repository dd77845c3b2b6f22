// What changed beside the words of an item: its fields, its links and their levels.

import { ChangeMark } from '../components/change-mark.tsx';
import { useT } from '../language.tsx';
import styles from './change-flow.module.css';
import type { ChangeLine } from './change-words.ts';
import marks from './word-runs.module.css';

/** Old and new side by side, told apart by form. */
function BeforeAfter({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useT();
  return (
    <>
      {before !== '' && (
        <del className={marks.deleted}>
          <span className="hidden">[{t('compare.hidden.removed')}] </span>
          {before}
        </del>
      )}{' '}
      {after !== '' && (
        <ins className={marks.inserted}>
          <span className="hidden">[{t('compare.hidden.added')}] </span>
          {after}
        </ins>
      )}
    </>
  );
}

export function Deltas({ line }: { readonly line: ChangeLine }) {
  return (
    <>
      {line.fields.length > 0 && (
        <div className={styles.delta}>
          <ChangeMark kind="fields" />
          <ul>
            {line.fields.map((field) => (
              <li key={field.name}>
                {field.name} : <BeforeAfter before={field.before} after={field.after} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {line.references.length > 0 && (
        <div className={styles.delta}>
          <ChangeMark kind="references" />
          <ul>
            {line.references.map((reference) => (
              <li key={`${reference.op} ${reference.name}`}>
                {reference.op === 'level' ? (
                  <>
                    {reference.name} :{' '}
                    <BeforeAfter before={reference.before} after={reference.after} />
                  </>
                ) : reference.op === 'added' ? (
                  <BeforeAfter before="" after={reference.name} />
                ) : (
                  <BeforeAfter before={reference.name} after="" />
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
