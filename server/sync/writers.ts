// Whose the Yjs client ids of a room are: nobody writes under the id of somebody else who is there, and who wrote
// what is known for ever.
import type { Authors, Writer } from '#core/document/authorship.ts';
import type { Connection } from './connection.ts';

export interface WritersAround {
  readonly authors: Authors;
  /** Whose a client id is by what was said in presence. */
  readonly holder: (client: number) => { participant: string; present: boolean } | null;
  /** Whether the server itself writes under it. */
  readonly isServers: (client: number) => boolean;
}

export class Writers {
  /** Who writes under an id now. */
  readonly #claims = new Map<number, Connection>();

  constructor(private readonly around: WritersAround) {}

  /**
   * Looks at the client ids under which a message brings something new; `answer` where it answers the server's step
   * 1 and so may carry others' words. Null where one of them is of another person who is here, or the server's own;
   * else what is to be kept with the update.
   */
  admit(connection: Connection, clients: readonly number[], answer: boolean): Writer[] | null {
    const fresh: Writer[] = [];
    for (const client of clients) {
      // Nearly always: it goes on writing as before.
      if (this.#claims.get(client) === connection) continue;
      if (this.#isAnothers(connection, client)) return null;
      const writer = this.#newWriter(connection, client, answer);
      if (writer) fresh.push(writer);
    }
    for (const client of clients) this.#claim(connection, client, fresh);
    return fresh;
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

  #isAnothers(connection: Connection, client: number): boolean {
    const { id } = connection.participant;
    const claimed = this.#claims.get(client);
    if (claimed && claimed.participant.id !== id) return true;
    const holder = this.around.holder(client);
    if (holder?.present && holder.participant !== id) return true;
    return this.around.isServers(client);
  }

  #newWriter(connection: Connection, client: number, answer: boolean): Writer | null {
    const { id } = connection.participant;
    const known = this.around.authors.writer(client);
    if (known && !known.brought) return null;
    const holder = this.around.holder(client);
    const own = holder ? holder.participant === id : !answer;
    if (known && !own) return null;
    return { client, actorId: id, organisationId: connection.organisation, brought: !own };
  }

  /** Who brings words of somebody who is away gets no claim to write on under that id. */
  #claim(connection: Connection, client: number, fresh: readonly Writer[]): void {
    const writer = fresh.find((one) => one.client === client) ?? this.around.authors.writer(client);
    if (!writer || writer.brought || writer.actorId !== connection.participant.id) return;
    this.#claims.set(client, connection);
    connection.clients.add(client);
  }
}
