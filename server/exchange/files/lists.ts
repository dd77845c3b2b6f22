// Paragraphs that say at which depth of which list they stand, as lists inside lists.
import type { RichNode } from '#core/framework/interchange.ts';

export interface ListEntry {
  /** 0 for the outermost. */
  readonly level: number;
  readonly ordered: boolean;
  /** The number shown; a list begins anew where it is not the one after the last. */
  readonly value: number;
  readonly nodes: readonly RichNode[];
}

interface OpenList {
  readonly level: number;
  readonly ordered: boolean;
  readonly rows: RichNode[];
  value: number;
}

function listOf(entry: ListEntry, rows: RichNode[]): RichNode {
  if (!entry.ordered) return { type: 'bulletList', content: rows };
  const start = entry.value === 1 ? {} : { attrs: { start: entry.value } };
  return { type: 'orderedList', ...start, content: rows };
}

/** Lists of these paragraphs; deeper ones stand in the row before them, whatever level they skip. */
export function nestLists(entries: readonly ListEntry[]): RichNode[] {
  const out: RichNode[] = [];
  const open: OpenList[] = [];
  for (const entry of entries) {
    while ((open.at(-1)?.level ?? -1) > entry.level) open.pop();
    const row: RichNode = { type: 'listItem', content: [...entry.nodes] };
    const top = open.at(-1);
    const goesOn =
      top?.level === entry.level &&
      top.ordered === entry.ordered &&
      (!entry.ordered || entry.value === top.value + 1);
    if (top && goesOn) {
      top.rows.push(row);
      top.value = entry.value;
      continue;
    }
    if (top?.level === entry.level) open.pop();
    const rows = [row];
    const holder = open.at(-1)?.rows.at(-1)?.content ?? out;
    holder.push(listOf(entry, rows));
    open.push({ level: entry.level, ordered: entry.ordered, rows, value: entry.value });
  }
  return out;
}
