// Reading what was sent: no larger than the limit, JSON only where it is readable and not endlessly deep.

/** 10 MiB, as the interface promises. */
export const BODY_LIMIT = 10 * 2 ** 20;
/** What a page takes where files of word processors are brought, pictures and all. */
export const FILE_LIMIT = 50 * 2 ** 20;
/** Deeper JSON is no document of people; what reads documents walks them by recursion. */
const DEPTH_LIMIT = 400;

export type ReadBody =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false };

/** Reads a body, stopping as soon as it is over the limit. */
export async function readBody(request: Request, limit = BODY_LIMIT): Promise<ReadBody> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > limit) return { ok: false };
  if (request.body === null) return { ok: true, bytes: new Uint8Array() };
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return { ok: false };
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return { ok: true, bytes };
}

function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_LIMIT) return true;
    const next: unknown[] = [];
    for (const each of level) {
      if (typeof each !== 'object' || each === null) continue;
      for (const member of Array.isArray(each) ? each : Object.values(each)) {
        if (typeof member === 'object' && member !== null) next.push(member);
      }
    }
    level = next;
  }
  return false;
}

/** The JSON value of a text, or null in place of a result where it is not readable. */
export function readJson(text: string): { readonly value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isTooDeep(value) ? null : { value };
  } catch {
    return null;
  }
}

/** Whether a content type is JSON; one that is not said counts, one that an HTML form can send does not. */
export function isJsonType(contentType: string): boolean {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return type === '' || type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type);
}
