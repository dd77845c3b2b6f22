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

/**
 * Changes what `box` holds, so that what is read after it stays where it is on the screen, as far as the page
 * reaches; and where the caret would then be behind the box, lets it come out below.
 */
export function changeInPlace(box: HTMLElement, change: () => void): void {
  const { nextElementSibling: after, ownerDocument } = box;
  if (!(after instanceof HTMLElement)) {
    change();
    return;
  }
  keepStill(after, after, change);
  const selection = ownerDocument.getSelection();
  const active = ownerDocument.activeElement;
  if (!selection?.rangeCount || !active?.matches('[contenteditable="true"]')) return;
  const caret = selection.getRangeAt(0).getBoundingClientRect();
  const hidden = box.getBoundingClientRect().bottom - caret.top;
  const seen = caret.height > 0 && caret.bottom > 0;
  if (seen && hidden > 0 && box.childElementCount > 0)
    ownerDocument.defaultView?.scrollBy({ top: -hidden, behavior: 'instant' });
}
