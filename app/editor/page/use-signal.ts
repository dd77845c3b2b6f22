// Watching the live part of the page from React. On the server and before the live part is there, a fallback stands in.
import { useSyncExternalStore } from 'react';
import type { Signal } from '../live/signal.ts';

const nothingToWatch = () => () => {};

/** The signal's value; `fallback` while there is no signal, and while hydrating. */
export function useSignal<T, F>(signal: Signal<T> | undefined, fallback: F): T | F {
  return useSyncExternalStore<T | F>(
    signal?.subscribe ?? nothingToWatch,
    () => (signal ? signal.value : fallback),
    () => fallback,
  );
}

/** One primitive of the value: the component is drawn again only when that changes. */
export function useSelected<T, S extends string | number | boolean | null>(
  signal: Signal<T> | undefined,
  select: (value: T) => S,
  fallback: S,
): S {
  return useSyncExternalStore(
    signal?.subscribe ?? nothingToWatch,
    () => (signal ? select(signal.value) : fallback),
    () => fallback,
  );
}
