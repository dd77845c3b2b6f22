// The living part of a section's page, put together: document, socket, list, item in use, undo, people.

import * as Y from 'yjs';
import { plainText } from '#core/document/plain.ts';
import { readFragment } from '#core/document/rich.ts';
import { sectionsOfRoom } from '#core/document/room.ts';
import type { CoverageOutside } from '#core/framework/coverage-outside.ts';
import type { Language } from '#core/framework/interchange.ts';
import type { Template } from '#core/framework/template.ts';
import { loadThreads, sendComment } from '../../comments/acting.ts';
import { LiveComments } from '../../comments/live-comments.ts';
import { Keeper } from '../../device/keeper.ts';
import { deviceStore } from '../../device/store.ts';
import type { SectionRows } from '../rows.ts';
import { END, START } from '../where.ts';
import { Acts } from './acts.ts';
import { Connection } from './connection.ts';
import { Desk } from './desk.ts';
import { Gaps } from './gaps.ts';
import { History } from './history.ts';
import { newItemId } from './ids.ts';
import { describeItem, watchWords } from './kept-words.ts';
import { KeyKeeper } from './key-keeper.ts';
import { Presence } from './presence.ts';
import { Recovered } from './recovered.ts';
import { RoomView } from './room-view.ts';
import { type KnownTargets, Targets, type TargetTitle } from './targets.ts';
import { bringsMoreThanLetters } from './unfit.ts';

export interface SectionOptions {
  /** Id and title of the framework. */
  readonly framework: { readonly id: string; readonly title: string };
  readonly slug: string;
  readonly roomKey: string;
  readonly template: Template;
  /** The framework's language: numbers and text are in it. */
  readonly language: Language;
  /** Rows as the server made them. */
  readonly served: readonly SectionRows[];
  readonly targets: KnownTargets;
  readonly askTargets: (keys: readonly string[]) => Promise<readonly TargetTitle[]>;
  readonly outside: CoverageOutside | null;
  readonly askOutside: () => Promise<CoverageOutside | null>;
  readonly mayWrite: boolean;
  readonly mayComment: boolean;
  /** Who one is oneself; the others are told by the server. `colour` is #rrggbb. */
  readonly me: { readonly id: string; readonly name: string; readonly color: string };
  /** `wss://HOST/sync` */
  readonly url: string;
  readonly describedBy: string;
  readonly labelOf: (id: string) => string;
  readonly commit: (change: () => void) => void;
  readonly onGone: (id: string) => void;
  readonly onLost: (words: string) => void;
  /** The text of this item holds what the editor would lose: it is shown, and not opened. */
  readonly onClosed: (id: string) => void;
  /** A paste over the limit was refused; both in characters. */
  readonly onTooLong: (length: number, limit: number) => void;
}

/** Milliseconds somebody who wants to write waits for the text before the page gives up and says so. */
const PATIENCE = 5_000;

/** The code of the editor, loaded when somebody is about to write. */
async function loadEditor() {
  return (await import('../item/module.ts')).editorModule;
}

export class Section {
  readonly doc = new Y.Doc();
  readonly connection: Connection;
  readonly view: RoomView;
  /** Keeps on this device what the server does not have yet; null for who may not write. */
  readonly keeper: Keeper | null;
  readonly presence: Presence;
  readonly recovered: Recovered;
  readonly history: History;
  readonly acts: Acts;
  readonly desk: Desk;
  readonly targets: Targets;
  readonly gaps: Gaps;
  readonly comments: LiveComments;
  readonly #options: SectionOptions;
  readonly #stop: (() => void)[] = [];

  constructor(options: SectionOptions) {
    this.#options = options;
    const { doc } = this;
    const { slug, roomKey, template, language, commit } = options;
    const sections = sectionsOfRoom(template, roomKey);
    this.keeper = options.mayWrite && options.me.id !== '' ? this.#makeKeeper(options) : null;
    this.connection = new Connection({
      keeper: this.keeper,
      person: options.me.id,
      framework: options.framework.id,
      url: options.url,
      room: `${encodeURIComponent(slug)}/${encodeURIComponent(roomKey)}`,
      doc,
      onBrokenView: () => this.desk.remount(),
      onComments: () => this.comments.changed(),
    });
    const { awareness } = this.connection.provider;
    this.view = new RoomView({ doc, template, roomKey, language }, options.served);
    this.comments = new LiveComments({
      doc,
      view: this.view,
      room: roomKey,
      load: () => loadThreads(slug, roomKey),
      send: (values) => sendComment(slug, values),
      mayComment: options.mayComment,
    });
    this.recovered = new Recovered(doc, this.view);
    this.presence = new Presence(doc, awareness);
    this.history = new History(doc, sections, () => this.desk.spot());
    this.acts = new Acts(doc, template, roomKey, this.view, this.history, commit);
    this.targets = new Targets(options.targets, options.askTargets);
    this.gaps = new Gaps(options, this.view, options.outside, options.askOutside);
    this.desk = new Desk({
      view: this.view,
      history: this.history,
      keeper: new KeyKeeper(document),
      awareness,
      sections: sections.length,
      language,
      describedBy: options.describedBy,
      loadEditor,
      loaded: () => this.#loaded(),
      mayWrite: () => this.mayWrite,
      labelOf: options.labelOf,
      commit,
      add: (after) => this.addAfter(after),
      remove: (id) => this.acts.remove(id),
      step: (direction) => this.step(direction),
      onGone: options.onGone,
      onLost: options.onLost,
      onClosed: options.onClosed,
      onTooLong: options.onTooLong,
    });
    awareness.setLocalStateField('user', options.me);
    this.#stop.push(this.view.subscribeTexts((id) => this.desk.show(id)));
    this.#stop.push(this.connection.state.subscribe(() => this.#connectionChanged()));
    if (this.keeper) this.#stop.push(watchWords(this, this.keeper));
    this.#stop.push(this.#watchUnfit());
  }

