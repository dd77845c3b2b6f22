// Who is in a room and where their caret is: each connection speaks for itself only, and the server says who it is.
import { cleanName } from '#core/people/identity.ts';
import type { PresenceState } from './protocol.ts';

/** The person, or program, behind a connection as the others may see it. */
export interface Participant {
  readonly id: string;
  readonly name: string;
}

/** What a client may say of itself beside `user`; everything else is left out. */
const FIELDS = ['cursor', 'item'] as const;

/** One connection has one document, thus one Yjs client; a few more are let pass. */
const CLIENTS_PER_CONNECTION = 4;

/** Who left is remembered, so that the others believe who comes back; so many, then the first to have left are not. */
const LEFT_KEPT = 2_000;

interface Known {
  /** Whose connection it is; '' once it left. */
  connection: string;
  participant: string;
  /** What the client counts itself, and what the others were told: never less, also after it left and came back. */
  heard: number;
  told: number;
  /** JSON as it came, and as it is told. */
  raw: string;
  state: string;
}

export class Presence {
  readonly #clients = new Map<number, Known>();
  readonly #changed = new Set<number>();
  /** Those who left, the first of them first. */
  readonly #left = new Set<number>();

  get hasChanges(): boolean {
    return this.#changed.size > 0;
  }

  /**
   * Takes what a connection says of its own clients; what it says of others' is passed over, as clients echo it.
   * Returns how many states were refused: longer than `maxLength`, or no state. `mayHold` says whether a client that
   * is new here may be this participant's.
   */
  hear(
    connection: string,
    participant: Participant,
    states: readonly PresenceState[],
    maxLength: number,
    mayHold: (client: number) => boolean,
  ): number {
    let refused = 0;
    let own = this.#count(connection);
    for (const { client, clock, state } of states) {
      const known = this.#clients.get(client);
      if (known && known.connection !== connection) {
        // Its own former connection may still be dying; another person's client id is not to be had.
        if (known.participant !== participant.id) continue;
        known.heard = -1;
      }
      if (!known && !mayHold(client)) continue;
      if (known && (clock < known.heard || (clock === known.heard && state !== 'null'))) continue;
      if (state === 'null') {
        if (known?.connection === connection) own--;
        if (known) this.#leave(client, known);
        continue;
      }
      if (!known && own >= CLIENTS_PER_CONNECTION) continue;
      const fits = state.length <= maxLength;
      const told = !fits ? null : known?.raw === state ? known.state : tell(state, participant);
      if (told === null) {
        refused++;
        continue;
      }
      if (known?.connection !== connection) own++;
      this.#left.delete(client);
      this.#clients.set(client, {
        connection,
        participant: participant.id,
        heard: clock,
        // A client that nobody knows is not believed by y-protocols while it counts 0.
        told: Math.max(clock, (known?.told ?? 0) + 1),
        raw: state,
        state: told,
      });
      this.#changed.add(client);
    }
    return refused;
  }

  /** A connection ended: its clients are gone for the others. */
  leave(connection: string): void {
    for (const [client, known] of this.#clients) {
      if (known.connection === connection) this.#leave(client, known);
    }
  }

  /** Whose a client is, by what was said of it: now, or before it left. */
  holder(client: number): { participant: string; present: boolean } | null {
    const known = this.#clients.get(client);
    return known ? { participant: known.participant, present: known.connection !== '' } : null;
  }

  /** What has changed since the last call. */
  takeChanges(): PresenceState[] {
    const changed = this.#states([...this.#changed]);
    this.#changed.clear();
    return changed;
  }

  /** Everybody who is here. */
  all(): PresenceState[] {
    return this.#states([...this.#clients.keys()]).filter((state) => state.state !== 'null');
  }

  /** Those of `states` that would overrule what the connection itself holds of its own clients. */
  overruling(connection: string, states: readonly PresenceState[]): ReadonlySet<number> {
    const own = states.filter(({ client, clock }) => {
      const known = this.#clients.get(client);
      return known?.connection === connection && clock > known.heard;
    });
    return new Set(own.map((state) => state.client));
  }

  #leave(client: number, known: Known): void {
    if (known.state === 'null') return;
    known.connection = '';
    known.state = 'null';
    known.raw = 'null';
    known.told += 1;
    this.#changed.add(client);
    this.#left.add(client);
    const [first] = this.#left;
    if (this.#left.size > LEFT_KEPT && first !== undefined && !this.#changed.has(first)) {
      this.#left.delete(first);
      this.#clients.delete(first);
    }
  }

  #count(connection: string): number {
    let count = 0;
    for (const known of this.#clients.values()) if (known.connection === connection) count++;
    return count;
  }

  #states(clients: readonly number[]): PresenceState[] {
    return clients.flatMap((client) => {
      const known = this.#clients.get(client);
      return known ? [{ client, clock: known.told, state: known.state }] : [];
    });
  }
}

/** The client's state with the server's idea of who it is; null where it is no state. */
function tell(json: string, participant: Participant): string | null {
  const said = parse(json);
  if (said === null) return null;
  const told: Record<string, unknown> = {};
  for (const field of FIELDS) if (field in said) told[field] = said[field];
  const user: Record<string, unknown> = { id: participant.id, name: shown(participant.name) };
  const color = colorOf(said.user);
  if (color !== null) user.color = color;
  return JSON.stringify({ ...told, user });
}

function parse(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function colorOf(user: unknown): string | null {
  const color = isRecord(user) ? user.color : undefined;
  return typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? color : null;
}

/** An address given as a name is cut at its sign: nobody's address goes to the others. */
function shown(name: string): string {
  return cleanName(name).replace(/(\S+)@\S+/g, '$1');
}
