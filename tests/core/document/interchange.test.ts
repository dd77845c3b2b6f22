// Documents go into a room and come out the same, whatever they hold; and a room is brought to a document by the fewest edits.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { editableRoom } from '#core/document/edits/room.ts';
import { readSections, seedRoom } from '#core/document/interchange.ts';
import { replaceSections, restoreItems } from '#core/document/replace.ts';
import { itemsOf, readRoom } from '#core/document/room.ts';
import { canonicalJson } from '#core/framework/canonical.ts';
import {
  type DocumentSection,
  type InterchangeDocument,
  interchangeDocumentSchema,
} from '#core/framework/interchange.ts';
import type { Template } from '#core/framework/template.ts';
import { TEMPLATES, templateOf } from '#core/framework/templates.ts';
import { documentSections } from './arbitrary.ts';
import { chance } from './chance.ts';

function load(file: string): InterchangeDocument {
  const url = new URL(`../../sample/${file}`, import.meta.url);
  return interchangeDocumentSchema.parse(JSON.parse(readFileSync(url, 'utf8')));
}

function known(key: string): Template {
  const template = templateOf(key);
  if (!template) throw new Error(`no template ${key}`);
  return template;
}

function seeded(template: Template, roomKey: string, sections: readonly DocumentSection[]): Y.Doc {
  const doc = new Y.Doc();
  seedRoom(doc, template, roomKey, sections, chance(1));
  return doc;
}

/** The sections of a room in canonical form; those the document leaves out are left out. */
function inRoom(template: Template, roomKey: string, sections: readonly DocumentSection[]): string {
  const keys = template.rooms.find((room) => room.key === roomKey)?.sections ?? [];
  return canonicalJson(keys.flatMap((key) => sections.find((one) => one.key === key) ?? []));
}

const NAMES = TEMPLATES.map((template) => template.key);
const FILES = NAMES.flatMap((name) => [
  `fr/${name}.rev1.json`,
  `fr/${name}.rev2.json`,
  `en/${name}.rev1.json`,
]);

describe('what was imported is exported the same, in canonical form', () => {
  test.each(FILES)('%s', (file) => {
    const document = load(file);
    const template = known(document.framework.template);
    const out = template.rooms.flatMap((room) =>
      readSections(seeded(template, room.key, document.sections), template, room.key),
    );
    expect(canonicalJson(out)).toBe(canonicalJson(document.sections));
  });

  test.each(TEMPLATES)(
    'any document of $key',
    (template) => {
      fc.assert(
        fc.property(documentSections(template), (sections) => {
          for (const room of template.rooms) {
            const doc = seeded(template, room.key, sections);
            const copy = new Y.Doc();
            Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
            const out = readSections(copy, template, room.key);
            expect(canonicalJson(out)).toBe(inRoom(template, room.key, sections));
          }
        }),
        { seed: 20_260_101, numRuns: 60 },
      );
    },
    60_000,
  );
});

