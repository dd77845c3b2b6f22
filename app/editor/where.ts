// Words for a place inside an item, shared by the list, which knows no editor, and by the editor.

/** A selection that survives what others write: Yjs relative positions, as the binding makes them. */
export interface RememberedSelection {
  readonly anchor: unknown;
  readonly head: unknown;
}

export type Where =
  | { readonly at: 'start' }
  | { readonly at: 'end' }
  /** A point of the window in CSS pixels; `line` takes the first or last line of text at that x. */
  | {
      readonly at: 'point';
      readonly x: number;
      readonly y: number;
      readonly line?: 'first' | 'last';
    }
  | { readonly at: 'selection'; readonly selection: RememberedSelection };

export const START: Where = { at: 'start' };
export const END: Where = { at: 'end' };
