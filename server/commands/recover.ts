// Putting a damaged text right: what can still be read of it, the last revision or the last version takes its place.
import { PUT_RIGHT } from '#core/document/wire.ts';
import { templateOf } from '#core/framework/templates.ts';
import { accept, type Refusal, type Result, refuse } from '#core/refusal.ts';
import type { StoredFramework } from '#db/frameworks.ts';
import type { Replacement, Salvage } from '#db/room-recovery.ts';
import type { Commands, Recovered } from '../context.ts';
import type { Deps } from '../deps.ts';
import type { RoomName } from '../sync/ports.ts';
import { idOf, nameOf, reach } from '../texts/access.ts';
import {
  lastPutRight,
  readSalvage,
  type Source,
  sourceOf,
  textInPlace,
} from '../texts/damaged-text.ts';
import { unlessUnavailable } from '../texts/guard.ts';
import { freeze } from '../texts/seal.ts';

/**
 * The damaged bytes stay as they are. The room is closed meanwhile: whoever writes in it is sent out, comes back
 * to the text that took its place, and brings what it still holds. Where memory still has the text whole, that is
 * what can be read of it. Two who choose at once: the first one's choice is done, the second is told.
 */
export function recoverRoom(deps: Deps): Commands['working']['recover'] {
  const { store, rooms, clock, random } = deps;
  return async (actor, slug, key, { from, damage }) => {
    const reached = await reach(store, actor, slug, 'working.recover');
    if (!reached.ok) return reached;
    const framework = reached.value;
    const template = templateOf(framework.template);
    if (!template?.rooms.some((room) => room.key === key)) return refuse('not-found');
    const name = { frameworkId: framework.id, room: key };
    const meant = (salvage: Salvage) => damage === undefined || damage === String(salvage.id);
    const found = await store.recovery.salvage(name);
    // Nobody is sent out of a text that is well.
    if (!found || !meant(found) || !readSalvage(found).isDamaged) return before(deps, name);
    const source = await sourceOf(deps, framework, from);
    if (!source.ok) return source;
    const revision = await store.revisions.latest(framework.id);
    const done = await rooms.whileClosed(
      name,
      PUT_RIGHT,
      async (live): Promise<boolean | Refusal> => {
        const salvage = await store.recovery.salvage(name);
        if (!salvage || !meant(salvage)) return false;
        const text = readSalvage(salvage);
        if (!text.isDamaged) return false;
        const base = live ?? text.update;
        // What is empty takes the place of a text only where there is nothing else at all.
        if (!base && !source.value.sections && revision) return refuse('nothing-to-recover');
        const place = { template, room: key, random };
        const { update, client } = textInPlace(place, base, source.value.sections);
        const actorId = idOf(actor);
        const writer = client !== null && { client, actorId, organisationId: null, brought: false };
        const replacement: Replacement = {
          id: salvage.id,
          by: nameOf(actor),
          replacedBy: nameOfSource(source.value),
          historyKept: base !== null,
          update: {
            room: name,
            update,
            actorId,
            at: clock(),
            ...(writer ? { authorship: { writers: [writer], carried: [] } } : {}),
          },
        };
        return store.recovery.replace(replacement);
      },
    );
    if (typeof done !== 'boolean') return done;
    if (done) await keepAfter(deps, framework, nameOf(actor));
    const told = await before(deps, name);
    return told.ok ? accept({ ...told.value, done }) : told;
  };
}

function nameOfSource({ from, ref }: Source): string {
  return from === 'readable' ? 'readable' : ref;
}

/** What was last done to this room, by whomever; refuses not-damaged where nothing ever had to be. */
async function before({ store }: Deps, name: RoomName): Promise<Result<Recovered>> {
  const last = await lastPutRight(store, name);
  return last ? accept({ ...last, done: false }) : refuse('not-damaged');
}

/** The text as it is from now on stands among the revisions, unless it is the last one or more of it is damaged. */
async function keepAfter(deps: Deps, framework: StoredFramework, createdBy: string): Promise<void> {
  const document = await unlessUnavailable(() => deps.working.settled(framework));
  if (!document?.ok) return;
  await unlessUnavailable(() =>
    deps.store.revisions.keep(framework.id, {
      ...freeze(document.value),
      name: '',
      reason: 'after-recovery',
      createdAt: deps.clock(),
      createdBy,
    }),
  );
}
