// Random small documents for properties of comparisons: two of them share ids, texts, or neither.
import fc from 'fast-check';
import type { DocumentItem, InterchangeDocument } from '#core/framework/interchange.ts';

const SECTIONS = ['missions', 'skills', 'training'];
const KINDS = ['mission', 'activity', 'skill', 'module'];
const TEXTS = [
  '',
  'Accueillir chaque famille',
  'Accueillir chaque élève et sa famille',
  "Préparer l'inscription, puis la rentrée.",
  'Préparer l’inscription, puis  la rentrée.',
  'Écouter. Noter ce qui est dit.\n\nTransmettre.',
  '- Écouter\n- Noter **tout**\n- Transmettre',
  '- Écouter\n- Noter\n- Transmettre',
  '| a | b |\n| --- | --- |\n| un | deux |',
];

interface Row {
  readonly id: number;
  readonly section: number;
  readonly parent: number;
  readonly kind: number;
  readonly title: number;
  readonly body: number;
  readonly hours: number | null;
  readonly references: readonly { to: number; level: number }[];
}

const row: fc.Arbitrary<Row> = fc.record({
  id: fc.nat(11),
  section: fc.nat(SECTIONS.length - 1),
  parent: fc.nat(20),
  kind: fc.nat(KINDS.length - 1),
  title: fc.nat(TEXTS.length - 1),
  body: fc.nat(TEXTS.length - 1),
  hours: fc.option(fc.integer({ min: 1, max: 3 })),
  references: fc.uniqueArray(fc.record({ to: fc.nat(5), level: fc.integer({ min: 1, max: 4 }) }), {
    maxLength: 3,
    selector: ({ to }) => to,
  }),
});

/** Rows as a tree: each under one that came before it in its section, or in the section itself. */
function documentOf(rows: readonly Row[]): InterchangeDocument {
  const sections = SECTIONS.map((key) => ({ key, items: [] as DocumentItem[] }));
  const placed = new Map<number, DocumentItem[]>();
  for (const { id, section, parent, kind, title, body, hours, references } of rows) {
    const item: DocumentItem = {
      id: `i${id}`,
      kind: KINDS[kind] ?? '',
      title: TEXTS[title] ?? '',
      body: TEXTS[body] ?? '',
      fields: hours === null ? {} : { hours },
      references: references.map(({ to, level }) => ({ item: `i${to}`, level })),
      children: [],
    };
    const before = placed.get(section) ?? [];
    const above = before[parent];
    (above?.children ?? sections[section]?.items)?.push(item);
    placed.set(section, [...before, item]);
  }
  return {
    format: 'triptyque/1',
    framework: { slug: 'essai', template: 'job-reference', language: 'fr', title: 'Essai' },
    sections,
  };
}

const rows = fc.uniqueArray(row, { maxLength: 12, selector: ({ id }) => id });

/** A document of up to twelve items. */
export const randomDocument = rows.map(documentOf);

/** Two documents: made apart, or the second from the first by changing, dropping and reordering rows. */
export const twoDocuments = fc.oneof(
  fc.tuple(randomDocument, randomDocument),
  fc
    .tuple(rows, rows, fc.array(fc.nat(11), { maxLength: 3 }), fc.boolean())
    .map(([base, others, dropped, turned]) => {
      const changed = new Map(others.slice(0, 4).map((one) => [one.id, one]));
      const head = base
        .filter(({ id }) => !dropped.includes(id))
        .map((one) => changed.get(one.id) ?? one);
      return [documentOf(base), documentOf(turned ? head.reverse() : head)] as const;
    }),
);
