// What the socket asks before it lets somebody into a room: which text an address names, and what they may do there.
import { templateOf } from '#core/framework/templates.ts';
import { type Actor, can } from '#core/policy.ts';
import type { Store } from '#db/store.ts';
import type { RoomDoor } from '../sync/ports.ts';
import { targetOf } from '../texts/access.ts';

/**
 * A door over the store. `actorNow` gives the actor as it is now, with the role it has now, or null when
 * it may no longer come in. A former slug leads to its framework, so that who was connected comes back.
 */
export function createRoomDoor(
  { frameworks }: Pick<Store, 'frameworks'>,
  actorNow: (actor: Actor) => Promise<Actor | null>,
): RoomDoor {
  return {
    async find(slug, room) {
      const framework = await frameworks.bySlug(slug);
      const rooms = framework ? (templateOf(framework.template)?.rooms ?? []) : [];
      return framework && rooms.some(({ key }) => key === room)
        ? { frameworkId: framework.id, room }
        : null;
    },
    async rights(actor, { frameworkId }) {
      const present = await actorNow(actor);
      if (!present) return 'stranger';
      const framework = await frameworks.byId(frameworkId);
      if (!framework) return 'none';
      const target = targetOf(framework);
      if (can(present, 'working.write', target)) return 'write';
      return can(present, 'working.read', target) ? 'read' : 'none';
    },
  };
}
