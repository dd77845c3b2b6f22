// A file into a present text: previewed without a change, applied as edits, and nobody who writes meanwhile loses a word.
import { beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '#core/framework/canonical.ts';
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import { templateOf } from '#core/framework/templates.ts';
import { walkItems } from '#core/framework/walk.ts';
import { guessPlan } from '#core/importing/guess.ts';
import { seenText } from '#core/importing/since.ts';
import { importNames } from '#locales/import-names.ts';
import { coordinator, editor, type House, house, reader, sample, value } from '../house.ts';

const document = sample('recommandations');
const { slug } = document.framework;
const template = templateOf('advocacy') ?? { key: '', sections: [], rooms: [] };
let here: House;
beforeEach(async () => {
  here = house();
  value(await here.commands.frameworks.import(coordinator, document));
});

const working = async () =>
  value(await here.queries.documents.get(coordinator, slug, 'working')).document;
const itemsOf = ({ sections }: InterchangeDocument) =>
  [...walkItems(sections)].map(({ item }) => item);

/** The text as somebody would bring it back from a word processor: titles and bodies, nothing else. */
async function broughtBack(change: (markdown: string) => string): Promise<InterchangeDocument> {
  const markdown = itemsOf(document)
    .map(({ title = '', body = '' }) => `# ${title}\n\n${body}`)
    .join('\n\n');
  const bytes = new TextEncoder().encode(change(markdown));
  const read = value(await here.queries.documents.read(editor, new Uint8Array(bytes), 'fr'));
  if (!('source' in read)) throw new Error('no source');
  const plan = { ...guessPlan(read.source, template, importNames('fr')), title: false };
  return value(await here.queries.documents.arrange(editor, read.source, plan, document.framework));
}

describe('a file into a present text', () => {
  it('that says the same changes nothing, and keeps every reference and field', async () => {
    const read = await broughtBack((text) => text);
    const { comparison, after } = value(
      await here.queries.comparisons.previewImport(editor, slug, read, 'update'),
    );
    expect(comparison.changes).toEqual([]);
    value(await here.commands.working.replace(editor, slug, after, seenText(document.sections)));
    expect(canonicalJson(itemsOf(await working()))).toBe(canonicalJson(itemsOf(document)));
  });

  it('changes what it changes, and lets stand what somebody wrote since the comparison', async () => {
    const [first, second] = itemsOf(document);
    const read = await broughtBack(
      (text) =>
        `${text.replace(first?.title ?? '', `${first?.title} partout`)}\n\n# Une recommandation de plus\n`,
    );
    const { before, after } = value(
      await here.queries.comparisons.previewImport(editor, slug, read, 'update'),
    );
    const seen = seenText(before.sections);
    const written = structuredClone(document);
    const other = itemsOf(written).find(({ id }) => id === second?.id);
    if (other) other.title = 'Écrit entre-temps';
    value(await here.commands.working.replace(editor, slug, written));
    value(await here.commands.working.replace(editor, slug, after, seen));
    const titles = itemsOf(await working()).map(({ title }) => title);
    expect(titles.slice(0, 2)).toEqual([`${first?.title} partout`, 'Écrit entre-temps']);
    expect(titles.at(-1)).toBe('Une recommandation de plus');
    expect(titles).toHaveLength(itemsOf(document).length + 1);
    const revisions = value(await here.queries.revisions.list(coordinator, slug)).items;
    expect(revisions[0]?.reason).toBe('before-replace');
  });

  it('adds to it under ids of its own', async () => {
    const read = await broughtBack((text) => text);
    const { comparison } = value(
      await here.queries.comparisons.previewImport(editor, slug, read, 'add'),
    );
    expect(comparison.summary).toMatchObject({ added: itemsOf(document).length, removed: 0 });
  });

  it('is for who may write', async () => {
    const bytes = new TextEncoder().encode('# Titre');
    const read = await here.queries.documents.read(reader, new Uint8Array(bytes), 'fr');
    expect(read).toMatchObject({ ok: false, code: 'not-allowed' });
    const planned = await here.queries.comparisons.previewImport(reader, slug, document, 'add');
    expect(planned).toMatchObject({ ok: false, code: 'not-allowed' });
  });
});
