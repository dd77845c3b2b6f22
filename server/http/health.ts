// Whether the server lives, whether it can work, and its figures.
import type { Hono } from 'hono';
import { GRAMMAR } from '#core/document/wire.ts';
import { can } from '#core/policy.ts';
import type { Door, DoorContext, DoorParts } from './asked.ts';
import { sayNo } from './say-no.ts';

const PROBE_MS = 2_000;
const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/** However many ask at once, the store is asked once. */
function createProbe(parts: DoorParts): () => Promise<string | null> {
  let asking: Promise<string | null> | null = null;
  return () => {
    asking ??= probe(parts).finally(() => {
      asking = null;
    });
    return asking;
  };
}

async function probe(parts: DoorParts): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, PROBE_MS, 'the store does not answer in 2 s');
  });
  try {
    return await Promise.race([parts.health.probe().then(() => null), late]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
  }
}

/** Asked on this machine itself, and not through a proxy. */
function isFromHere(c: DoorContext): boolean {
  const forwarded = [...c.req.raw.headers.keys()].some(
    (name) => name === 'forwarded' || name.startsWith('x-forwarded-'),
  );
  return !forwarded && LOOPBACK.test(c.env.incoming.socket.remoteAddress ?? '');
}

async function mayReadMetrics(parts: DoorParts, c: DoorContext): Promise<boolean> {
  if (c.req.header('authorization') !== undefined) {
    const actor = await parts.actorOf(c.req.raw);
    return actor.ok && can(actor.value, 'metrics.read', { kind: 'network' });
  }
  return isFromHere(c);
}

/** Adds `/healthz`, `/readyz` and `/metrics`. */
export function addHealth(app: Hono<Door>, parts: DoorParts): void {
  app.get('/healthz', (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json({ status: 'ok', version: parts.health.version, grammar: GRAMMAR });
  });
  const whyNotReady = createProbe(parts);
  app.get('/readyz', async (c) => {
    const reason = await whyNotReady();
    c.header('Cache-Control', 'no-store');
    const damaged = parts.health.damaged();
    // One damaged text is for a coordinator to mend, and no reason to send everybody elsewhere.
    return reason === null
      ? c.json({ status: 'ready', ...(damaged > 0 ? { damagedTexts: damaged } : {}) })
      : c.json({ status: 'not-ready', reason }, 503);
  });
  app.get('/metrics', async (c) => {
    if (!(await mayReadMetrics(parts, c))) {
      const { t } = c.get('asked');
      return sayNo(c, { status: 403, code: 'not-allowed', detail: t('refusal.not-allowed') });
    }
    c.header('Cache-Control', 'no-store');
    c.header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
    return c.body(parts.health.metrics());
  });
}
