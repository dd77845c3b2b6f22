// Laws that hold for the comparison of any two documents.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '#core/comparison/compare.ts';
import type { Comparison, ItemChange } from '#core/comparison/comparison.ts';
import { joined } from '#core/comparison/words/runs.ts';
import { looksSame } from '#core/comparison/words/tokens.ts';
import { nodesOfBody } from '#core/document/bodies.ts';
import { plainText } from '#core/document/plain.ts';
import type { DocumentItem, InterchangeDocument } from '#core/framework/interchange.ts';
import { walkItems } from '#core/framework/walk.ts';
import { randomDocument, twoDocuments } from './random-documents.ts';

const options = { baseRef: 'r1', headRef: 'r2', language: 'fr' } as const;
const parameters = { seed: 20261106, numRuns: 150 };
const compare = (base: InterchangeDocument, head: InterchangeDocument) =>
  compareDocuments(base, head, options);

interface Told {
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly fields: Record<string, unknown>;
  readonly references: Record<string, number | undefined>;
}

/** Everything a document says, without order: items by id. */
function itemsOf(document: InterchangeDocument): Map<string, Told> {
  return new Map(
    [...walkItems<DocumentItem>(document.sections)].map(({ item }) => [
      item.id,
      {
        kind: item.kind,
        title: item.title ?? '',
        body: plainText(nodesOfBody(item)),
        fields: { ...item.fields },
        references: Object.fromEntries((item.references ?? []).map((one) => [one.item, one.level])),
      },
    ]),
  );
}

/** Ids of the children of each item, of each section by its key. */
function familiesOf(document: InterchangeDocument): Map<string, string[]> {
  const families = new Map<string, string[]>();
  for (const { item, section, parent } of walkItems<DocumentItem>(document.sections)) {
    const key = parent?.id ?? section;
    families.set(key, [...(families.get(key) ?? []), item.id]);
  }
  return families;
}

/** Base with a comparison applied: families and what items say. */
function applied(base: InterchangeDocument, { changes }: Comparison) {
  const families = familiesOf(base);
  const items = itemsOf(base);
  const placed: { family: string; index: number; id: string }[] = [];
  for (const change of changes) {
    const { item: id, section, after } = change;
    if (change.changes.some((kind) => kind === 'removed' || kind === 'moved')) {
      for (const [key, ids] of families)
        families.set(
          key,
          ids.filter((one) => one !== id),
        );
    }
    if (change.changes.includes('removed')) items.delete(id);
    if (!after) continue;
    if (change.changes.some((kind) => kind === 'added' || kind === 'moved'))
      placed.push({ family: after.path.at(-1) ?? section, index: after.index ?? 0, id });
    items.set(id, told(items.get(id), change));
  }
  for (const { family, index, id } of placed.sort((a, b) => a.index - b.index)) {
    const ids = families.get(family) ?? [];
    ids.splice(index, 0, id);
    families.set(family, ids);
  }
  return { families: new Map([...families].filter(([, ids]) => ids.length > 0)), items };
}

function told(before: Told | undefined, change: ItemChange): Told {
  const fields = { ...before?.fields };
  let kind = before?.kind ?? change.kind;
  for (const { name, after } of change.fields ?? []) {
    if (name === 'kind') kind = String(after);
    else if (after === undefined) delete fields[name];
    else fields[name] = after;
  }
  const references = { ...before?.references };
  for (const { item } of change.references?.removed ?? []) delete references[item];
  for (const { item, level } of change.references?.added ?? []) references[item] = level;
  for (const { item, after } of change.references?.changed ?? []) references[item] = after?.level;
  return {
    kind,
    title: change.words ? joined(change.words.title, 'after') : (change.after?.title ?? ''),
    body: change.words ? joined(change.words.body, 'after') : (change.after?.body ?? ''),
    fields,
    references,
  };
}

