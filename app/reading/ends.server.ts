// What may stand at an end of a comparison for who asks: the working text, versions, revisions; newest first.
import type { AppContext, FrameworkDetail } from '#server/context.ts';

export interface ComparisonEnd {
  readonly ref: string;
  /** Name of a revision; '' for versions and the working text. */
  readonly name: string;
  readonly at: string;
}

export async function endsOf(
  context: AppContext,
  framework: FrameworkDetail,
): Promise<ComparisonEnd[]> {
  const { actor, queries } = context;
  const versions = await queries.versions.list(actor, framework.slug, { limit: 100 });
  const revisions = framework.rights.read
    ? await queries.revisions.list(actor, framework.slug, { limit: 100 })
    : null;
  return [
    ...(framework.rights.read ? [{ ref: 'working', name: '', at: framework.changedAt }] : []),
    ...(versions.ok
      ? versions.value.items.map(({ label, publishedAt }) => ({
          ref: label,
          name: '',
          at: publishedAt,
        }))
      : []),
    ...(revisions?.ok
      ? revisions.value.items.map(({ ref, name, createdAt }) => ({ ref, name, at: createdAt }))
      : []),
  ];
}
