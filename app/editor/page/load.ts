// The working text of a room as its page needs it: rows for the list, HTML apart, titles of what references point at.
import { data as respond } from '@remix-run/node';
import { nodesOfBody, nodesOfPreamble } from '#core/document/bodies.ts';
import { richHtml } from '#core/document/html.ts';
import { GRAMMAR, preambleName } from '#core/document/wire.ts';
import { outsideOf } from '#core/framework/coverage-outside.ts';
import type {
  DocumentItem,
  DocumentSection,
  InterchangeDocument,
  RichNode,
} from '#core/framework/interchange.ts';
import { numberItems } from '#core/framework/numbers.ts';
import type { Template } from '#core/framework/template.ts';
import { roomOfSection, templateOf } from '#core/framework/templates.ts';
import { walkItems } from '#core/framework/walk.ts';
import type { AppContext } from '#server/context.ts';
import { words } from '../../language.tsx';
import { valueOrLeave } from '../../refusals.ts';
import { damagedData } from '../damaged/load.ts';
import type { DamagedPageData } from '../damaged/page-data.ts';
import type { TargetTitle } from '../live/targets.ts';
import { rowsOfSections } from '../rows.ts';
import { titleTag } from '../title-tag.ts';
import { type SectionPageData, textName } from './page-data.ts';

/** HTML of an item's text as the living page will make it: title, then body. */
function itemHtml(item: DocumentItem, depth: number, sections: number): string {
  const title: RichNode = {
    type: 'itemTitle',
    ...(item.title ? { content: [{ type: 'text', text: item.title }] } : {}),
  };
  return richHtml([title, ...nodesOfBody(item)], {
    title: titleTag(depth, sections),
  });
}

function putTexts(texts: Map<string, string>, sections: readonly DocumentSection[]): void {
  for (const section of sections) {
    const preamble = richHtml(nodesOfPreamble(section));
    texts.set(textName(preambleName(section.key, sections.length)), preamble);
  }
  for (const { item, path } of walkItems<DocumentItem>(sections))
    texts.set(textName(item.id), itemHtml(item, path.length, sections.length));
}

/** Items of the framework's other rooms that this room refers to, and those of other frameworks. */
async function targetsOf(
  { queries, actor }: AppContext,
  document: InterchangeDocument,
  template: Template,
  room: readonly DocumentSection[],
  damaged: readonly string[],
): Promise<TargetTitle[]> {
  const { slug, language } = document.framework;
  const before = damaged.length > 0 ? await lastKnown({ queries, actor }, slug, damaged) : [];
  const known = [...document.sections, ...before];
  const wanted = new Map(
    [...walkItems<DocumentItem>(room)].flatMap(({ item }) =>
      (item.references ?? []).map((reference) => {
        const framework = reference.framework ?? slug;
        return [`${framework}/${reference.item}`, { framework, item: reference.item }] as const;
      }),
    ),
  );
  const numbers = numberItems(known, template, language);
  const own = [...walkItems<DocumentItem>(known)]
    .filter(({ item }) => wanted.has(`${slug}/${item.id}`))
    .map(({ item, section }) => ({
      framework: slug,
      item: item.id,
      kind: item.kind,
      section,
      number: numbers.get(item.id) ?? '',
      title: item.title ?? '',
    }));
  const abroad = [...wanted.values()].filter(({ framework }) => framework !== slug);
  return [...own, ...(abroad.length > 0 ? await queries.items.titles(actor, abroad) : [])];
}

/** Sections that cannot be read now, as the last revision has them: what is referred to there is not gone. */
async function lastKnown(
  { queries, actor }: Pick<AppContext, 'queries' | 'actor'>,
  slug: string,
  damaged: readonly string[],
): Promise<readonly DocumentSection[]> {
  const revisions = await queries.revisions.list(actor, slug, { limit: 1 });
  const [last] = revisions.ok ? revisions.value.items : [];
  const found = last && (await queries.documents.get(actor, slug, last.ref));
  return found?.ok ? found.value.document.sections.filter(({ key }) => damaged.includes(key)) : [];
}

/** What to say to who has just put the text right, or came second. */
async function putRightOf(
  { queries, actor }: AppContext,
  request: Request,
  slug: string,
  room: string,
): Promise<SectionPageData['putRight']> {
  const asked = new URL(request.url).searchParams.get('recovered');
  if (asked === null) return null;
  const last = await queries.documents.putRight(actor, slug, room);
  return last.ok && last.value ? { ...last.value, now: asked === 'now' } : null;
}

function notFound(context: AppContext): never {
  const t = words(context.language);
  throw respond({ code: 'not-found', message: t('refusal.not-found') }, { status: 404 });
}

/**
 * Data of the page of a section, or of a room by its own key; its texts go into `context.texts`.
 * Leaves to the sign-in or error page where the text may not or cannot be read.
 */
export async function sectionData(
  context: AppContext,
  request: Request,
  slug: string,
  key: string,
): Promise<SectionPageData | DamagedPageData> {
  const { queries, actor, texts } = context;
  const framework = valueOrLeave(context, request, await queries.frameworks.get(actor, slug));
  const { document, damaged } = valueOrLeave(
    context,
    request,
    await queries.documents.readable(actor, slug, 'working'),
  );
  const template = templateOf(framework.template);
  const room = template?.rooms.find((one) => one.key === (roomOfSection(template, key) ?? key));
  if (!template || !room) return notFound(context);
  if (room.sections.some((name) => damaged.includes(name))) {
    return damagedData(context, request, framework, template, room);
  }
  const sections = room.sections.map(
    (name) => document.sections.find((one) => one.key === name) ?? { key: name },
  );
  putTexts(texts, sections);
  return {
    framework: framework.id,
    slug: framework.slug,
    title: framework.title,
    notice: framework.notice,
    template: template.key,
    roomKey: room.key,
    language: document.framework.language,
    sections: rowsOfSections(
      sections,
      numberItems(sections, template, document.framework.language),
    ),
    targets: await targetsOf(context, document, template, sections, damaged),
    outside: outsideOf(document.sections, template, room.sections, damaged),
    putRight: await putRightOf(context, request, framework.slug, room.key),
    me: actor.kind === 'anonymous' ? { id: '', name: '' } : { id: actor.id, name: actor.name },
    mayWrite: framework.rights.write,
    mayComment: framework.rights.comment,
    archived: framework.archived,
    messageBytes: context.messageBytes,
    grammar: GRAMMAR,
  };
}
