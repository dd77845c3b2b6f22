// Any two of version, revision and working text are compared, by who may read both, and what was compared is kept.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { compareDocuments } from '#core/comparison/compare.ts';
import {
  type InterchangeDocument,
  interchangeDocumentSchema,
} from '#core/framework/interchange.ts';
import {
  ACTORS,
  anonymous,
  answer,
  coordinator,
  editor,
  type House,
  house,
  reader,
  value,
} from '../house.ts';

const read = (name: string): InterchangeDocument =>
  interchangeDocumentSchema.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '../../sample/fr', name), 'utf8')),
  );

let here: House;
beforeEach(() => {
  here = house();
});

const compare = (slug: string, base: string, head: string, actor = reader) =>
  here.queries.comparisons.get(actor, slug, base, head);

describe.each(['job-reference', 'advocacy', 'ideal-system'])('the sample %s', (name) => {
  it('imported, frozen, and replaced by its second revision differs as the two documents do', async () => {
    const [one, two] = [read(`${name}.rev1.json`), read(`${name}.rev2.json`)];
    const { slug } = value(await here.commands.frameworks.import(coordinator, one));
    value(await here.commands.working.replace(editor, slug, two));
    const found = value(await compare(slug, 'r1', 'working'));
    const options = { baseRef: 'r1', headRef: 'working', language: 'fr' } as const;
    expect(found).toEqual(compareDocuments(one, two, options));
    expect(found.changes.length).toBeGreaterThan(0);
  });
});

describe('between versions', () => {
  const document = read('advocacy.rev1.json');
  const { slug } = document.framework;
  const publish = async (label: string, isPublic: boolean) =>
    value(
      await here.commands.versions.publish(coordinator, slug, {
        label,
        status: 'consultation',
        note: '',
        public: isPublic,
      }),
    );
  beforeEach(async () => {
    value(await here.commands.frameworks.import(coordinator, document));
    value(await here.commands.frameworks.update(coordinator, slug, { visibility: 'public' }));
    await publish('0.1', true);
    value(await here.commands.working.replace(editor, slug, read('advocacy.rev2.json')));
    await publish('0.2', true);
    await publish('0.3', false);
  });

  it.each([
    ['0.1', '0.2', ['ok', 'ok', 'ok', 'ok']],
    ['0.2', '0.1', ['ok', 'ok', 'ok', 'ok']],
    ['0.1', '0.3', ['not-found', 'ok', 'ok', 'ok']],
    ['0.3', '0.1', ['not-found', 'ok', 'ok', 'ok']],
    ['0.1', 'working', ['not-signed-in', 'ok', 'ok', 'ok']],
    ['r1', '0.2', ['not-signed-in', 'ok', 'ok', 'ok']],
    ['0.1', '9.9', ['not-found', 'not-found', 'not-found', 'not-found']],
    ['0.1', 'R1', ['not-found', 'not-found', 'not-found', 'not-found']],
    ['0.1', 'r0', ['not-found', 'not-found', 'not-found', 'not-found']],
  ])('%s...%s needs the right to read both ends', async (base, head, expected) => {
    const answers = [];
    for (const actor of Object.values(ACTORS))
      answers.push(answer(await compare(slug, base, head, actor)));
    expect(answers).toEqual(expected);
  });

  it('is made once, and made again when the working text changes', async () => {
    const versions = value(await compare(slug, '0.1', '0.2'));
    expect(value(await compare(slug, '0.1', '0.2', anonymous))).toBe(versions);
    const before = value(await compare(slug, '0.1', 'working'));
    expect(value(await compare(slug, '0.1', 'working'))).toBe(before);
    expect(before.summary).toEqual(versions.summary);
    value(await here.commands.working.replace(editor, slug, document));
    expect(value(await compare(slug, '0.1', 'working')).changes).toEqual([]);
  });
});
