// What the rooms ask of the rest: which text an address names, and what somebody may do there now.
import { templateOf } from '#core/framework/templates.ts';
import { type Actor, can } from '#core/policy.ts';
import type { Frameworks } from '#db/frameworks.ts';
import type { RoomDoor, RoomRight } from './sync/ports.ts';
import { targetOf } from './texts/access.ts';

/** `actorNow` gives the actor with the role it has now, or null when it may no longer come in. */
export function createRoomDoor(
  frameworks: Frameworks,
  actorNow: (actor: Actor) => Promise<Actor | null>,
): RoomDoor {
  return {
    async find(slug, room) {
      const framework = await frameworks.bySlug(slug);
      const template = framework && templateOf(framework.template);
      const known = template?.rooms.some(({ key }) => key === room) ?? false;
      return framework !== undefined && known ? { frameworkId: framework.id, room } : null;
    },
    async rights(actor, room): Promise<RoomRight> {
      const now = await actorNow(actor);
      if (now === null) return 'stranger';
      const framework = await frameworks.byId(room.frameworkId);
      if (framework === undefined) return 'none';
      const target = targetOf(framework);
      if (can(now, 'working.write', target)) return 'write';
      return can(now, 'working.read', target) ? 'read' : 'none';
    },
  };
}
