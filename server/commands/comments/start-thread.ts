// Starting a thread of comments at an item, at a preamble, or at words in one.
import { type Anchor, findByIds, findByWords, makeAnchor } from '#core/document/anchor.ts';
import { spokenWords } from '#core/document/flat-words.ts';
import type { Template } from '#core/framework/template.ts';
import { templateOf } from '#core/framework/templates.ts';
import { accept, type Result, refuse } from '#core/refusal.ts';
import type { StoredFramework } from '#db/frameworks.ts';
import type { Commands } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { reach } from '../../texts/access.ts';
import { type RoomSpots, roomSpots } from '../../texts/comment-places.ts';
import { actingAs, answerThread, readComment } from './acting.ts';

type Asked = Parameters<Commands['comments']['start']>[3];

/** What a thread is about, as it is kept. */
interface Subject {
  readonly room: string;
  readonly itemTitle: string;
  readonly quote: string;
  readonly anchor: Anchor | null;
}

export function startThread(deps: Deps): Commands['comments']['start'] {
  const { store, clock, makeId } = deps;
  return async (actor, slug, item, input) => {
    const reached = await reach(store, actor, slug, 'working.comment');
    if (!reached.ok) return reached;
    const by = actingAs(actor);
    const framework = reached.value;
    const template = templateOf(framework.template);
    if (!by) return refuse('not-signed-in');
    if (!template) return refuse('unknown-template');
    const comment = await readComment(deps, by, input);
    if (!comment.ok) return comment;
    const subject = await subjectOf(deps, framework, template, item, input);
    if (!subject.ok) return subject;
    const row = { id: makeId(), frameworkId: framework.id, item, startedAt: clock() };
    const started = await store.comments.start({ ...row, ...subject.value }, comment.value);
    return answerThread(deps, actor, framework, started);
  };
}

async function subjectOf(
  { rooms }: Deps,
  framework: StoredFramework,
  template: Template,
  item: string,
  asked: Asked,
): Promise<Result<Subject>> {
  const keys = template.rooms.map(({ key }) => key).filter((key) => (asked.room ?? key) === key);
  for (const key of keys) {
    const found = await rooms.read({ frameworkId: framework.id, room: key }, (doc) => {
      const spots = roomSpots(doc, template, key, framework.language);
      const spot = spots.spots.get(item);
      if (!spot) return null;
      const words = wordsOf(spots, item, asked, (anchor, text) => findByIds(doc, text, anchor));
      if (!words) return noWords();
      return accept({ room: key, itemTitle: `${spot.number} ${spot.title}`.trim(), ...words });
    });
    if (found) return found;
  }
  return refuse('not-found');
}

function noWords(): Result<never> {
  return refuse('invalid-input', {
    errors: [{ path: 'quote', problem: 'refusal.problem.words-gone' }],
  });
}

/** The words meant, as the text has them; null where it has none such. */
function wordsOf(
  spots: RoomSpots,
  item: string,
  { anchor, quote }: Asked,
  byIds: (anchor: Anchor, words: NonNullable<ReturnType<RoomSpots['wordsOf']>>) => Span | null,
): Pick<Subject, 'quote' | 'anchor'> | null {
  if (anchor === undefined && quote === undefined) return { quote: '', anchor: null };
  const words = spots.wordsOf(item);
  if (!words) return null;
  const span = anchor
    ? (byIds(anchor, words) ?? findByWords(words.line, anchor))
    : onlyPlace(words.line, quote ?? '');
  const made = span && makeAnchor(words, span);
  if (made && span) return { quote: spokenWords(words, span), anchor: made };
  // The words may still be on their way here: the page showed them to who points at them.
  return anchor ? { quote: anchor.words, anchor } : null;
}

/** Where words stand, if they stand once. */
function onlyPlace(line: string, quote: string): Span | null {
  const from = quote === '' ? -1 : line.indexOf(quote);
  const once = from >= 0 && line.indexOf(quote, from + 1) < 0;
  return once ? { from, to: from + quote.length } : null;
}

type Span = { readonly from: number; readonly to: number };
