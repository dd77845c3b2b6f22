// A framework's coverage followed live: its rooms' shared texts, read and never written, seen by nobody in them.
import * as Y from 'yjs';
import { readRoom } from '#core/document/room.ts';
import { type Coverage, coverageOf } from '#core/framework/coverage.ts';
import { coveragePlan, roomsOfCoverage } from '#core/framework/coverage-plan.ts';
import type { Language } from '#core/framework/interchange.ts';
import type { Template } from '#core/framework/template.ts';
import { Connection } from '../editor/live/connection.ts';
import { Signal } from '../editor/live/signal.ts';

export interface LiveCoverageOptions {
  /** Id of the framework. */
  readonly framework: string;
  readonly slug: string;
  readonly language: Language;
  readonly template: Template;
  /** Id of the account that the page was made for; '' for none. */
  readonly person: string;
  /** `wss://HOST/sync` */
  readonly url: string;
}

export interface LiveCoverageState {
  /** Null until all texts have come once. */
  readonly coverage: Coverage | null;
  /** `waiting`: cut off, it comes back by itself; `stopped`: it does not. */
  readonly standing: 'opening' | 'live' | 'waiting' | 'stopped';
}

/** Changes are gathered this long, in milliseconds, before the coverage is told again. */
const GATHERING = 300;

export class LiveCoverage {
  readonly state = new Signal<LiveCoverageState>({ coverage: null, standing: 'opening' });
  readonly #options: LiveCoverageOptions;
  readonly #rooms: readonly {
    readonly key: string;
    readonly doc: Y.Doc;
    readonly connection: Connection;
  }[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Connects at once. */
  constructor(options: LiveCoverageOptions) {
    this.#options = options;
    const { template, slug, url, person, framework } = options;
    const plan = coveragePlan(template);
    this.#rooms = (plan ? roomsOfCoverage(template, plan) : []).map((key) => {
      const doc = new Y.Doc();
      const room = `${encodeURIComponent(slug)}/${encodeURIComponent(key)}`;
      const connection = new Connection({
        url,
        room,
        doc,
        person,
        framework,
        onBrokenView: () => this.#changed(),
      });
      // Who only looks at a table is not in the text.
      connection.provider.awareness.setLocalState(null);
      doc.on('update', this.#changed);
      connection.state.subscribe(() => this.#connectionChanged());
      return { key, doc, connection };
    });
  }

  /** The page woke, or its network changed. */
  wake(): void {
    for (const { connection } of this.#rooms) connection.wake();
  }

  destroy(): void {
    clearTimeout(this.#timer);
    for (const { doc, connection } of this.#rooms) {
      connection.destroy();
      doc.destroy();
    }
  }

  readonly #changed = (): void => {
    this.#timer ??= setTimeout(() => this.#read(), GATHERING);
  };

  #connectionChanged(): void {
    const phases = this.#rooms.map(({ connection }) => connection.state.value);
    const standing = phases.some(({ phase }) => phase === 'stopped')
      ? 'stopped'
      : phases.some(({ phase }) => phase === 'offline')
        ? 'waiting'
        : phases.every(({ phase, loaded }) => phase === 'live' && loaded)
          ? 'live'
          : 'opening';
    const before = this.state.value;
    if (standing === before.standing) return;
    this.state.set({ ...before, standing });
    if (standing === 'live') this.#read();
  }

  /** Only once all texts are there: of half of them everything would be missing. */
  #read(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#rooms.every(({ connection }) => connection.state.value.loaded)) return;
    const { template, slug, language } = this.#options;
    const sections = this.#rooms.flatMap(({ key, doc }) => readRoom(doc, template, key, language));
    const coverage = coverageOf({ slug, language, sections }, template);
    const before = this.state.value;
    // Letters typed in a body change nothing here.
    if (JSON.stringify(coverage) === JSON.stringify(before.coverage)) return;
    this.state.set({ ...before, coverage });
  }
}
