// The order in which a document listed its sections, kept where it is not the template's, so that it goes out as it came.
import type * as Y from 'yjs';
import { canonicalJson } from '../framework/canonical.ts';
import type { DocumentSection } from '../framework/interchange.ts';
import type { Template } from '../framework/template.ts';
import type { EditableRoom } from './edits/room.ts';
import { SOURCES, sourceKey } from './wire.ts';

const NOTE = sourceKey({ order: 'sections' });

/** Notes in the room how `listed`, the keys of all sections of a document, stood; nothing where that is the template's order. */
export function noteSectionOrder(room: EditableRoom, listed: readonly string[]): void {
  const sources = room.doc.getMap<unknown>(SOURCES);
  const usual = room.template.sections.map(({ key }) => key).filter((key) => listed.includes(key));
  if (canonicalJson(usual) === canonicalJson(listed)) {
    if (sources.has(NOTE)) sources.delete(NOTE);
  } else if (canonicalJson(sources.get(NOTE)) !== canonicalJson(listed)) {
    sources.set(NOTE, [...listed]);
  }
}

/** The keys of a document's sections in its order as this room noted them; null where it is the template's. */
export function sectionOrderOf(doc: Y.Doc): readonly string[] | null {
  const noted = doc.getMap<unknown>(SOURCES).get(NOTE);
  return Array.isArray(noted) ? noted.filter((key) => typeof key === 'string') : null;
}

/** Sections of one framework as their document listed them; `noted` is what its rooms say. Others follow as the template has them. */
export function inDocumentOrder(
  template: Template,
  sections: readonly DocumentSection[],
  noted: readonly (readonly string[] | null)[],
): DocumentSection[] {
  const usual = template.sections.map(({ key }) => key);
  const first = noted.find((order) => order !== null) ?? [];
  const order = [...new Set([...first, ...usual])];
  return order.flatMap((key) => sections.filter((section) => section.key === key));
}
