// What people wrote between the look at a text and the moment another is put in its place: it stays as they wrote it.
import { jcs } from '../framework/canonical.ts';
import type { DocumentItem, DocumentSection } from '../framework/interchange.ts';
import { walkItems } from '../framework/walk.ts';

/** A text as it was looked at: short marks of what each item and each preamble said. */
export interface SeenText {
  readonly items: Readonly<Record<string, string>>;
  readonly preambles: Readonly<Record<string, string>>;
}

/** Fifty-three bits of a text: tells whether it changed, and is no seal. */
function mark(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

function markOfItem({ children: _children, ...own }: DocumentItem): string {
  return mark(jcs(own));
}

function markOfPreamble({ preamble = '', preambleDoc }: DocumentSection): string {
  return mark(jcs([preamble, preambleDoc ?? null]));
}

/** Notes what a text says now. */
export function seenText(sections: readonly DocumentSection[]): SeenText {
  return {
    items: Object.fromEntries(
      [...walkItems<DocumentItem>(sections)].map(({ item }) => [item.id, markOfItem(item)]),
    ),
    preambles: Object.fromEntries(
      sections.map((section) => [section.key, markOfPreamble(section)]),
    ),
  };
}

/** A copy whose lists may be changed. */
function copied(items: readonly DocumentItem[]): DocumentItem[] {
  return items.map((item) => ({ ...item, children: copied(item.children ?? []) }));
}

/**
 * `wanted` with what was written since the text was `seen`: an item that says something else `now`
 * than it did then keeps what it says, one that came since stays, after the sibling it follows. Whoever
 * writes while a file is being looked at loses nothing by it. `now` may be a part of the text: sections
 * of `wanted` that it does not have come back as they are. Pure; `wanted` is not touched.
 */
export function withWrittenSince(
  now: readonly DocumentSection[],
  wanted: readonly DocumentSection[],
  seen: SeenText,
): DocumentSection[] {
  const written = new Map<string, DocumentItem>();
  for (const { item } of walkItems<DocumentItem>(now)) {
    if (seen.items[item.id] !== markOfItem(item)) written.set(item.id, item);
  }
  const asWritten = (item: DocumentItem): DocumentItem => {
    const own = written.get(item.id);
    const children = (item.children ?? []).map(asWritten);
    return { ...(own ?? item), children };
  };
  const sections = wanted.map((section) => ({
    ...section,
    items: copied(section.items ?? []).map(asWritten),
  }));
  const standing = new Map<string, DocumentItem>(
    [...walkItems<DocumentItem>(sections)].map(({ item }) => [item.id, item]),
  );
  for (const { item, section, parent, index } of walkItems<DocumentItem>(now)) {
    if (!written.has(item.id) || standing.has(item.id)) continue;
    const stays: DocumentItem = { ...item, children: [] };
    const home = parent && standing.get(parent.id);
    const row = home ? (home.children ?? []) : rowOf(sections, section);
    if (home) home.children = row;
    const siblings = parent?.children ?? now.find(({ key }) => key === section)?.items ?? [];
    row.splice(placeAfter(row, siblings.slice(0, index)), 0, stays);
    standing.set(item.id, stays);
  }
  return sections.map((section) => withPreamble(section, now, seen));
}

function rowOf(sections: (DocumentSection & { items: DocumentItem[] })[], key: string) {
  const known = sections.find((section) => section.key === key);
  if (known) return known.items;
  const made = { key, items: [] };
  sections.push(made);
  return made.items;
}

/** The place in a row after the nearest of these siblings that stands in it; its start where none does. */
function placeAfter(row: readonly DocumentItem[], before: readonly DocumentItem[]): number {
  for (const { id } of [...before].reverse()) {
    const at = row.findIndex((one) => one.id === id);
    if (at >= 0) return at + 1;
  }
  return 0;
}

function withPreamble(
  section: DocumentSection,
  now: readonly DocumentSection[],
  seen: SeenText,
): DocumentSection {
  const present = now.find(({ key }) => key === section.key);
  if (
    !present ||
    markOfPreamble(present) === (seen.preambles[section.key] ?? markOfPreamble({ key: '' }))
  )
    return section;
  const { preamble: _preamble, preambleDoc: _preambleDoc, ...rest } = section;
  return {
    ...rest,
    ...(present.preamble === undefined ? {} : { preamble: present.preamble }),
    ...(present.preambleDoc === undefined ? {} : { preambleDoc: present.preambleDoc }),
  };
}
