// The comparison of the sample's revisions finds what they were made to differ in, and nothing else.
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '#core/comparison/compare.ts';
import type { Comparison } from '#core/comparison/comparison.ts';
import { readSample, SAMPLES, sampleDocument } from './sample-documents.ts';

interface Expected {
  changes: Record<string, string[]>;
  split?: Comparison['relations']['split'];
  merged?: Comparison['relations']['merged'];
  replaced?: Comparison['relations']['replaced'];
}

const kindsOf = ({ changes }: Comparison) =>
  Object.fromEntries(changes.map(({ item, changes }) => [item, [...changes].sort()]));

describe.each(SAMPLES)('the two revisions of %s', (name) => {
  const rev1 = sampleDocument(`fr/${name}.rev1`);
  const rev2 = sampleDocument(`fr/${name}.rev2`);
  const expected = readSample(`fr/${name}.changes.json`) as Expected;
  const options = { baseRef: 'r1', headRef: 'r2', language: 'fr' } as const;
  const comparison = compareDocuments(rev1, rev2, options);

  test('differ in exactly the items and kinds of change they were made to differ in', () => {
    expect(kindsOf(comparison)).toEqual(expected.changes);
  });

  test('have exactly the relations they were made to have', () => {
    const sorted = (relations: Expected) => ({
      split: (relations.split ?? []).map(({ from, to }) => ({ from, to: [...to].sort() })),
      merged: (relations.merged ?? []).map(({ from, to }) => ({ from: [...from].sort(), to })),
      replaced: relations.replaced ?? [],
    });
    expect(sorted({ changes: {}, ...comparison.relations })).toEqual(sorted(expected));
  });

  test('compared the other way round mirror every change and relation', () => {
    const back = compareDocuments(rev2, rev1, options);
    const mirrored = Object.fromEntries(
      Object.entries(expected.changes).map(([item, kinds]) => [
        item,
        kinds.map((kind) => (kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : kind)),
      ]),
    );
    expect(kindsOf(back)).toEqual(mirrored);
    const turned = ({ split, merged, replaced }: Comparison['relations']) => ({
      split: merged.map(({ from, to }) => ({ from: to, to: from })),
      merged: split.map(({ from, to }) => ({ from: to, to: from })),
      replaced: replaced.map(({ from, to }) => ({ from: to, to: from })),
    });
    expect(turned(back.relations)).toEqual(comparison.relations);
  });

  test('are each equal to themselves', () => {
    for (const revision of [rev1, rev2]) {
      const same = compareDocuments(revision, revision, options);
      expect(same.changes).toEqual([]);
      expect(same.relations).toEqual({ split: [], merged: [], replaced: [] });
      expect(same.summary.unchanged).toBeGreaterThan(0);
    }
  });
});
