// What commands answer with: the thing as it is after the act, as whoever acted may see it.
import type { Actor } from '#core/policy.ts';
import { accept, type Result } from '#core/refusal.ts';
import type { StoredFramework } from '#db/frameworks.ts';
import type { FrameworkDetail, RefDocument } from '../context.ts';
import type { Deps } from '../deps.ts';
import { createSummaries } from '../queries/framework-summaries.ts';

export async function detailOf(
  deps: Deps,
  actor: Actor,
  framework: StoredFramework,
): Promise<Result<FrameworkDetail>> {
  return accept(await createSummaries(deps).detail(actor, framework));
}

export async function workingOf(
  { working }: Deps,
  framework: StoredFramework,
): Promise<Result<RefDocument>> {
  const text = await working.read(framework);
  if (!text.ok) return text;
  return accept({ ref: 'working', document: text.value.document, version: null, revision: null });
}
