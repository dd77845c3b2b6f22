// What the page of a damaged section is given: what is wrong, what each choice would bring, and what can be read meanwhile.
import { redirect } from '@remix-run/node';
import { nodesOfBody, nodesOfPreamble } from '#core/document/bodies.ts';
import { richHtml } from '#core/document/html.ts';
import type { DocumentItem } from '#core/framework/interchange.ts';
import { numberItems } from '#core/framework/numbers.ts';
import type { RoomDefinition, Template } from '#core/framework/template.ts';
import { walkItems } from '#core/framework/walk.ts';
import { paths } from '#core/paths.ts';
import { typesetRich } from '#locales/typography.ts';
import type { AppContext, FrameworkDetail, RecoveryChoice } from '#server/context.ts';
import { valueOrLeave } from '../../refusals.ts';
import { rowsOfSections } from '../rows.ts';
import { type DamagedPageData, previewName, type ShownChoice } from './page-data.ts';

/** What a choice would bring, as the page shows it; its texts go into `texts`. */
function shownChoice(
  texts: Map<string, string>,
  { language }: FrameworkDetail,
  template: Template,
  { from, ref, at, sections }: RecoveryChoice,
): ShownChoice {
  const counts: Record<string, number> = {};
  for (const { item } of walkItems<DocumentItem>(sections)) {
    counts[item.kind] = (counts[item.kind] ?? 0) + 1;
    const body = nodesOfBody(item);
    if (body.length > 0) {
      texts.set(previewName(from, item.id), richHtml(typesetRich(language, body), { title: 'p' }));
    }
  }
  for (const section of sections) {
    const preamble = typesetRich(language, nodesOfPreamble(section));
    texts.set(previewName(from, `${section.key} preamble`), richHtml(preamble, { title: 'p' }));
  }
  const numbers = numberItems(sections, template, language);
  return { from, ref, at, counts, sections: rowsOfSections(sections, numbers) };
}

/** Data of the page; shows the section itself where it was put right in this very moment. */
export async function damagedData(
  context: AppContext,
  request: Request,
  framework: FrameworkDetail,
  template: Template,
  room: RoomDefinition,
): Promise<DamagedPageData> {
  const { queries, actor, texts } = context;
  const { slug, title, notice, language, latestVersion, rights } = framework;
  const report = valueOrLeave(
    context,
    request,
    await queries.documents.damage(actor, slug, room.key),
  );
  if (!report) throw redirect(new URL(request.url).pathname);
  return {
    damaged: true,
    slug,
    title,
    notice,
    language,
    template: template.key,
    sections: room.sections.map((key) => ({ key })),
    others: template.sections.length > room.sections.length,
    mayChoose: rights.manage,
    damage: report.damage,
    lost: report.lost,
    lastLostAt: report.lastLostAt,
    choices: report.choices.map((choice) => shownChoice(texts, framework, template, choice)),
    version: latestVersion
      ? { label: latestVersion.label, path: paths.read(slug, latestVersion.label) }
      : null,
  };
}
