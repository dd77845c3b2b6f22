// Whose the Yjs client ids of a room are: nobody writes under the id of somebody else, here or away, and who wrote
// what is known for ever.
import type { Authors, Writer } from '#core/document/authorship.ts';
import type { Connection } from './connection.ts';
import type { BroughtClient } from './updates.ts';

export interface WritersAround {
  readonly authors: Authors;
  /** Whose a client id is by what was said in presence. */
  readonly holder: (client: number) => { participant: string; present: boolean } | null;
  /** Whether the server itself writes under it. */
  readonly isServers: (client: number) => boolean;
  /** Whether later words of it wait for earlier ones that never came. */
  readonly lacks: (client: number) => boolean;
}

export class Writers {
  /** Who writes under an id now. */
  readonly #claims = new Map<number, Connection>();

  constructor(private readonly around: WritersAround) {}

  /**
   * Looks at the client ids under which a message brings something new; `answer` where it answers the server's step
   * 1 and so may carry others' words. Null where one of them is another person's, or the server's own; else what is to
   * be kept with the update.
   */
  admit(
    connection: Connection,
    brought: readonly BroughtClient[],
    answer: boolean,
  ): Writer[] | null {
    const fresh = new Map<number, Writer>();
    for (const { client, follows } of brought) {
      // Nearly always: it goes on writing as before.
      const goesOn = this.#claims.get(client) === connection;
      if (goesOn && !this.around.authors.writer(client)?.restored) continue;
      if (this.#isAnothers(connection, client, answer)) return null;
      const writer = this.#newWriter(connection, client, answer, follows);
      if (writer) fresh.set(client, writer);
    }
    for (const { client } of brought) this.#claim(connection, client, fresh.get(client));
    return [...fresh.values()];
  }

  /** Whether a person may say in presence that this id is theirs. */
  mayHold(client: number, actorId: string): boolean {
    const writer = this.around.authors.writer(client);
    return !writer || writer.brought || writer.actorId === actorId;
  }

  leave(connection: Connection): void {
    for (const client of connection.clients) {
      if (this.#claims.get(client) === connection) this.#claims.delete(client);
    }
  }

  #isAnothers(connection: Connection, client: number, answer: boolean): boolean {
    const { id } = connection.participant;
    if (this.around.isServers(client)) return true;
    const known = this.around.authors.writer(client);
    // What others have of somebody's words came from here (SY-1): more than is here can only be after a restored backup.
    if (known?.restored && answer) return false;
    if (known && !known.brought && known.actorId !== id) return !this.around.lacks(client);
    const claimed = this.#claims.get(client);
    if (claimed && claimed.participant.id !== id) return true;
    const holder = this.around.holder(client);
    return holder?.present === true && holder.participant !== id;
  }

  #newWriter(
    connection: Connection,
    client: number,
    answer: boolean,
    follows: boolean,
  ): Writer | null {
    const { id } = connection.participant;
    const known = this.around.authors.writer(client);
    if (known && !known.brought) {
      // It goes on where the server is: nobody can have more of its words.
      const isBack = known.restored && known.actorId === id && !answer && follows;
      return isBack ? { ...known, restored: false } : null;
    }
    const holder = this.around.holder(client);
    const own = holder ? holder.participant === id : !answer;
    if (known && !own) return null;
    return { client, actorId: id, organisationId: connection.organisation, brought: !own };
  }

  /** Who brings words of somebody who is away gets no claim to write on under that id. */
  #claim(connection: Connection, client: number, fresh: Writer | undefined): void {
    const writer = fresh ?? this.around.authors.writer(client);
    if (!writer || writer.brought || writer.actorId !== connection.participant.id) return;
    this.#claims.set(client, connection);
    connection.clients.add(client);
  }
}
