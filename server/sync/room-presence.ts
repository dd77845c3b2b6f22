// Tells a room who is in it: everybody at once to who comes, changes together and not too often to the others.
import type { Connection } from './connection.ts';
import type { RoomLimits } from './limits.ts';
import type { RoomClock } from './ports.ts';
import { Presence } from './presence.ts';
import { type PresenceState, presenceFrame } from './protocol.ts';

export class RoomPresence {
  readonly #presence = new Presence();
  #due = false;

  constructor(
    private readonly connections: ReadonlySet<Connection>,
    private readonly clock: RoomClock,
    private readonly limits: RoomLimits,
    /** Whether a Yjs client that is new here may be this person's. */
    private readonly mayHold: (client: number, actorId: string) => boolean,
  ) {}

  /** Whose a Yjs client is, by what was said of it: now, or before it left. */
  holder(client: number): { participant: string; present: boolean } | null {
    return this.#presence.holder(client);
  }

  hear(connection: Connection, states: readonly PresenceState[]): void {
    const { id, participant, metrics, limits } = connection;
    const mayHold = (client: number) => this.mayHold(client, participant.id);
    const refused = this.#presence.hear(id, participant, states, limits.presenceLength, mayHold);
    for (let left = refused; left > 0; left--) metrics.refuse('presence');
    this.#tell();
  }

  leave(connection: Connection): void {
    this.#presence.leave(connection.id);
    this.#tell();
  }

  /** Everybody who is here, to one connection. */
  tellAll(connection: Connection): void {
    const present = this.#presence.all();
    if (present.length > 0) connection.send(presenceFrame(present));
  }

  /** At the end of this turn, then at most once in a while: carets move often. */
  #tell(): void {
    if (this.#due || !this.#presence.hasChanges) return;
    this.#due = true;
    this.clock.turn(() => {
      this.#send();
      this.clock.later(this.limits.presenceEveryMs, () => {
        this.#due = false;
        this.#tell();
      });
    });
  }

  #send(): void {
    const changes = this.#presence.takeChanges();
    if (changes.length === 0) return;
    const frame = presenceFrame(changes);
    for (const connection of [...this.connections]) {
      const own = this.#presence.overruling(connection.id, changes);
      if (own.size === 0) connection.send(frame);
      else connection.send(presenceFrame(changes.filter((change) => !own.has(change.client))));
    }
  }
}
