// Asks the rights of connections: when they come in, when somebody's rights change, and now and then, since a session also ends by time.
import type { Connection } from './connection.ts';
import type { RoomLimits } from './limits.ts';
import type { RoomClock, RoomDoor, RoomLog, RoomName, RoomRight } from './ports.ts';

/** Somebody who is signed in, at the door of a room. */
type Visitor = NonNullable<Connection['actor']>;

/** After so many askings others get their turn: the database answers without letting go of the loop. */
const ASKED_IN_A_ROW = 20;

export class Rights {
  /** Raised whenever rights are asked again: who is about to come in then is asked again too. */
  #round = 0;
  #isWatching = false;
  /** Number of the last sweep: an earlier one that hangs gives up. */
  #sweep = 0;

  constructor(
    private readonly connections: ReadonlySet<Connection>,
    private readonly door: Pick<RoomDoor, 'rights'>,
    private readonly clock: RoomClock,
    private readonly limits: Pick<RoomLimits, 'rightsEveryMs'>,
    private readonly log: RoomLog,
  ) {}

  /**
   * Whether it may come in: asked, unless it was asked already and no right has changed since. Closes it where it may
   * not.
   */
  async mayEnter(connection: Connection, actor: Visitor, name: RoomName): Promise<boolean> {
    while (connection.isOpen && connection.rightsAsked !== this.#round) {
      const round = this.#round;
      const right = await this.door.rights(actor, name);
      connection.rightsAsked = round;
      connection.mayWrite = right === 'write';
      if (right === 'stranger') connection.refuse('signed-out');
      if (right === 'none') connection.refuse('no-right');
    }
    return connection.isOpen;
  }

  /** Rights changed: asks those of the matching connections again, and closes who lost some. */
  async recheck(match: (connection: { actor: Visitor; room: RoomName }) => boolean): Promise<void> {
    this.#round++;
    const asked = [...this.connections].flatMap((connection) => {
      const { actor, room } = connection;
      return actor && room && match({ actor, room }) ? [{ connection, actor, room }] : [];
    });
    await Promise.all(
      asked.map(async ({ connection, actor, room }) => {
        try {
          apply(connection, await this.door.rights(actor, room));
        } catch (error) {
          // Rights that changed and cannot be asked are not assumed: it comes back, and is asked again.
          this.log.error('rights could not be asked', { error: String(error) });
          connection.refuse('rights-unknown');
        }
      }),
    );
  }

  /** While somebody is connected, all rights are asked again now and then. */
  watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    this.clock.later(this.limits.rightsEveryMs, () => {
      this.#isWatching = false;
      if (this.connections.size === 0) return;
      this.watch();
      void this.#askAll(++this.#sweep);
    });
  }

  /** Never throws. Nothing is known to have changed, so whoever cannot be asked about stays, and is asked the next time. */
  async #askAll(sweep: number): Promise<void> {
    let failed = 0;
    let why = '';
    for (const [at, connections] of this.#together().entries()) {
      if (at % ASKED_IN_A_ROW === ASKED_IN_A_ROW - 1) await this.#turn();
      if (sweep !== this.#sweep) return;
      const [first] = connections;
      if (!first?.isOpen || !first.actor || !first.room) continue;
      try {
        const right = await this.door.rights(first.actor, first.room);
        for (const connection of connections) apply(connection, right);
      } catch (error) {
        failed++;
        why = String(error);
      }
    }
    if (failed > 0) this.log.error('rights could not be asked again', { failed, error: why });
  }

  /** Connections by who they are and where: each such group has one right. */
  #together(): Connection[][] {
    const groups = new Map<string, Connection[]>();
    for (const connection of this.connections) {
      const { actor, room } = connection;
      if (!actor || !room) continue;
      const session = actor.kind === 'account' ? actor.session : undefined;
      const key = JSON.stringify([actor.kind, actor.id, session, room.frameworkId, room.room]);
      const group = groups.get(key);
      if (group) group.push(connection);
      else groups.set(key, [connection]);
    }
    return [...groups.values()];
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => this.clock.turn(resolve));
  }
}

function apply(connection: Connection, right: RoomRight): void {
  const could = connection.mayWrite;
  if (right === 'stranger') connection.refuse('signed-out');
  else if (right === 'none' || (could && right === 'read')) connection.refuse('right-lost');
  else connection.mayWrite = right === 'write';
}
