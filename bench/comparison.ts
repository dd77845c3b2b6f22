// Measures the comparison of a framework of 60 items and 43,600 words with its revision, beside jsdiff on the same plain text.
import { diffWords } from 'diff';
import { compareDocuments } from '../core/comparison/compare.ts';
import { compareTexts } from '../core/comparison/texts.ts';
import type { DocumentItem, InterchangeDocument } from '../core/framework/interchange.ts';
import { walkItems } from '../core/framework/walk.ts';

const EDITS = 200;
const MOVED = 6;
/** jsdiff gets this share of the text at first, and the whole only where that would take less than a minute. */
const SHARE = 0.25;
const PATIENCE_MS = 60_000;

const WORDS =
  'le la les de des un une et à en pour avec sur par dans que qui ne pas plus tout faire enfant famille école activité compétence mission parcours formation équipe établissement réseau quartier parent élève classe accueil écoute médiation dialogue conflit confiance respect règle droit devoir dossier rendez-vous inscription orientation décision évaluation critère niveau suivi projet partenaire commune service santé logement transport cantine bourse aide matériel numérique langue culture lecture écriture calcul séance atelier réunion entretien observation constat alerte danger protection signalement secret donnée rapport bilan objectif ressource levier cause recommandation coordination association bénévole salarié stage tutorat certificat module durée modalité hebdomadaire mensuel annuel local national européen précaire fragile isolé présent absent assidu autonome responsable attentif patient clair simple utile nécessaire possible difficile important'.split(
    ' ',
  );

/** A small seeded generator (mulberry32), so that each run measures the same texts. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function framework(next: () => number, wordsPerItem: number): InterchangeDocument {
  const word = () => WORDS[Math.floor(next() ** 1.6 * WORDS.length)] ?? 'mot';
  const words = (count: number) => Array.from({ length: count }, word);
  const sentence = () => {
    const text = words(8 + Math.floor(next() * 18)).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = (length: number) => {
    let text = sentence();
    while (text.split(' ').length < length) text += ` ${sentence()}`;
    return text;
  };
  const item = (section: number, index: number): DocumentItem => ({
    id: `item-${section}-${index}`,
    kind: 'mission',
    title: words(5).join(' '),
    body: [
      ...Array.from({ length: 6 }, () => paragraph(wordsPerItem / 8.5)),
      Array.from({ length: 5 }, () => `- ${paragraph(wordsPerItem / 30)}`).join('\n'),
    ].join('\n\n'),
  });
  return {
    format: 'triptyque/1',
    framework: { slug: 'mesure', template: 'job-reference', language: 'fr', title: 'Mesure' },
    sections: ['missions', 'skills', 'training'].map((key, section) => ({
      key,
      items: Array.from({ length: 20 }, (_, index) => item(section, index)),
    })),
  };
}

/** Word edits through the whole text, and whole items moved inside their section. */
function revised(document: InterchangeDocument, next: () => number): InterchangeDocument {
  const head = structuredClone(document);
  const items = [...walkItems<DocumentItem>(head.sections)].map(({ item }) => item);
  for (let edit = 0; edit < EDITS; edit++) {
    const item = items[Math.floor(next() * items.length)];
    if (!item?.body) continue;
    const words = item.body.split(' ');
    const at = 2 + Math.floor(next() * (words.length - 4));
    const act = next();
    if (act < 0.6) words[at] = `remplacé${edit}`;
    else if (act < 0.8) words.splice(at, 0, `ajouté${edit}`);
    else words.splice(at, 1);
    item.body = words.join(' ');
  }
  for (let move = 0; move < MOVED; move++) {
    const siblings = head.sections[move % head.sections.length]?.items ?? [];
    const [moved] = siblings.splice(2 + move * 2, 1);
    if (moved) siblings.splice(12 - move, 0, moved);
  }
  return head;
}

