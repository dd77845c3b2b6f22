// Which changes are shown and which one is current: filters by kind, next and previous by button and key.
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ChangeKind } from '#core/comparison/comparison.ts';
import type { CompareSection } from './compare-view.ts';

export interface ShownChanges {
  /** Kinds chosen; none chosen shows all. */
  readonly kinds: ReadonlySet<ChangeKind>;
  readonly toggle: (kind: ChangeKind) => void;
  readonly shows: (kinds: readonly ChangeKind[]) => boolean;
  /** Ids of changed items shown, in reading order. */
  readonly ids: readonly string[];
  /** Index in `ids` of the current one; -1 before the first step. */
  readonly at: number;
  readonly current: string;
  readonly step: (by: 1 | -1) => void;
  readonly goTo: (id: string) => void;
}

/** Whether a key press belongs to something one types or chooses in. */
function typing(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

export function useChanges(sections: readonly CompareSection[]): ShownChanges {
  const [kinds, setKinds] = useState<ReadonlySet<ChangeKind>>(new Set());
  const [current, setCurrent] = useState('');

  const shows = useCallback(
    (of: readonly ChangeKind[]) => kinds.size === 0 || of.some((kind) => kinds.has(kind)),
    [kinds],
  );
  const ids = useMemo(
    () =>
      sections.flatMap((section) =>
        section.rows.flatMap((row) =>
          (row.type === 'present' || row.type === 'removed') &&
          row.change !== null &&
          shows(row.change.changes)
            ? [row.id]
            : [],
        ),
      ),
    [sections, shows],
  );
  const at = ids.indexOf(current);

  const goTo = useCallback((id: string) => {
    setCurrent(id);
    const row = document.getElementById(id);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, []);

  const step = useCallback(
    (by: 1 | -1) => {
      const next = ids[at === -1 ? (by === 1 ? 0 : ids.length - 1) : at + by];
      if (next !== undefined) goTo(next);
    },
    [ids, at, goTo],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (event.key === 'n') step(1);
      if (event.key === 'p') step(-1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [step]);

  // A link to one change arrives with its id behind the #.
  useEffect(() => {
    const linked = decodeURIComponent(window.location.hash.slice(1));
    if (linked !== '') setCurrent(linked);
  }, []);

  const toggle = useCallback((kind: ChangeKind) => {
    setKinds((before) => {
      const after = new Set(before);
      if (!after.delete(kind)) after.add(kind);
      return after;
    });
  }, []);

  return { kinds, toggle, shows, ids, at, current, step, goTo };
}
