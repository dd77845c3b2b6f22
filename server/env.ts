// The one reader of the environment: every variable is checked at start, and a bad one stops it with one line.
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Language } from '#core/framework/interchange.ts';
import { isMessageKey, translator } from '#locales/catalogue.ts';
import { LIMIT_KEYS, LIMITS, limitsFrom, type RoomLimits, variableOf } from './sync/limits.ts';
import type { QuietTimes } from './texts/quiet-revisions.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Env {
  /** 0 lets the system choose one. */
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Scheme, name and port, as people outside see this server; null where it is only reached directly. */
  readonly publicUrl: URL | null;
  readonly smtpUrl: string | null;
  readonly logLevel: LogLevel;
  /** Whether the first run puts the sample frameworks in. */
  readonly sample: boolean;
  /** How many proxies in front may be believed about who asks. */
  readonly trustProxy: number;
  /** When a working text is frozen by itself. */
  readonly revisions: QuietTimes;
  /** Between two letters about comments to one person; 0 where none leave. Milliseconds. */
  readonly commentMailMs: number;
  /** How much the live texts take before they say no, and their times. */
  readonly limits: RoomLimits;
  /** The language this terminal is spoken to in. */
  readonly language: Language;
}

function isListenAddress(host: string): boolean {
  return isIP(host) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host);
}

function publicUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const bare = url.pathname === '/' && url.search === '' && url.hash === '';
  const web = url.protocol === 'http:' || url.protocol === 'https:';
  return bare && web && url.username === '' && url.password === '' ? url : null;
}

const WEEK_S = 604_800;

const wholeNumber = (max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().max(max));

const variables = z.object({
  PORT: wholeNumber(65_535).default(3000),
  HOST: z.string().refine(isListenAddress).default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .refine((path) => !path.includes('\0'))
    .default('./data'),
  PUBLIC_URL: z
    .string()
    .transform((text, context) => {
      const url = publicUrl(text);
      if (url === null) context.addIssue({ code: 'custom' });
      return url;
    })
    .default(null),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .nullable()
    .default(null),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  SAMPLE: z
    .enum(['on', 'off'])
    .transform((word) => word === 'on')
    .default(true),
  TRUST_PROXY: wholeNumber(10).default(0),
  REVISION_QUIET_S: wholeNumber(WEEK_S).default(600),
  REVISION_EVERY_S: wholeNumber(WEEK_S).default(3_600),
  COMMENT_MAIL_S: wholeNumber(WEEK_S).default(600),
});

const LIMIT_OF_VARIABLE = new Map(LIMIT_KEYS.map((key) => [variableOf(key), key]));

/** The limits, or the first variable that sets one wrongly: a name that is none would otherwise be set in vain. */
function readLimits(
  source: Readonly<Record<string, string | undefined>>,
): { ok: true; limits: RoomLimits } | { ok: false; name: string; value: string } {
  const set = new Map<string, number>();
  for (const [name, text] of Object.entries(source)) {
    const value = text?.trim() ?? '';
    if (!name.startsWith('LIMIT_') || value === '') continue;
    const key = LIMIT_OF_VARIABLE.get(name);
    if (key === undefined || !/^\d{1,10}$/.test(value)) return { ok: false, name, value };
    const number = Number(value);
    if (number < LIMITS[key].least || number > LIMITS[key].most) return { ok: false, name, value };
    set.set(key, number);
  }
  return { ok: true, limits: limitsFrom((key) => set.get(key) ?? LIMITS[key].standard) };
}

/** French, unless the terminal's locale says English. Source: POSIX, precedence of LC_ALL, LC_MESSAGES, LANG. */
export function terminalLanguage(source: Readonly<Record<string, string | undefined>>): Language {
  const locale = source.LC_ALL || source.LC_MESSAGES || source.LANG || '';
  return locale.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

/**
 * Reads the environment. An empty variable counts as not set. Gives the values, or one line in the
 * terminal's language that names the first variable that is wrong.
 */
export function readEnv(
  source: Readonly<Record<string, string | undefined>>,
): { ok: true; env: Env } | { ok: false; line: string } {
  const language = terminalLanguage(source);
  const set = Object.fromEntries(
    Object.keys(variables.shape)
      .map((name) => [name, source[name]?.trim()])
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = variables.safeParse(set);
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0] ?? '');
    const key = `terminal.env.${name}`;
    const value = String(source[name] ?? '').slice(0, 200);
    const line = isMessageKey(key) ? translator(language)(key, { value }) : name;
    return { ok: false, line: line.replace(/\s*[\r\n]+\s*/g, ' ') };
  }
  const limits = readLimits(source);
  if (!limits.ok) {
    const key = LIMIT_OF_VARIABLE.get(limits.name);
    const t = translator(language);
    const name = limits.name.slice(0, 100);
    if (key === undefined) return { ok: false, line: t('terminal.env.no-limit', { name }) };
    const { least, most } = LIMITS[key];
    const value = limits.value.slice(0, 200).replace(/\s+/g, ' ');
    const values = { name, value, least: String(least), most: String(most) };
    return { ok: false, line: t('terminal.env.limit', values) };
  }
  return {
    ok: true,
    env: {
      port: read.data.PORT,
      host: read.data.HOST,
      dataDir: resolve(read.data.DATA_DIR),
      publicUrl: read.data.PUBLIC_URL,
      smtpUrl: read.data.SMTP_URL,
      logLevel: read.data.LOG_LEVEL,
      sample: read.data.SAMPLE,
      trustProxy: read.data.TRUST_PROXY,
      revisions: {
        quietMs: read.data.REVISION_QUIET_S * 1_000,
        everyMs: read.data.REVISION_EVERY_S * 1_000,
      },
      commentMailMs: read.data.SMTP_URL === null ? 0 : read.data.COMMENT_MAIL_S * 1_000,
      limits: limits.limits,
      language,
    },
  };
}
