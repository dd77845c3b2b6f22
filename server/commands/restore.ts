// Putting a revision, or some of its items, back into the working text, as edits.
import { editableRoom } from '#core/document/edits/room.ts';
import { IMPORT } from '#core/document/interchange.ts';
import { replaceSections, restoreItems } from '#core/document/replace.ts';
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import { templateOf } from '#core/framework/templates.ts';
import { walkItems } from '#core/framework/walk.ts';
import { type Refusal, refuse } from '#core/refusal.ts';
import type { Commands } from '../context.ts';
import type { Deps } from '../deps.ts';
import { reach } from '../texts/access.ts';
import { workingOf } from './answers.ts';
import { keepThenEdit } from './keep-then-edit.ts';

/** What the framework is called and its licence stay as they are: a restore is about texts. */
export function restoreRevision(deps: Deps): Commands['revisions']['restore'] {
  const { store, frozen } = deps;
  return async (actor, slug, number, items) => {
    const reached = await reach(store, actor, slug, 'working.write');
    if (!reached.ok) return reached;
    const framework = reached.value;
    const template = templateOf(framework.template);
    if (!template) return refuse('unknown-template');
    const revision = await store.revisions.byNumber(framework.id, number);
    if (!revision) return refuse('not-found');
    const document = await frozen.read(revision.id);
    if (!document.ok) return document;
    const { sections } = document.value;
    const refusal = items && unknownItems(document.value, items);
    if (refusal) return refusal;
    await keepThenEdit(deps, {
      actor,
      framework,
      template,
      reason: 'before-restore',
      edit: (docs) => {
        for (const [index, room] of template.rooms.entries()) {
          const doc = docs[index];
          if (!doc) continue;
          const editable = editableRoom(doc, template, room.key, deps.random, IMPORT);
          if (items) restoreItems(editable, sections, items);
          else replaceSections(editable, sections);
        }
      },
    });
    return workingOf(deps, framework);
  };
}

/** Items that the revision does not hold can't be put back from it. */
function unknownItems({ sections }: InterchangeDocument, items: readonly string[]): Refusal | null {
  const known = new Set([...walkItems(sections)].map(({ item }) => item.id));
  const errors = items.flatMap((item, index) =>
    known.has(item) ? [] : [{ path: `items.${index}`, problem: 'refusal.problem.unknown-item' }],
  );
  if (items.length === 0) errors.push({ path: 'items', problem: 'refusal.problem.no-item' });
  return errors.length > 0 ? refuse('invalid-input', { errors }) : null;
}
