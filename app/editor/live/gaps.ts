// What the items of a room lack, told anew as the room changes: quiet marks beside what one writes.
import type { GapKind } from '#core/framework/coverage-gaps.ts';
import { type CoverageOutside, gapsById } from '#core/framework/coverage-outside.ts';
import type { Language } from '#core/framework/interchange.ts';
import type { Template } from '#core/framework/template.ts';
import type { Row, SectionRows } from '../rows.ts';
import type { RoomView } from './room-view.ts';
import { Signal } from './signal.ts';

export type KnownGaps = ReadonlyMap<string, readonly GapKind[]>;

export interface GapsOptions {
  readonly slug: string;
  readonly language: Language;
  readonly template: Template;
}

interface Nested extends Row {
  readonly children: Nested[];
}

/** Rows as the tree they came from. */
function nested(rows: readonly Row[]): Nested[] {
  const known = new Map<string, Nested>();
  const roots: Nested[] = [];
  for (const row of rows) {
    const one: Nested = { ...row, children: [] };
    known.set(row.id, one);
    (known.get(row.parent)?.children ?? roots).push(one);
  }
  return roots;
}

/** What each item of these rows lacks, given what is known of the other rooms. */
export function gapsOfRows(
  { slug, language, template }: GapsOptions,
  sections: readonly SectionRows[],
  outside: CoverageOutside | null,
): KnownGaps {
  if (!outside) return new Map();
  const own = sections.map(({ key, rows }) => ({ key, items: nested(rows) }));
  const text = { slug, language, sections: [...own, ...outside.sections], unread: outside.unread };
  const all = gapsById(text, template);
  // Of the others' items only some things are known: nothing is said of them.
  const ids = sections.flatMap(({ rows }) => rows.map(({ id }) => id));
  return new Map(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id) ?? []]] : [])));
}

/** The gaps of a living room. */
export class Gaps {
  readonly known: Signal<KnownGaps>;
  readonly #options: GapsOptions;
  readonly #view: RoomView;
  readonly #ask: () => Promise<CoverageOutside | null>;
  readonly #stop: () => void;
  #outside: CoverageOutside | null;

  /** `ask` is for what is in the other rooms now; it may fail where the page is offline. */
  constructor(
    options: GapsOptions,
    view: RoomView,
    outside: CoverageOutside | null,
    ask: () => Promise<CoverageOutside | null>,
  ) {
    this.#options = options;
    this.#view = view;
    this.#outside = outside;
    this.#ask = ask;
    this.known = new Signal<KnownGaps>(this.#read());
    this.#stop = view.snapshot.subscribe(() => this.known.set(this.#read()));
  }

  /** Asks what is in the other rooms now. */
  async refresh(): Promise<void> {
    if (!this.#outside) return;
    try {
      this.#outside = await this.#ask();
    } catch {
      // Offline: the marks keep what they say.
      return;
    }
    this.known.set(this.#read());
  }

  destroy(): void {
    this.#stop();
  }

  #read(): KnownGaps {
    return gapsOfRows(this.#options, this.#view.snapshot.value.sections, this.#outside);
  }
}
