// The working text of a framework as an interchange document, read from its rooms and kept while nothing changes.

import type * as Y from 'yjs';
import { readSections } from '#core/document/interchange.ts';
import { inDocumentOrder, sectionOrderOf } from '#core/document/section-order.ts';
import type {
  DocumentSection,
  FrameworkHead,
  InterchangeDocument,
} from '#core/framework/interchange.ts';
import type { Template } from '#core/framework/template.ts';
import { templateOf } from '#core/framework/templates.ts';
import { accept, type Result, refuse } from '#core/refusal.ts';
import type { StoredFramework } from '#db/frameworks.ts';
import type { RoomLog } from '#db/room-log.ts';
import type { LiveRooms, RoomName } from '../sync/ports.ts';
import { RoomUnavailable } from '../sync/unavailable.ts';
import { Bounded } from './bounded.ts';

export interface WorkingText {
  readonly document: InterchangeDocument;
  /** Keys of the sections that are not in it, since their text is damaged. */
  readonly damaged: readonly string[];
  /** Where the log stood: two texts of one framework with the same position have the same sections. */
  readonly position: number;
}

export interface WorkingTexts {
  /** As it is now, or as it was kept where no room changed since. Refuses unknown-template. */
  read(framework: StoredFramework): Promise<Result<WorkingText>>;
  /** The same, without the sections whose text is damaged, where `read` would throw. */
  readable(framework: StoredFramework): Promise<Result<WorkingText>>;
  /** As it is now, once everything that the rooms had received is on disk. Refuses unknown-template. */
  settled(framework: StoredFramework): Promise<Result<InterchangeDocument>>;
}

/** How many texts are kept in memory. */
const KEPT = 40;

interface Kept {
  readonly position: number;
  readonly sections: readonly DocumentSection[];
}

export function createWorkingTexts(log: RoomLog, rooms: LiveRooms): WorkingTexts {
  const kept = new Bounded<string, Kept>(KEPT);

  /** With `partly`, what is damaged is left out, and told; else it throws. */
  async function sectionsNow(framework: StoredFramework, template: Template, partly: boolean) {
    const read: RoomText[] = [];
    const damaged: string[] = [];
    for (const { key, sections } of template.rooms) {
      const room = { frameworkId: framework.id, room: key };
      try {
        read.push(await rooms.read(room, (doc) => readRoom(doc, template, key)));
      } catch (error) {
        if (!partly || !isDamaged(error)) throw error;
        damaged.push(...sections);
      }
    }
    return { sections: together(template, read), damaged };
  }

  async function readNow(
    framework: StoredFramework,
    partly: boolean,
  ): Promise<Result<WorkingText>> {
    const template = templateOf(framework.template);
    if (!template) return refuse('unknown-template');
    // The position is read before the texts: what came in between makes the next reader read again.
    const { position } = await log.mark(framework.id);
    const before = kept.get(framework.id);
    const isKept = before?.position === position && rooms.damaged(framework.id).length === 0;
    const { sections, damaged } = isKept
      ? { sections: before.sections, damaged: [] }
      : await sectionsNow(framework, template, partly);
    if (damaged.length === 0) kept.set(framework.id, { position, sections });
    return accept({ document: documentOf(framework, sections), damaged, position });
  }

  return {
    read: (framework) => readNow(framework, false),
    readable: (framework) => readNow(framework, true),
    async settled(framework) {
      const template = templateOf(framework.template);
      if (!template) return refuse('unknown-template');
      await rooms.settle(roomsOf(framework, template));
      const { sections } = await sectionsNow(framework, template, false);
      return accept(documentOf(framework, sections));
    },
  };
}

function isDamaged(error: unknown): boolean {
  return error instanceof RoomUnavailable && error.why === 'unreadable';
}

/** The names of all rooms of a framework, in its template's order. */
export function roomsOf(framework: StoredFramework, template: Template): RoomName[] {
  return template.rooms.map(({ key }) => ({ frameworkId: framework.id, room: key }));
}

/** The document that these rooms' documents, in the template's order, make together at this moment. */
export function readDocument(
  framework: StoredFramework,
  template: Template,
  docs: readonly Y.Doc[],
): InterchangeDocument {
  const read = template.rooms.flatMap(({ key }, index) => {
    const doc = docs[index];
    return doc ? [readRoom(doc, template, key)] : [];
  });
  return documentOf(framework, together(template, read));
}

/** What one room brings to its framework's document. */
interface RoomText {
  readonly sections: readonly DocumentSection[];
  readonly order: readonly string[] | null;
}

function readRoom(doc: Y.Doc, template: Template, key: string): RoomText {
  return { sections: readSections(doc, template, key), order: sectionOrderOf(doc) };
}

function together(template: Template, rooms: readonly RoomText[]): DocumentSection[] {
  return inDocumentOrder(
    template,
    rooms.flatMap(({ sections }) => sections),
    rooms.map(({ order }) => order),
  );
}

function documentOf(
  framework: StoredFramework,
  sections: readonly DocumentSection[],
): InterchangeDocument {
  return { format: 'triptyque/1', framework: headOf(framework), sections: [...sections] };
}

/** The head of a document of this framework as it is now; licence and notice only where there is one. */
export function headOf(framework: StoredFramework): FrameworkHead {
  const { slug, template, language, title, licence, notice } = framework;
  return {
    slug,
    template,
    language,
    title,
    ...(licence === '' ? {} : { licence }),
    ...(notice === '' ? {} : { notice }),
  };
}
