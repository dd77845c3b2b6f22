// Undo of a section: one stack for all its items, one's own edits only, and the caret back where it was.
import type * as Y from 'yjs';
import { roomUndo } from '#core/document/undo.ts';
import type { RememberedSelection } from '../where.ts';
import { Signal } from './signal.ts';

/** An item and, where an editor stood in it, the selection. */
export interface Spot {
  readonly id: string;
  readonly selection: RememberedSelection | null;
}

export interface HistoryState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const SPOT = 'spot';

/** Holds the room's undo manager. `here` says where the caret stands before a change that is being made. */
export class History {
  readonly state = new Signal<HistoryState>({ canUndo: false, canRedo: false });
  readonly #manager: Y.UndoManager;
  readonly #here: () => Spot | null;
  /** The item of the structural act, or of the step through time, that is under way. */
  #act: Spot | null = null;

  constructor(doc: Y.Doc, sections: readonly string[], here: () => Spot | null) {
    this.#here = here;
    this.#manager = roomUndo(doc, sections, []);
    this.#manager.on('stack-item-added', ({ stackItem }) => {
      stackItem.meta.set(SPOT, this.#act ?? this.#here());
      this.#tell();
    });
    this.#manager.on('stack-item-popped', () => this.#tell());
    this.#manager.on('stack-cleared', () => this.#tell());
  }

  /** Edits by that origin are one's own: the editor's binding, once it is loaded. */
  track(origin: unknown): void {
    this.#manager.addTrackedOrigin(origin);
  }

  /** What follows is a step of its own: called at each change of focus. */
  cut(): void {
    this.#manager.stopCapturing();
  }

  /** Does a structural act on an item as one step. */
  around<T>(id: string, act: () => T): T {
    this.cut();
    this.#act = { id, selection: null };
    try {
      return act();
    } finally {
      this.#act = null;
      this.cut();
    }
  }

  /** Goes one step back or forth. Returns where the caret belongs; null where there was no step. */
  step(direction: 'undo' | 'redo'): Spot | null {
    const stack = direction === 'undo' ? this.#manager.undoStack : this.#manager.redoStack;
    const spot: Spot | null = stack.at(-1)?.meta.get(SPOT) ?? null;
    // The way back from this step leads to where the caret stands now, in the item of the step.
    const here = this.#here();
    this.#act = spot && here?.id === spot.id ? here : spot;
    try {
      return this.#manager[direction]()?.meta.get(SPOT) ?? null;
    } finally {
      this.#act = null;
    }
  }

  destroy(): void {
    this.#manager.destroy();
  }

  #tell(): void {
    const canUndo = this.#manager.canUndo();
    const canRedo = this.#manager.canRedo();
    const { value } = this.state;
    if (value.canUndo !== canUndo || value.canRedo !== canRedo)
      this.state.set({ canUndo, canRedo });
  }
}
