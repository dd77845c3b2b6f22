// Tells what others' changes bring into a text beside letters: only that can be what the editor does not know.
import * as Y from 'yjs';

/** Whether a transaction brought marks, elements or anything else that is no letter. */
export function bringsMoreThanLetters({ doc, beforeState, afterState }: Y.Transaction): boolean {
  for (const [client, after] of afterState) {
    const before = beforeState.get(client) ?? 0;
    const structs = doc.store.clients.get(client);
    if (!structs || after <= before) continue;
    for (let at = Y.findIndexSS(structs, before); at < structs.length; at++) {
      const struct = structs[at];
      if (struct instanceof Y.Item && !isLetters(struct)) return true;
    }
  }
  return false;
}

function isLetters({ content }: Y.Item): boolean {
  return content instanceof Y.ContentString || content instanceof Y.ContentDeleted;
}