describe('bringing a room to a document', () => {
  test.each(NAMES)('%s: the next revision, and back, changing little', (name) => {
    const template = known(name);
    const [one, two] = [load(`fr/${name}.rev1.json`), load(`fr/${name}.rev2.json`)];
    for (const room of template.rooms) {
      const doc = seeded(template, room.key, one.sections);
      const whole = Y.encodeStateAsUpdate(doc).length;
      let changed = 0;
      doc.on('update', (update: Uint8Array) => {
        changed += update.length;
      });
      const edit = editableRoom(doc, template, room.key, chance(2), 'put');
      replaceSections(edit, two.sections);
      expect(canonicalJson(readSections(doc, template, room.key))).toBe(
        inRoom(template, room.key, two.sections),
      );
      expect(changed).toBeLessThan(whole / 3);
      changed = 0;
      replaceSections(edit, two.sections);
      expect(changed).toBe(0);
      replaceSections(edit, one.sections);
      expect(canonicalJson(readSections(doc, template, room.key))).toBe(
        inRoom(template, room.key, one.sections),
      );
    }
  });

  test.each(TEMPLATES)(
    'any two documents of $key',
    (template) => {
      fc.assert(
        fc.property(documentSections(template), documentSections(template), (one, two) => {
          for (const room of template.rooms) {
            const doc = seeded(template, room.key, one);
            const edit = editableRoom(doc, template, room.key, chance(3), 'put');
            for (const goal of [two, one]) {
              replaceSections(edit, goal);
              expect(canonicalJson(readSections(doc, template, room.key))).toBe(
                inRoom(template, room.key, goal),
              );
              const vector = Y.encodeStateVector(doc);
              replaceSections(edit, goal);
              expect(Y.encodeStateVector(doc)).toEqual(vector);
            }
          }
        }),
        { seed: 20_260_102, numRuns: 25 },
      );
    },
    60_000,
  );

  test('keeps what another person types meanwhile', () => {
    const template = known('job-reference');
    const one = load('fr/job-reference.rev1.json');
    const here = seeded(template, 'missions', one.sections);
    const there = new Y.Doc();
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
    const body = (itemsOf(there).get('act-confiance') as Y.Map<unknown>).get(
      'text',
    ) as Y.XmlFragment;
    ((body.get(1) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Toujours ');
    replaceSections(
      editableRoom(here, template, 'missions', chance(4), 'put'),
      load('fr/job-reference.rev2.json').sections,
    );
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
    const found = JSON.stringify(readSections(here, template, 'missions'));
    expect(found).toContain('Toujours Se présenter');
  });
});

describe('putting items back as a document had them', () => {
  const template = known('job-reference');
  const one = load('fr/job-reference.rev1.json');
  const two = load('fr/job-reference.rev2.json');

  test('wording, fields, references and place come back; the rest stays', () => {
    const doc = seeded(template, 'missions', one.sections);
    const room = editableRoom(doc, template, 'missions', chance(5), 'restore');
    const empty = one.sections.map(({ key }) => ({ key }));
    replaceSections(room, empty);
    expect(restoreItems(room, one.sections, ['m-inscrire', 'act-droits', 'nobody'])).toEqual([
      'm-inscrire',
      'act-droits',
    ]);
    const [section] = readRoom(doc, template, 'missions', 'fr');
    expect(section?.items.map((item) => [item.id, item.children.map((child) => child.id)])).toEqual(
      [['m-inscrire', ['act-droits']]],
    );
  });

  test('all items of a revision give that revision', () => {
    const doc = seeded(template, 'missions', two.sections);
    const room = editableRoom(doc, template, 'missions', chance(6), 'restore');
    const ids: string[] = [];
    const collect = (items: DocumentSection['items']) => {
      for (const item of items ?? []) {
        ids.push(item.id);
        collect(item.children);
      }
    };
    for (const section of one.sections) collect(section.items);
    restoreItems(room, one.sections, ids);
    const after = JSON.stringify(readSections(doc, template, 'missions'));
    const before = JSON.stringify(
      readSections(seeded(template, 'missions', one.sections), template, 'missions'),
    );
    for (const text of before.match(/"title":"[^"]*"/g) ?? []) expect(after).toContain(text);
  });
});

describe('imported spelling', () => {
  const template = known('advocacy');
  const section = (body: string, bodyDoc?: object): DocumentSection[] => [
    {
      key: 'recommendations',
      items: [
        { id: 'r1', kind: 'recommendation', title: 'T', body, ...(bodyDoc ? { bodyDoc } : {}) },
      ] as DocumentSection['items'],
    },
  ];
  const body = (doc: Y.Doc) => readSections(doc, template, 'recommendations')[0]?.items?.[0]?.body;

  test.each([
    '* a\n* b',
    '__gras__',
    'a\n=\n',
    '  x  ',
    '# T',
    '```\ncode\n```',
    '1) a',
    'a  \nb',
    '\n\n',
  ])('stays %j until the text changes', (markdown) => {
    const doc = seeded(template, 'recommendations', section(markdown));
    expect(body(doc)).toBe(markdown);
  });

  test('gives way to what the text says once it is edited, and comes back with it', () => {
    const doc = seeded(template, 'recommendations', section('__gras__ et *fin*'));
    const text = (itemsOf(doc).get('r1') as Y.Map<unknown>).get('text') as Y.XmlFragment;
    const words = (text.get(1) as Y.XmlElement).get(0) as Y.XmlText;
    words.insert(4, 'x', { bold: {} });
    expect(body(doc)).toBe('**grasx** et *fin*');
    words.delete(4, 1);
    expect(body(doc)).toBe('__gras__ et *fin*');
  });

  test('is not kept where it links to what may not be linked', () => {
    for (const href of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java&#9;script:alert(1)',
      'data:text/html,x',
      'vbscript:x',
    ]) {
      const doc = seeded(template, 'recommendations', section(`[mot](${href})`));
      expect(body(doc)).toBe('mot');
    }
    const marks = [{ type: 'link', attrs: { href: ' \u0001javascript:alert(1)' } }];
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'mot', marks }] }];
    const doc = seeded(template, 'recommendations', section('mot', { type: 'doc', content }));
    expect(JSON.stringify(readSections(doc, template, 'recommendations'))).not.toContain(
      'javascript',
    );
  });
});
