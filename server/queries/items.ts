// Items by what they are called now: for the picker of references, and for the titles that references show.
import { type Findable, findRank, searchForm, searchWords } from '#core/framework/find.ts';
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import { numberItems } from '#core/framework/numbers.ts';
import { templateOf } from '#core/framework/templates.ts';
import { walkItems } from '#core/framework/walk.ts';
import { type Actor, can } from '#core/policy.ts';
import type { StoredFramework } from '#db/frameworks.ts';
import type { ItemTitle, Queries } from '../context.ts';
import type { Deps } from '../deps.ts';
import { targetOf } from '../texts/access.ts';
import { Bounded } from '../texts/bounded.ts';
import { unlessUnavailable } from '../texts/guard.ts';
import { findDocument, readableRef } from './documents.ts';

interface IndexedItem {
  readonly title: ItemTitle;
  readonly form: Findable;
}

type Index = ReadonlyMap<string, IndexedItem>;

/** How many texts' indexes stay in memory. */
const KEPT = 40;
/** No more frameworks than this are searched at once, and no more answers given. */
const MOST_FRAMEWORKS = 500;
const MOST_ANSWERS = 100;

export function itemQueries(deps: Deps): Queries['items'] {
  const { store } = deps;
  const kept = new Bounded<string, { key: string; index: Index }>(KEPT);

  /** The items of the working text, or of the latest version for who may read no more. */
  async function indexFor(actor: Actor, framework: StoredFramework): Promise<Index> {
    const ref = await readableRef(deps, actor, framework);
    const found =
      ref === undefined
        ? undefined
        : await unlessUnavailable(() =>
            findDocument(deps, actor, framework, ref, { partly: true }),
          );
    if (!found?.ok) return new Map();
    const key = `${found.value.key} ${framework.slug} ${framework.language}`;
    const name = `${framework.id} ${ref}`;
    const known = kept.get(name);
    if (known?.key === key) return known.index;
    const index = indexOf(framework, found.value.document);
    kept.set(name, { key, index });
    return index;
  }

  return {
    async find(actor, { text, kinds, framework: slug, limit }) {
      const words = searchWords(text);
      const frameworks = await searched(deps, actor, slug);
      const found: { rank: number; title: ItemTitle }[] = [];
      for (const framework of frameworks) {
        for (const { title, form } of (await indexFor(actor, framework)).values()) {
          const rank =
            kinds.length > 0 && !kinds.includes(title.kind) ? null : findRank(words, form);
          if (rank !== null) found.push({ rank, title });
        }
      }
      // The sort is stable: equals stay in the order of frameworks, then of their texts.
      found.sort((a, b) => a.rank - b.rank);
      const most = Math.min(Math.max(Math.trunc(limit) || 0, 0), MOST_ANSWERS);
      return found.slice(0, most).map(({ title }) => title);
    },
    async titles(actor, wanted) {
      const indexes = new Map<string, Index>();
      const titles: ItemTitle[] = [];
      for (const { framework: slug, item } of wanted) {
        const known = indexes.get(slug) ?? (await indexAt(slug, actor));
        indexes.set(slug, known);
        const found = known.get(item);
        // Under the slug that was asked for, which may be a former one.
        if (found) titles.push({ ...found.title, framework: slug });
      }
      return titles;
    },
  };

  async function indexAt(slug: string, actor: Actor): Promise<Index> {
    const framework = await store.frameworks.bySlug(slug);
    return framework && can(actor, 'framework.see', targetOf(framework))
      ? indexFor(actor, framework)
      : new Map();
  }
}

/** The frameworks to look in, newest first: those whose working text this actor may read. */
async function searched(
  { store }: Deps,
  actor: Actor,
  slug: string | undefined,
): Promise<readonly StoredFramework[]> {
  const only = slug === undefined ? undefined : await store.frameworks.bySlug(slug);
  const frameworks =
    slug === undefined
      ? await store.frameworks.list({ publicOnly: false, limit: MOST_FRAMEWORKS })
      : only
        ? [only]
        : [];
  return frameworks
    .filter((framework) => can(actor, 'working.read', targetOf(framework)))
    .reverse();
}

function indexOf(framework: StoredFramework, document: InterchangeDocument): Index {
  const template = templateOf(framework.template);
  const numbers = template
    ? numberItems(document.sections, template, framework.language)
    : new Map<string, string>();
  const index = new Map<string, IndexedItem>();
  for (const { item, section } of walkItems(document.sections)) {
    const title: ItemTitle = {
      framework: framework.slug,
      item: item.id,
      kind: item.kind,
      section,
      number: numbers.get(item.id) ?? '',
      title: item.title ?? '',
    };
    const form: Findable = {
      number: searchForm(title.number),
      title: searchForm(title.title),
      body: searchForm((item.body ?? '').replace(/\\(?=[^\p{L}\p{N}\s])/gu, '')),
    };
    index.set(item.id, { title, form });
  }
  return index;
}
