// Documents go into a room and come out the same, whatever they hold.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { editableRoom } from '#core/document/edits/room.ts';
import { readSections, seedRoom } from '#core/document/interchange.ts';
import { replaceSections } from '#core/document/replace.ts';
import { canonicalJson } from '#core/framework/canonical.ts';
import { interchangeDocumentSchema } from '#core/framework/interchange.ts';
import { templateOf } from '#core/framework/templates.ts';

const FILES = ['job-reference', 'advocacy', 'ideal-system'].flatMap((name) => [
  `fr/${name}.rev1.json`,
  `fr/${name}.rev2.json`,
  `en/${name}.rev1.json`,
]);
const load = (file: string) =>
  interchangeDocumentSchema.parse(JSON.parse(readFileSync(`tests/sample/${file}`, 'utf8')));

describe.each(FILES)('%s', (file) => {
  test('comes out as it went in', () => {
    const document = load(file);
    const template = templateOf(document.framework.template);
    if (!template) throw new Error('no template');
    const out = template.rooms.flatMap((room) => {
      const doc = new Y.Doc();
      seedRoom(doc, template, room.key, document.sections, Math.random);
      return readSections(doc, template, room.key);
    });
    expect(canonicalJson(out)).toBe(canonicalJson(document.sections));
  });
});
test('put', () => {
  for (const name of ['job-reference', 'advocacy', 'ideal-system']) {
    const one = load(`fr/${name}.rev1.json`),
      two = load(`fr/${name}.rev2.json`);
    const template = templateOf(name);
    if (!template) throw new Error();
    for (const room of template.rooms) {
      const doc = new Y.Doc();
      seedRoom(doc, template, room.key, one.sections, Math.random);
      let size = 0;
      doc.on('update', (u: Uint8Array) => {
        size += u.length;
      });
      replaceSections(editableRoom(doc, template, room.key, Math.random, 'put'), two.sections);
      console.log(name, room.key, size);
      expect(canonicalJson(readSections(doc, template, room.key))).toBe(
        canonicalJson(two.sections.filter((s) => room.sections.includes(s.key))),
      );
      size = 0;
      replaceSections(editableRoom(doc, template, room.key, Math.random, 'put'), two.sections);
      expect(size).toBe(0);
    }
  }
});
