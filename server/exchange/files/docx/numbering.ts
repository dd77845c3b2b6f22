// The lists of a Word file: which number a paragraph shows, counted as Word counts.
import { child, childrenNamed, type XmlElement } from '../xml.ts';
import type { NumberPlace } from './styles.ts';
import { settingOf } from './styles.ts';

export interface ShownNumber {
  readonly ordered: boolean;
  /** 0 for bullets. */
  readonly value: number;
}

export interface Numbering {
  /** Counts the paragraph at that place on; null where its list shows nothing before it. */
  next(place: NumberPlace): ShownNumber | null;
}

interface Level {
  readonly format: string;
  readonly start: number;
}

function levelOf(element: XmlElement): [number, Level] {
  const format = settingOf(element, 'w:numFmt') ?? 'decimal';
  const start = Number(settingOf(element, 'w:start') ?? 1);
  return [
    Number(element.attributes['w:ilvl'] ?? 0),
    { format, start: Number.isInteger(start) ? start : 1 },
  ];
}

function levelsOf(element: XmlElement): Map<number, Level> {
  return new Map(childrenNamed(element, 'w:lvl').map(levelOf));
}

interface List {
  /** Lists of one abstract list count on together. */
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Numbers that this list begins with, where it is first used. */
  readonly starts: ReadonlyMap<number, number>;
}

function readLists(root: XmlElement | undefined): Map<string, List> {
  const abstracts = new Map<string, XmlElement>();
  const styled = new Map<string, XmlElement>();
  for (const one of childrenNamed(root, 'w:abstractNum')) {
    abstracts.set(one.attributes['w:abstractNumId'] ?? '', one);
    const style = settingOf(one, 'w:styleLink');
    if (style !== undefined) styled.set(style, one);
  }
  return new Map(
    childrenNamed(root, 'w:num').map((num) => {
      const abstract = settingOf(num, 'w:abstractNumId') ?? '';
      const found = abstracts.get(abstract);
      const linked = found && styled.get(settingOf(found, 'w:numStyleLink') ?? '');
      const levels = levelsOf(linked ?? found ?? num);
      const starts = new Map<number, number>();
      for (const one of childrenNamed(num, 'w:lvlOverride')) {
        const level = Number(one.attributes['w:ilvl'] ?? 0);
        const own = child(one, 'w:lvl');
        if (own) levels.set(level, levelOf(own)[1]);
        const start = settingOf(one, 'w:startOverride');
        if (start !== undefined && Number.isInteger(Number(start)))
          starts.set(level, Number(start));
      }
      return [num.attributes['w:numId'] ?? '', { abstract, levels, starts }];
    }),
  );
}

export function readNumbering(root: XmlElement | undefined): Numbering {
  const lists = readLists(root);
  const counts = new Map<string, Map<number, number>>();
  const begun = new Set<string>();
  return {
    next({ id, level }) {
      const list = lists.get(id);
      if (!list) return null;
      const { format, start } = list.levels.get(level) ?? { format: 'decimal', start: 1 };
      if (format === 'none') return null;
      if (format === 'bullet') return { ordered: false, value: 0 };
      const count = counts.get(list.abstract) ?? new Map<number, number>();
      counts.set(list.abstract, count);
      const first = `${id} ${level}`;
      const own = begun.has(first) ? undefined : list.starts.get(level);
      begun.add(first);
      const before = count.get(level);
      const value = own ?? (before === undefined ? start : before + 1);
      count.set(level, value);
      for (const deeper of [...count.keys()]) if (deeper > level) count.delete(deeper);
      return { ordered: true, value };
    },
  };
}