  /** Before the binding hears of what came: it deletes what it does not know. */
  #watchUnfit(): () => void {
    const came = (transaction: Y.Transaction) => {
      if (!transaction.local && bringsMoreThanLetters(transaction)) this.desk.closeUnfit();
    };
    this.doc.on('beforeObserverCalls', came);
    return () => this.doc.off('beforeObserverCalls', came);
  }

  #makeKeeper({ framework, slug, roomKey, language, me }: SectionOptions): Keeper {
    return new Keeper({
      store: deviceStore(),
      person: me.id,
      place: { framework: framework.id, slug, title: framework.title, roomKey, language },
      page: newItemId(),
      describe: (id) => describeItem(this, id),
      unsaved: () => this.connection.unsaved,
      now: Date.now,
    });
  }

  /** Whether this person may write here now. */
  get mayWrite(): boolean {
    return this.#options.mayWrite && this.connection.state.value.phase !== 'stopped';
  }

  /** A new item after this one (or this preamble), with the caret in it. */
  addAfter(id: string): string | null {
    const added = this.mayWrite ? this.acts.addAfter(id) : null;
    if (added !== null) this.desk.open(added, START);
    return added;
  }

  /** One step back or forth, and the caret back where it was. True: the key is always ours. */
  step(direction: 'undo' | 'redo'): boolean {
    const spot = this.history.step(direction);
    if (!spot) return true;
    this.#options.commit(() => this.view.refresh());
    if (!this.view.order().includes(spot.id)) return true;
    if (spot.selection) this.desk.open(spot.id, { at: 'selection', selection: spot.selection });
    else if (this.desk.inUse.value === spot.id) this.desk.editor?.focus();
    else this.desk.focusItem(spot.id);
    return true;
  }

  /** Tells the others which item one has before oneself. */
  at(id: string): void {
    const { awareness } = this.connection.provider;
    if (awareness.getLocalState()?.item !== id) awareness.setLocalStateField('item', id);
  }

  /** Splits the item in use at its caret; the new item is opened. */
  async splitHere(): Promise<void> {
    const { splitItem } = await loadEditor();
    const id = this.desk.inUse.value;
    const position = this.desk.editor?.position();
    if (id === null || !position || !this.mayWrite || this.view.isPreamble(id)) return;
    const made = newItemId();
    if (this.acts.run(id, (room) => splitItem(room, id, position, made)))
      this.desk.open(made, START);
  }

  /** Joins an item into the one before it that stands beside it; the id of that one, null where there is none. */
  async mergeIntoPrevious(id: string): Promise<string | null> {
    const { mergeItem } = await loadEditor();
    const row = this.view.row(id);
    const siblings = this.view
      .rows()
      .filter((one) => one.parent === row?.parent && one.section === row?.section);
    const previous = siblings[siblings.findIndex((one) => one.id === id) - 1];
    if (!previous || !this.mayWrite) return null;
    const writing = this.desk.inUse.value === id;
    if (writing) this.desk.close();
    if (!this.acts.run(previous.id, (room) => mergeItem(room, id, previous.id))) return null;
    if (writing) this.desk.open(previous.id, END);
    else this.desk.focusItem(previous.id);
    return previous.id;
  }

  /** Makes a text that the editor may not open such that it may, where that loses nothing. */
  async repair(id: string): Promise<boolean> {
    const { repairText } = await loadEditor();
    return this.mayWrite && this.acts.run(id, (room) => repairText(room, id));
  }

  /** The words of an item or preamble as they stand in this page, plain. */
  wordsOf(id: string): string {
    const fragment = this.view.fragment(id);
    return fragment ? plainText(readFragment(fragment)) : '';
  }

  destroy(): void {
    for (const stop of this.#stop) stop();
    this.desk.destroy();
    this.history.destroy();
    this.recovered.destroy();
    this.presence.destroy();
    this.targets.destroy();
    this.gaps.destroy();
    this.comments.destroy();
    this.view.destroy();
    this.keeper?.destroy();
    this.connection.destroy();
    this.doc.destroy();
  }

  #started = false;

  #connectionChanged(): void {
    const { loaded, phase } = this.connection.state.value;
    if (loaded && !this.#started) {
      this.#started = true;
      this.#options.commit(() => this.view.refresh());
      this.desk.start();
    }
    if (phase === 'stopped') this.desk.close();
  }

  async #loaded(): Promise<boolean> {
    const { state } = this.connection;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE);
    });
    await Promise.race([
      patience,
      state.until(({ loaded, phase }) => loaded || phase === 'stopped'),
    ]);
    clearTimeout(timer);
    return state.value.loaded && state.value.phase !== 'stopped';
  }
}
