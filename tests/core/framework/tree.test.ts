// The reading rule: total, the same everywhere, without cycles, every living item exactly once.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  MAX_DEPTH,
  type Row,
  readTree,
  type SectionTree,
  type TreeNode,
} from '#core/framework/tree.ts';

const row = (
  id: string,
  parent = '',
  order = '',
  more: { section?: string; removed?: boolean } = {},
): Row => ({
  id,
  place: { parent, order, ...(more.section ? { section: more.section } : {}) },
  removed: more.removed ?? false,
});

function shape(nodes: readonly TreeNode[]): string {
  return nodes
    .map((node) => (node.children.length > 0 ? `${node.id}(${shape(node.children)})` : node.id))
    .join(' ');
}
const shapes = (trees: readonly SectionTree[]) =>
  trees.map((tree) => `${tree.key}: ${shape(tree.nodes)}`.trim());

describe('reading rows as a tree', () => {
  test.each<[string, Row[], string]>([
    [
      'children under parents, by key',
      [row('b', '', 'b'), row('a', '', 'a'), row('c', 'a', 'x')],
      'a(c) b',
    ],
    ['equal keys by id', [row('z', '', 'k'), row('a', '', 'k')], 'a z'],
    ['an unknown parent is the section', [row('a', 'ghost', 'a')], 'a'],
    ['a cycle is cut at its greatest id', [row('a', 'c'), row('b', 'a'), row('c', 'b')], 'c(a(b))'],
    ['an item under itself', [row('a', 'a')], 'a'],
    ['what hangs on a cycle stays on it', [row('a', 'b'), row('b', 'a'), row('d', 'a')], 'b(a(d))'],
    [
      'children of a removed item stand in its place',
      [
        row('a', '', 'a'),
        row('r', '', 'b', { removed: true }),
        row('x', 'r', '2'),
        row('y', 'r', '1'),
        row('c', '', 'c'),
      ],
      'a y x c',
    ],
    [
      'also through several removed',
      [
        row('p', '', 'a'),
        row('r', 'p', 'b', { removed: true }),
        row('s', 'r', 'a', { removed: true }),
        row('x', 's'),
      ],
      'p(x)',
    ],
    ['only removed', [row('r', '', 'a', { removed: true })], ''],
    [
      'places that are none',
      [
        { id: 'a', place: null, removed: false },
        { id: 'b', place: 7, removed: 0 },
        { id: 'c', place: { parent: 3, order: {} }, removed: undefined },
        { id: 'd', place: ['x'], removed: 'yes' },
        { id: 'e', place: { parent: 'a', order: '\ud83d' }, removed: null },
      ],
      'a(e) b c d',
    ],
  ])('%s', (_, rows, expected) => {
    expect(shapes(readTree(rows, ['s']))).toEqual([`s: ${expected}`.trim()]);
  });

  test('sections that share a room', () => {
    const rows = [
      row('a', '', 'b', { section: 'two' }),
      row('b', '', 'a', { section: 'nowhere' }),
      row('c', 'a', '', { section: 'one' }),
      row('r', '', 'a', { section: 'two', removed: true }),
      row('d', 'r', '', { section: 'one' }),
    ];
    expect(shapes(readTree(rows, ['one', 'two']))).toEqual(['one: b', 'two: d a(c)']);
  });

  test('a chain without end is read without recursion and shown to a depth', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) =>
      row(`i${index}`, index === 0 ? '' : `i${index - 1}`),
    );
    const [tree] = readTree(rows, ['s']);
    let deepest = 0;
    let count = 0;
    const waiting = [...(tree?.nodes ?? [])];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      count++;
      deepest = Math.max(deepest, node.depth);
      waiting.push(...node.children);
    }
    expect(count).toBe(100_000);
    expect(deepest).toBe(MAX_DEPTH - 1);
  });
});

const id = fc.constantFrom(...'abcdefghij', '__proto__', '');
const garbage = fc.oneof(fc.anything(), fc.string());
const anyRow: fc.Arbitrary<Row> = fc.record({
  id,
  place: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        parent: id,
        order: fc.string({ maxLength: 2 }),
        section: fc.constantFrom('one', 'two', 'x'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ parent: garbage, order: garbage, section: garbage }) },
    { weight: 1, arbitrary: garbage },
  ),
  removed: fc.oneof(fc.boolean(), garbage),
});

test('any rows: each living item exactly once, the same in every order of arrival', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyRow, { selector: (one) => one.id, maxLength: 10 }),
      fc.nat(),
      (rows, turn) => {
        const trees = readTree(rows, ['one', 'two']);
        const seen: string[] = [];
        const visit = (node: TreeNode, depth: number) => {
          expect(node.depth).toBe(depth);
          seen.push(node.id);
          for (const child of node.children) visit(child, depth + 1);
        };
        for (const tree of trees) for (const node of tree.nodes) visit(node, 0);
        const living = rows.filter((one) => one.removed !== true).map((one) => one.id);
        expect(seen.sort()).toEqual(living.sort());
        const at = turn % (rows.length + 1);
        const turned = [...rows.slice(at), ...rows.slice(0, at)].reverse();
        expect(shapes(readTree(turned, ['one', 'two']))).toEqual(shapes(trees));
      },
    ),
    { seed: 20_260_112, numRuns: 2000 },
  );
});
