// What the command line can have done in a house: the same functions where a server runs (handed to it) and where none does.
import { z } from 'zod';
import type { Language } from '#core/framework/interchange.ts';
import { isSlug } from '#core/framework/names.ts';
import { seenText } from '#core/importing/since.ts';
import { type Actor, ROLES } from '#core/policy.ts';
import { RECOVERY_SOURCES } from '#core/recovery.ts';
import { type Refusal, refuse } from '#core/refusal.ts';
import { isMessageKey, type Translate, translator } from '#locales/catalogue.ts';
import { formatMoment } from '#locales/format.ts';
import { recoverySource } from '#locales/recovery-source.ts';
import { readBrought } from '../exchange/bring-in.ts';
import { exportDocument, isExportFormat } from '../exchange/export.ts';
import { readDocument } from '../exchange/read.ts';
import type { House } from '../house.ts';

/** What a command prints and how it ends: 0 done, 1 refused or failed. */
export interface Outcome {
  readonly code: 0 | 1;
  /** Data, for standard output. */
  readonly out: string;
  /** Messages, for standard error. */
  readonly err: string;
}

export const outcomeSchema: z.ZodType<Outcome> = z.object({
  code: z.union([z.literal(0), z.literal(1)]),
  out: z.string(),
  err: z.string(),
});

const role = z.enum(ROLES);

/** The acts with their inputs; members that do not hold for one are not there. */
export const actSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('token.create'), name: z.string(), role }),
  z.object({ act: z.literal('token.list') }),
  z.object({ act: z.literal('token.revoke'), id: z.string() }),
  z.object({ act: z.literal('account.create'), email: z.string(), name: z.string(), role }),
  z.object({ act: z.literal('account.list') }),
  z.object({ act: z.literal('account.disable'), email: z.string() }),
  z.object({
    act: z.literal('import'),
    /** The file in base64: it may be a zipped one. */
    file: z.base64(),
    format: z.string(),
    slug: z.string().optional(),
  }),
  z.object({ act: z.literal('export'), slug: z.string(), ref: z.string(), format: z.string() }),
  z.object({
    act: z.literal('recover'),
    slug: z.string(),
    room: z.string(),
    from: z.enum(RECOVERY_SOURCES).optional(),
  }),
]);
export type Act = z.infer<typeof actSchema>;

export interface ActContext {
  readonly house: Pick<House, 'queries' | 'commands'>;
  readonly language: Language;
  url(path: string): string;
  readonly now: () => Date;
}

function done(out: string, err = ''): Outcome {
  return { code: 0, out, err: err === '' ? '' : `${err}\n` };
}

function failed(err: string): Outcome {
  return { code: 1, out: '', err: `${err}\n` };
}

function refused(t: Translate, refusal: Refusal): Outcome {
  const details = (refusal.errors ?? []).map(({ path, problem }) => {
    const detail = isMessageKey(problem) ? t(problem, refusal.values) : problem;
    return path === '' ? detail : t('terminal.cli.input', { path, detail });
  });
  return failed([t(`refusal.${refusal.code}`, refusal.values), ...details].join('\n  '));
}

/** Lines of cells parted by tabs, for people and for `cut`. */
function table(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => `${row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`)
    .join('');
}

async function token(
  { house }: ActContext,
  t: Translate,
  actor: Actor,
  input: Extract<Act, { act: `token.${string}` }>,
): Promise<Outcome> {
  const { people } = house.commands;
  if (input.act === 'token.create') {
    const made = await people.createToken(actor, { name: input.name, role: input.role });
    return made.ok ? done(`${made.value.secret}\n`) : refused(t, made);
  }
  const listed = await house.queries.people.tokens(actor);
  if (!listed.ok) return refused(t, listed);
  if (input.act === 'token.list') {
    return done(
      table(
        listed.value.map((each) => [
          each.id,
          each.name,
          each.role,
          each.createdAt,
          each.lastUsedAt ?? '-',
          each.revokedAt ?? '-',
        ]),
      ),
    );
  }
  const known = listed.value.find(({ id }) => id === input.id);
  if (known === undefined) return failed(t('terminal.cli.no-token', { id: input.id }));
  const revoked = await people.revokeToken(actor, known.id);
  return revoked.ok
    ? done('', t('terminal.cli.revoked', { name: known.name }))
    : refused(t, revoked);
}

