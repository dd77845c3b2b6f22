// Keeping what one reads where it is on the screen while the page around it changes.

/**
 * Makes a change and scrolls so that `after` stands where `before` stood, as far as the page
 * reaches. Returns how far, in CSS pixels downwards, it stands from there all the same.
 */
export function keepStill(before: HTMLElement, after: HTMLElement, change: () => void): number {
  const top = before.getBoundingClientRect().top;
  change();
  const window = after.ownerDocument.defaultView;
  const moved = after.getBoundingClientRect().top - top;
  if (!window || Math.abs(moved) < 1) return 0;
  window.scrollBy({ top: moved, behavior: 'instant' });
  return after.getBoundingClientRect().top - top;
}
