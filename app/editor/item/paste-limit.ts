// What is pasted or dropped is a step of its own for undo, and has a limit: far over what a reference holds, far under what stops a browser.
import { Plugin } from '@tiptap/pm/state';

/** Characters (UTF-16 units) that may be pasted at once: some seven hundred pages; at three bytes each still under one message. */
export const PASTE_LIMIT = 2_000_000;

function lengthOf(data: DataTransfer | null): number {
  const plain = data?.getData('text/plain').length ?? 0;
  return plain > 0 ? plain : (data?.getData('text/html').length ?? 0);
}

/**
 * Lets nothing over the limit in, and tells its length to `onTooLong`: the text stays as it was.
 * `cut` ends a step of undo: called before and after, so that words typed in the same breath stay.
 */
export function pasteLimit(onTooLong: (length: number) => void, cut: () => void): Plugin {
  const refuse = (event: Event, data: DataTransfer | null): boolean => {
    const length = lengthOf(data);
    if (length <= PASTE_LIMIT) {
      cut();
      // The editor takes it in the same call of its listener.
      queueMicrotask(cut);
      return false;
    }
    event.preventDefault();
    onTooLong(length);
    return true;
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        paste: (_view, event) => refuse(event, event.clipboardData),
        drop: (_view, event) => refuse(event, event.dataTransfer),
      },
    },
  });
}
