// Frameworks as lists and pages show them: rights of who asks, latest version, figures that cost next to nothing.

import type { InterchangeDocument } from '#core/framework/interchange.ts';
import { roomOfSection, templateOf } from '#core/framework/templates.ts';
import { walkItems } from '#core/framework/walk.ts';
import type { Actor } from '#core/policy.ts';
import type { Figures, StoredFramework } from '#db/frameworks.ts';
import type { LogMark } from '#db/room-log.ts';
import type { StoredVersion } from '#db/versions.ts';
import type { FrameworkDetail, FrameworkSummary } from '../context.ts';
import type { Deps } from '../deps.ts';
import { mayReadVersion, rightsOf } from '../texts/access.ts';
import { Bounded } from '../texts/bounded.ts';
import { unlessUnavailable } from '../texts/guard.ts';
import { versionSummary } from './summaries.ts';

type Counts = Readonly<Record<string, number>>;

export interface Summaries {
  of(actor: Actor, frameworks: readonly StoredFramework[]): Promise<FrameworkSummary[]>;
  detail(actor: Actor, framework: StoredFramework): Promise<FrameworkDetail>;
}

/** How many versions' figures stay in memory. */
const KEPT = 500;

export function createSummaries(deps: Deps): Summaries {
  const { store, working, frozen } = deps;
  const ofDocuments = new Bounded<string, Counts>(KEPT);

  async function ofWorkingText(
    framework: StoredFramework,
    mark: LogMark | undefined,
    figures: Figures | undefined,
  ): Promise<Counts> {
    const position = String(mark?.position ?? 0);
    if (figures?.mark === position) return figures.counts;
    const text = await unlessUnavailable(() => working.readable(framework));
    if (!text?.ok) return {};
    const counts = countKinds(text.value.document);
    // What cannot be read is not counted, and such figures are not kept.
    if (text.value.damaged.length > 0) return counts;
    const kept = { mark: String(text.value.position), counts };
    await unlessUnavailable(() => store.frameworks.keepFigures(framework.id, kept));
    return counts;
  }

  async function ofVersion(version: StoredVersion | undefined): Promise<Counts> {
    if (!version) return {};
    const known = ofDocuments.get(version.documentHash);
    if (known) return known;
    const document = await frozen.read(version.revisionId);
    if (!document.ok) return {};
    const counts = countKinds(document.value);
    ofDocuments.set(version.documentHash, counts);
    return counts;
  }

  async function summaries(actor: Actor, frameworks: readonly StoredFramework[]) {
    const ids = frameworks.map(({ id }) => id);
    const versions = await store.versions.ofFrameworks(ids);
    const marks = await store.log.marks();
    const figures = await store.frameworks.figures(ids);
    const made: FrameworkSummary[] = [];
    for (const framework of frameworks) {
      const rights = rightsOf(actor, framework);
      const latest = latestReadable(actor, framework, versions);
      const mark = marks.get(framework.id);
      made.push({
        id: framework.id,
        slug: framework.slug,
        title: framework.title,
        template: framework.template,
        language: framework.language,
        licence: framework.licence,
        notice: framework.notice,
        visibility: framework.visibility,
        archived: framework.archivedAt !== null,
        sample: framework.sample,
        createdAt: framework.createdAt.toISOString(),
        changedAt: (mark?.changedAt ?? framework.createdAt).toISOString(),
        latestVersion: latest ? versionSummary(latest) : null,
        counts: rights.read
          ? await ofWorkingText(framework, mark, figures.get(framework.id))
          : await ofVersion(latest),
        rights,
      });
    }
    return made;
  }

  return {
    of: summaries,
    async detail(actor, framework) {
      const [summary] = await summaries(actor, [framework]);
      if (!summary) throw new Error('one framework has one summary');
      return { ...summary, sections: sectionsOf(framework) };
    },
  };
}

/** The newest version that this actor may read and that stands; else the newest withdrawn one. */
export function latestReadable(
  actor: Actor,
  framework: StoredFramework,
  versions: readonly StoredVersion[],
): StoredVersion | undefined {
  const readable = versions.filter(
    (version) => version.frameworkId === framework.id && mayReadVersion(actor, framework, version),
  );
  return readable.find((version) => !version.withdrawal) ?? readable[0];
}

function sectionsOf({ template: key }: StoredFramework): FrameworkDetail['sections'] {
  const template = templateOf(key);
  if (!template) return [];
  return template.sections.map((section) => ({
    key: section.key,
    room: roomOfSection(template, section.key) ?? section.key,
  }));
}

function countKinds({ sections }: InterchangeDocument): Counts {
  const counts = new Map<string, number>();
  for (const { item } of walkItems(sections)) {
    counts.set(item.kind, (counts.get(item.kind) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
