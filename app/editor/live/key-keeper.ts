// Keeps what is typed between a click and the moment the editor stands there, so that no letter is lost.

/**
 * A field nobody sees that takes the focus at once: it keeps a phone's keyboard open and composes
 * accents like any field. Empty and away while nothing is awaited.
 */
export class KeyKeeper {
  readonly #field: HTMLTextAreaElement;
  #composing = false;

  constructor(document: Document) {
    this.#field = document.createElement('textarea');
    this.#field.className = 'key-keeper';
    this.#field.setAttribute('aria-hidden', 'true');
    this.#field.tabIndex = -1;
    this.#field.autocapitalize = 'sentences';
    this.#field.addEventListener('compositionstart', () => {
      this.#composing = true;
    });
    this.#field.addEventListener('compositionend', () => {
      this.#composing = false;
    });
  }

  /** Takes the focus; the page does not scroll. */
  await(parent: HTMLElement): void {
    if (this.#field.parentElement !== parent) parent.append(this.#field);
    this.#field.focus({ preventScroll: true });
  }

  /** What was typed meanwhile, once an unfinished accent is finished. The focus may then go on. */
  async take(): Promise<string> {
    await this.#composed();
    const text = this.#field.value;
    this.#field.value = '';
    return text;
  }

  /** Whether it still has the focus: if not, the person went elsewhere. */
  get focused(): boolean {
    return this.#field.ownerDocument.activeElement === this.#field;
  }

  remove(): void {
    this.#field.value = '';
    this.#field.remove();
  }

  async #composed(): Promise<void> {
    if (!this.#composing) return;
    await new Promise((resolve) =>
      this.#field.addEventListener('compositionend', resolve, { once: true }),
    );
  }
}
