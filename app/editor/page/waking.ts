// After a sleep, or when the network changed, a connection may be gone without a word: then it is asked.

/** Calls `wake` at every sign that this may be so, while the page is looked at; returns what ends it. */
export function followWaking(wake: () => void, window: Window): () => void {
  const { document } = window;
  const ask = () => {
    if (document.visibilityState === 'visible') wake();
  };
  const signs = [
    [window, 'online'],
    [window, 'offline'],
    [window, 'pageshow'],
    [document, 'resume'],
    [document, 'visibilitychange'],
  ] as const;
  for (const [from, sign] of signs) from.addEventListener(sign, ask);
  return () => {
    for (const [from, sign] of signs) from.removeEventListener(sign, ask);
  };
}