function plain(document: InterchangeDocument): string {
  return [...walkItems<DocumentItem>(document.sections)]
    .map(({ item }) => `${item.title}\n${item.body}`)
    .join('\n');
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

interface Taken {
  readonly ms: number;
  /** Processor time: what counts where other programs run beside. */
  readonly cpu: number;
}

function once(run: () => void): Taken {
  const start = performance.now();
  const used = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(used);
  return { ms: performance.now() - start, cpu: (user + system) / 1000 };
}

/** The run that took the median time of several, the first left out. */
function median(run: () => void, times = 5): Taken {
  const taken = Array.from({ length: times + 1 }, () => once(run))
    .slice(1)
    .sort((a, b) => a.ms - b.ms);
  return taken[Math.floor(taken.length / 2)] ?? { ms: 0, cpu: 0 };
}

function line(name: string, { ms, cpu }: Taken, more = ''): void {
  const numbers = `${ms.toFixed(0).padStart(8)} ms${cpu.toFixed(0).padStart(8)} ms cpu`;
  process.stdout.write(`${name.padEnd(58)}${numbers}  ${more}\n`);
}

const options = { baseRef: 'r1', headRef: 'r2', language: 'fr' } as const;
const base = framework(random(42), 726);
const head = revised(base, random(7));
const [before, after] = [plain(base), plain(head)];
const found = compareDocuments(base, head, options);
const edits = found.changes
  .flatMap(({ words }) => words?.body ?? [])
  .filter(({ op }) => op !== 'equal').length;

const ours = median(() => compareDocuments(base, head, options));
line(
  `compareDocuments, ${wordCount(before)} words, ${EDITS} edits, ${MOVED} moves`,
  ours,
  `${found.summary.reworded} reworded, ${found.summary.moved} moved, ${edits} runs`,
);

const cut = (text: string) => text.slice(0, Math.floor(text.length * SHARE));
const part = once(() => diffWords(cut(before), cut(after)));
line(`jsdiff diffWords on ${SHARE * 100} % of the same plain text`, part);
if (part.ms / SHARE ** 2 < PATIENCE_MS) {
  const whole = once(() => diffWords(before, after));
  line(
    'jsdiff diffWords on the same plain text',
    whole,
    `ours takes ${(ours.cpu / whole.cpu).toFixed(4)} of its processor time`,
  );
} else {
  const grown = { ms: part.ms / SHARE ** 2, cpu: part.cpu / SHARE ** 2 };
  line('jsdiff diffWords, whole, by that (it grows by the square)', grown);
}

const other = framework(random(99), 1000);
const rewritten = {
  ...other,
  sections: other.sections.map((section, at) => ({
    ...section,
    key: base.sections[at]?.key ?? '',
  })),
};
const long = framework(random(1), 1000);
line(
  `compareDocuments, ${wordCount(plain(long))} words wholly rewritten`,
  median(() => compareDocuments(long, rewritten, options), 3),
);
const [longBefore, longAfter] = [plain(long), plain(rewritten)].map((text) =>
  text.replace(/\s+/g, ' '),
);
line(
  'one text of as many words in one paragraph, wholly rewritten',
  median(() => compareTexts(longBefore ?? '', longAfter ?? ''), 3),
);
const [item, itemAfter] = [longBefore ?? '', longAfter ?? ''].map((text) => text.slice(0, 25_000));
line(
  'one paragraph of 25,000 characters, wholly rewritten',
  median(() => compareTexts(item ?? '', itemAfter ?? '')),
);
const many = Array.from(
  { length: 3000 },
  (_, at) => `Paragraphe ${at} : ${WORDS.slice(at % 90, (at % 90) + 12).join(' ')} fin.`,
);
const changed = many.map((text, at) => text.replace(' fin.', ` fin${at}.`));
const [a, b] = [many.join('\n'), changed.join('\n')];
const exact = compareTexts(a, b).words.filter(({ op }) => op === 'insert').length;
line(
  '3,000 paragraphs with one word changed in each',
  median(() => compareTexts(a, b), 3),
  `${exact} changes`,
);
