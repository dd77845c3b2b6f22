// Putting a whole document in place of the working text: as edits, so that whoever is writing sees it happen.
import { editableRoom } from '#core/document/edits/room.ts';
import { IMPORT, readSections } from '#core/document/interchange.ts';
import { replaceSections } from '#core/document/replace.ts';
import { canonicalJson } from '#core/framework/canonical.ts';
import type { FrameworkHead, InterchangeDocument } from '#core/framework/interchange.ts';
import { templateOf } from '#core/framework/templates.ts';
import { withWrittenSince } from '#core/importing/since.ts';
import { type Refusal, refuse } from '#core/refusal.ts';
import type { FrameworkChanges, StoredFramework } from '#db/frameworks.ts';
import type { Commands } from '../context.ts';
import type { Deps } from '../deps.ts';
import { reach, rightsOf } from '../texts/access.ts';
import { workingOf } from './answers.ts';
import { documentRefusal } from './check-document.ts';
import { keepThenEdit } from './keep-then-edit.ts';
import { noticeAfter } from './update-framework.ts';

/**
 * The slug stays: it is the address, not the text. Title, licence and notice follow the document where
 * whoever acts may rename the framework, and stay as they are where not.
 */
export function replaceWorking(deps: Deps): Commands['working']['replace'] {
  const { store, clock } = deps;
  return async (actor, slug, document, seen) => {
    const reached = await reach(store, actor, slug, 'working.write');
    if (!reached.ok) return reached;
    const framework = reached.value;
    const refusal = replaceRefusal(framework, document);
    if (refusal) return refusal;
    const template = templateOf(framework.template);
    if (!template) return refuse('unknown-template');
    const before = await deps.working.settled(framework);
    if (!before.ok) return before;
    if (canonicalJson(before.value.sections) !== canonicalJson(document.sections)) {
      await keepThenEdit(deps, {
        actor,
        framework,
        template,
        reason: 'before-replace',
        edit: (docs) => {
          for (const [index, room] of template.rooms.entries()) {
            const doc = docs[index];
            if (!doc) continue;
            const editable = editableRoom(doc, template, room.key, deps.random, IMPORT);
            const now = seen ? readSections(doc, template, room.key) : [];
            const { sections } = document;
            replaceSections(editable, seen ? withWrittenSince(now, sections, seen) : sections);
          }
        },
      });
    }
    if (!rightsOf(actor, framework).manage) return workingOf(deps, framework);
    const changes = headChanges(framework, document.framework);
    const changed = await store.frameworks.change(framework.id, changes, clock());
    return changed.ok ? workingOf(deps, changed.value) : changed;
  };
}

/** Why a document cannot be put in place of this framework's text, or null. */
export function replaceRefusal(
  framework: StoredFramework,
  document: InterchangeDocument,
): Refusal | null {
  return otherFramework(framework, document.framework) ?? documentRefusal(document);
}

/** A document of another kind of framework, or in another language, is no new state of this one. */
function otherFramework(framework: StoredFramework, head: FrameworkHead): Refusal | null {
  const errors = [
    ...(head.template === framework.template
      ? []
      : [{ path: 'framework.template', problem: 'refusal.problem.other-template' }]),
    ...(head.language === framework.language
      ? []
      : [{ path: 'framework.language', problem: 'refusal.problem.other-language' }]),
  ];
  return errors.length > 0 ? refuse('document-invalid', { errors }) : null;
}

function headChanges(framework: StoredFramework, head: FrameworkHead): FrameworkChanges {
  return {
    title: head.title,
    licence: head.licence ?? '',
    notice: noticeAfter(framework, head.notice ?? ''),
  };
}
