// How much changed: items by kind of change, and those that did not.
import { CHANGE_KINDS, type Comparison, type ItemChange } from './comparison.ts';

/**
 * Number of items per kind of change (an item may count in several) and of items of head without any;
 * `total` is how many items head has.
 */
export function summaryOf(changes: readonly ItemChange[], total: number): Comparison['summary'] {
  const summary = { added: 0, removed: 0, moved: 0, reworded: 0, fields: 0, references: 0 };
  for (const change of changes) {
    for (const kind of CHANGE_KINDS) if (change.changes.includes(kind)) summary[kind]++;
  }
  const changed = changes.filter(({ changes: kinds }) => !kinds.includes('removed')).length;
  return { ...summary, unchanged: total - changed };
}
