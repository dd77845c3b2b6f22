// What an item's text said before a change of this page, and what it says after it: to be shown where it never arrives.
import * as Y from 'yjs';

/** Elements that stand in a line of text. */
const BREAK = 'hardBreak';

type Visible = (item: Y.Item) => boolean;

/** Whether something stood there before the transaction. Ask before it is cleaned up: then deleted text is gone. */
function before({ beforeState, deleteSet }: Y.Transaction): Visible {
  return (item) =>
    item.id.clock < (beforeState.get(item.id.client) ?? 0) &&
    (!item.deleted || Y.isDeleted(deleteSet, item.id));
}

const NOW: Visible = (item) => !item.deleted;

function line(text: Y.XmlText, visible: Visible): string {
  let words = '';
  for (let item = text._start; item; item = item.right)
    if (visible(item) && item.content instanceof Y.ContentString) words += item.content.str;
  return words;
}

function lines(parent: Y.XmlFragment, visible: Visible): string[] {
  const found: string[] = [];
  let inLine = false;
  const put = (words: string) => {
    if (inLine) found.push(`${found.pop() ?? ''}${words}`);
    else found.push(words);
    inLine = true;
  };
  for (let item = parent._start; item; item = item.right) {
    if (!visible(item) || !(item.content instanceof Y.ContentType)) continue;
    const { type } = item.content;
    if (type instanceof Y.XmlText) put(line(type, visible));
    else if (type instanceof Y.XmlElement && type.nodeName === BREAK) put('\n');
    else if (type instanceof Y.XmlElement) {
      found.push(...lines(type, visible));
      inLine = false;
    }
  }
  return found.length === 0 && parent instanceof Y.XmlElement ? [''] : found;
}

/** Plain words of a text, a line per paragraph. */
export function wordsNow(text: Y.XmlFragment): string {
  return lines(text, NOW).join('\n');
}

/** The words it had before `transaction`, which is just over; '' for a text that was made in it. */
export function wordsBefore(text: Y.XmlFragment, transaction: Y.Transaction): string {
  return lines(text, before(transaction)).join('\n');
}
