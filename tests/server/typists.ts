// People at a real server: each types words that are typed once, in a paragraph of their own, and knows what is on disk and who else was heard.
import * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { FINAL_CLOSES, GRAMMAR, MESSAGE } from '#core/document/wire.ts';
import { socketOf } from './sync/real-sockets.ts';

export interface Typist {
  readonly provider: WebsocketProvider;
  readonly doc: Y.Doc;
  /** Types one more word. */
  type(): string;
  /** Every word that was typed, in order. */
  readonly typed: readonly string[];
  /** Words of this typist that the server said to be on disk. */
  readonly onDisk: ReadonlySet<string>;
  /** Whether everything that was typed is said to be on disk. */
  readonly isSaved: boolean;
  /** How many messages 100 came. */
  readonly told: number;
  /** All words of the text as it is here. */
  words(): string[];
  /** Words of others. */
  others(): string[];
  leave(): void;
}

/** `url` is the server's, with `http`; `room` is `slug/room`; `secret` a bearer token. Its words begin with `name`. */
export function typist(url: string, room: string, secret: string, name: string): Typist {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/sync`, room, doc, {
    WebSocketPolyfill: socketOf(secret),
    params: { grammar: String(GRAMMAR) },
    disableBc: true,
    maxBackoffTime: 50,
    shouldReconnect: (event) => !FINAL_CLOSES.includes(event.code),
  });
  const preamble = doc.getXmlFragment('preamble');
  const ends = new Map<string, number>();
  const onDisk = new Set<string>();
  let told = 0;
  let line: Y.XmlText | null = null;
  provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
    told++;
    const vector = Y.decodeStateVector(decoding.readVarUint8Array(decoder));
    const clock = vector.get(doc.clientID) ?? 0;
    for (const [word, end] of ends) if (end <= clock) onDisk.add(word);
  };
  const words = () => wordsOf(preamble);
  return {
    provider,
    doc,
    onDisk,
    get typed() {
      return [...ends.keys()];
    },
    get isSaved() {
      return onDisk.size === ends.size;
    },
    get told() {
      return told;
    },
    words,
    others: () => words().filter((word) => !ends.has(word)),
    type() {
      const word = `${name}${ends.size}`;
      if (line) line.insert(line.length, ` ${word}`);
      else {
        const paragraph = new Y.XmlElement('paragraph');
        line = new Y.XmlText(word);
        paragraph.insert(0, [line]);
        preamble.push([paragraph]);
      }
      ends.set(word, Y.getState(doc.store, doc.clientID));
      return word;
    },
    leave: () => provider.destroy(),
  };
}

function wordsOf(fragment: Y.XmlFragment): string[] {
  return fragment
    .toArray()
    .flatMap((line) => (line instanceof Y.XmlElement ? line.toArray() : []))
    .flatMap((text) => (text instanceof Y.XmlText ? text.toString().split(' ') : []))
    .filter(Boolean);
}

/** The words of a text as the server gives it to programs. */
export async function wordsOnServer(url: string, slug: string, secret: string): Promise<string[]> {
  const answer = await fetch(`${url}/api/v1/frameworks/${slug}/working`, {
    headers: { Authorization: `Bearer ${secret}` },
  });
  if (answer.status !== 200) throw new Error(`working: ${answer.status}`);
  const { sections } = (await answer.json()) as { sections: { preamble?: string }[] };
  return sections.flatMap(({ preamble = '' }) => preamble.split(/\s+/)).filter(Boolean);
}

/** Makes an empty framework `slug` of one section per room; resolves once it is there. */
export async function makeFramework(url: string, slug: string, secret: string): Promise<void> {
  const answer = await fetch(`${url}/api/v1/frameworks`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ slug, template: 'job-reference', language: 'fr', title: slug }),
  });
  if (answer.status !== 201) throw new Error(`framework: ${answer.status} ${await answer.text()}`);
}