async function account(
  { house, language }: ActContext,
  t: Translate,
  actor: Actor,
  input: Extract<Act, { act: `account.${string}` }>,
): Promise<Outcome> {
  const { people } = house.commands;
  if (input.act === 'account.create') {
    const { name, email, role: wanted } = input;
    const invitation = { name, email, role: wanted, language, mail: false };
    const made = await people.invite(actor, invitation);
    return made.ok ? done(`${made.value.link}\n`) : refused(t, made);
  }
  const listed = await house.queries.people.list(actor);
  if (!listed.ok) return refused(t, listed);
  if (input.act === 'account.list') {
    return done(
      table(
        listed.value.map((each) => [
          each.email,
          each.name,
          each.role,
          each.createdAt,
          each.disabled ? 'disabled' : each.joined ? 'active' : 'invited',
        ]),
      ),
    );
  }
  const email = input.email.trim().toLowerCase();
  const known = listed.value.find((each) => each.email === email);
  if (known === undefined) return failed(t('terminal.cli.no-account', { email }));
  const disabled = await people.disable(actor, known.id);
  return disabled.ok ? done('', t('terminal.cli.disabled', { email })) : refused(t, disabled);
}

async function importText(
  { house, language }: ActContext,
  t: Translate,
  actor: Actor,
  { file, format, slug }: Extract<Act, { act: 'import' }>,
): Promise<Outcome> {
  if (slug !== undefined && !isSlug(slug)) {
    return refused(
      t,
      refuse('invalid-input', { errors: [{ path: 'slug', problem: 'common.problem.slug' }] }),
    );
  }
  const { queries } = house;
  const bytes = new Uint8Array(Buffer.from(file, 'base64'));
  // A document of Triptyque says its address itself; a file of a word processor has none.
  const own = format === 'json' ? readDocument(format, new TextDecoder().decode(bytes), t) : null;
  if (own && !own.ok) return refused(t, own);
  const at = slug ?? own?.value.framework.slug;
  if (at === undefined) return failed(t('terminal.cli.import-slug'));
  const read = await readBrought({ actor, queries, language, t }, { format, bytes, slug: at });
  if (!read.ok) return refused(t, read);
  const { document, planned, present } = read.value;
  if (present) {
    const seen = planned ? seenText(planned.before.sections) : undefined;
    const replaced = await house.commands.working.replace(actor, at, document, seen);
    if (!replaced.ok) return refused(t, replaced);
    return done(`${at}\n`, t('terminal.cli.replaced', { title: present.title }));
  }
  const made = await house.commands.frameworks.import(actor, document, at);
  if (!made.ok) return refused(t, made);
  const { title, slug: given } = made.value;
  return done(`${given}\n`, t('terminal.cli.imported', { title, slug: given }));
}

async function exportText(
  { house, url, now }: ActContext,
  t: Translate,
  actor: Actor,
  { slug, ref, format }: Extract<Act, { act: 'export' }>,
): Promise<Outcome> {
  if (!isExportFormat(format)) return failed(t('terminal.cli.format', { format }));
  const exporting = { actor, queries: house.queries, now: now(), url };
  const file = await exportDocument(exporting, slug, ref, format);
  return file.ok ? done(new TextDecoder().decode(file.value.bytes)) : refused(t, file);
}

/** Without `from`, the newest of what the pages offer; a text that would begin empty must be asked for by name. */
async function recoverText(
  { house, language }: ActContext,
  t: Translate,
  actor: Actor,
  { slug, room, from }: Extract<Act, { act: 'recover' }>,
): Promise<Outcome> {
  const report = await house.queries.documents.damage(actor, slug, room);
  if (!report.ok) return refused(t, report);
  const choices = report.value?.choices ?? [];
  const [best] = choices;
  if (from === undefined && best?.at === null) return failed(t('terminal.cli.recover-empty'));
  const source = from ?? best?.from ?? 'readable';
  const recovered = await house.commands.working.recover(actor, slug, room, { from: source });
  if (!recovered.ok) return refused(t, recovered);
  const { done: isNew, replacedBy, at, by } = recovered.value;
  const values = { room, from: recoverySource(t, replacedBy), at: formatMoment(language, at), by };
  if (!isNew) return done(`${replacedBy}\n`, t('terminal.cli.recovered-before', values));
  const dated = choices.find((choice) => choice.from === source)?.at ?? null;
  const line =
    dated === null
      ? t('terminal.cli.recovered-empty', values)
      : t('terminal.cli.recovered', { ...values, at: formatMoment(language, dated) });
  return done(`${replacedBy}\n`, line);
}

/** Does one act as the command line, which may do what a coordinator may. */
export function perform(context: ActContext, input: Act): Promise<Outcome> {
  const t = translator(context.language);
  const name = t('terminal.cli.actor');
  const actor: Actor = { kind: 'token', id: 'command-line', name, role: 'coordinator' };
  switch (input.act) {
    case 'token.create':
    case 'token.list':
    case 'token.revoke':
      return token(context, t, actor, input);
    case 'account.create':
    case 'account.list':
    case 'account.disable':
      return account(context, t, actor, input);
    case 'import':
      return importText(context, t, actor, input);
    case 'export':
      return exportText(context, t, actor, input);
    case 'recover':
      return recoverText(context, t, actor, input);
  }
}