describe('for any two documents', { timeout: 30_000 }, () => {
  test('one compared with itself is unchanged', () => {
    fc.assert(
      fc.property(randomDocument, (document) => {
        const { changes, preambles, relations, summary } = compare(document, document);
        expect({ changes, preambles, relations }).toEqual({
          changes: [],
          preambles: [],
          relations: { split: [], merged: [], replaced: [] },
        });
        expect(summary.unchanged).toBe(itemsOf(document).size);
      }),
      parameters,
    );
  });

  test('the comparison applied to base gives head', () => {
    fc.assert(
      fc.property(twoDocuments, ([base, head]) => {
        const { families, items } = applied(base, compare(base, head));
        expect(families).toEqual(familiesOf(head));
        const expected = itemsOf(head);
        expect([...items.keys()].sort()).toEqual([...expected.keys()].sort());
        for (const [id, item] of items) {
          const { title, body, ...facts } = expected.get(id) ?? { title: '', body: '' };
          expect({ ...item, title: '', body: '' }).toEqual({ ...facts, title: '', body: '' });
          expect([id, looksSame(item.title, title), looksSame(item.body, body)]).toEqual([
            id,
            true,
            true,
          ]);
        }
      }),
      parameters,
    );
  });

  test('sides swapped, added and removed swap and all else stays', () => {
    fc.assert(
      fc.property(twoDocuments, ([base, head]) => {
        const there = compare(base, head);
        const back = compare(head, base);
        const { added, removed, unchanged, ...others } = there.summary;
        expect(back.summary).toMatchObject({ added: removed, removed: added, ...others });
        expect(there.changes.length + unchanged - removed).toBe(itemsOf(head).size);
        const turned = (kinds: readonly string[]) =>
          kinds.map((kind) => (kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : kind));
        const byId = ({ changes }: Comparison, turn: boolean) =>
          new Map(
            changes.map(({ item, changes }) => [
              item,
              // Of several sets of moves of one size either is as good.
              (turn ? turned(changes) : [...changes]).filter((kind) => kind !== 'moved').join(),
            ]),
          );
        const withoutMoved = (map: Map<string, string>) =>
          Object.fromEntries([...map].filter(([, kinds]) => kinds !== ''));
        expect(withoutMoved(byId(back, true))).toEqual(withoutMoved(byId(there, false)));
      }),
      parameters,
    );
  });

  test('shuffled sections change nothing inside items', () => {
    fc.assert(
      fc.property(twoDocuments, ([base, head]) => {
        const shuffled = { ...head, sections: [...head.sections].reverse() };
        const byId = ({ changes }: Comparison) =>
          Object.fromEntries(changes.map((change) => [change.item, change]));
        const [one, other] = [compare(base, head), compare(base, shuffled)];
        expect(byId(other)).toEqual(byId(one));
        expect(other.summary).toEqual(one.summary);
      }),
      parameters,
    );
  });

  test('runs joined give the text before and the text after of the same change', () => {
    fc.assert(
      fc.property(twoDocuments, ([base, head]) => {
        for (const { words, before, after } of compare(base, head).changes) {
          if (!words) continue;
          for (const part of ['title', 'body'] as const) {
            expect(joined(words[part], 'before')).toBe(before?.[part]);
            expect(joined(words[part], 'after')).toBe(after?.[part]);
          }
        }
      }),
      parameters,
    );
  });

  test('each changed item comes once, head’s in the order of head, and its names are given', () => {
    fc.assert(
      fc.property(twoDocuments, ([base, head]) => {
        const { changes, names } = compare(base, head);
        const ids = changes.map(({ item }) => item);
        expect(new Set(ids).size).toBe(ids.length);
        const present = changes.filter(({ after }) => after).map(({ item }) => item);
        const order = [...walkItems<DocumentItem>(head.sections)].map(({ item }) => item.id);
        expect(present).toEqual(order.filter((id) => present.includes(id)));
        for (const { item, before, after } of changes) {
          expect(names?.before[item] !== undefined).toBe(before !== undefined);
          expect(names?.after[item] !== undefined).toBe(after !== undefined);
        }
      }),
      parameters,
    );
  });
});

describe('moves among siblings', { timeout: 30_000 }, () => {
  const list = (ids: readonly number[]): InterchangeDocument => ({
    format: 'triptyque/1',
    framework: { slug: 'essai', template: 'job-reference', language: 'fr', title: 'Essai' },
    sections: [
      {
        key: 'missions',
        items: ids.map((id) => ({ id: `i${id}`, kind: 'mission', title: `Mission ${id}` })),
      },
    ],
  });

  /** Length of the longest rising subsequence, by trying every subset. */
  function longest(order: readonly number[]): number {
    let best = 0;
    for (let subset = 0; subset < 1 << order.length; subset++) {
      const kept = order.filter((_, at) => (subset >> at) & 1);
      if (kept.every((id, at) => at === 0 || (kept[at - 1] ?? 0) < id))
        best = Math.max(best, kept.length);
    }
    return best;
  }

  test('are the fewest that explain the new order', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    fc.assert(
      fc.property(order, (ids) => {
        const { summary } = compare(list([0, 1, 2, 3, 4, 5, 6, 7, 8]), list(ids));
        expect(summary.moved).toBe(ids.length - longest(ids));
        expect(summary.removed).toBe(9 - ids.length);
      }),
      { seed: 20261107, numRuns: 150 },
    );
  });

  test('of two that changed places, the one with less text moved', () => {
    const base = list([0, 1]);
    const [first, second] = base.sections[0]?.items ?? [];
    const long = { ...(second as DocumentItem), body: 'Un texte bien plus long.' };
    const section = (items: (DocumentItem | undefined)[]) => ({
      ...base,
      sections: [{ key: 'missions', items: items.flatMap((item) => item ?? []) }],
    });
    const { changes } = compare(section([first, long]), section([long, first]));
    expect(changes.map(({ item }) => item)).toEqual(['i0']);
  });

  test('a new number alone is no change', () => {
    const { changes } = compare(list([1, 2]), list([0, 1, 2]));
    expect(changes.map(({ item, changes }) => [item, changes])).toEqual([['i0', ['added']]]);
  });
});

describe('documents that are not as they should be', () => {
  const item = (id: string, title: string): DocumentItem => ({ id, kind: 'mission', title });
  const withItems = (template: string, items: DocumentItem[]): InterchangeDocument => ({
    format: 'triptyque/1',
    framework: { slug: 'essai', template, language: 'fr', title: 'Essai' },
    sections: [{ key: 'missions', items }],
  });

  test('an id that stands twice loses nothing', () => {
    const base = withItems('job-reference', [item('a', 'Un'), item('a', 'Deux')]);
    expect(compare(base, base).changes).toEqual([]);
    const head = withItems('job-reference', [item('a', 'Un'), item('a', 'Trois')]);
    expect(compare(base, head).changes.map(({ changes }) => changes)).toEqual([['reworded']]);
  });

  test('an unknown template has no numbers, empty documents no changes', () => {
    const base = withItems('elsewhere', [item('a', 'Un')]);
    const head = withItems('elsewhere', [item('a', 'Deux')]);
    expect(compare(base, head).changes[0]?.after?.number).toBe('');
    const empty = { ...base, sections: [] };
    expect(compare(empty, empty).summary.unchanged).toBe(0);
    expect(compare(empty, base).summary.added).toBe(1);
  });
});
