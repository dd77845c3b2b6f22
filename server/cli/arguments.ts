// Reading the words after `cli --`: which command, with which options; anything else is a mistake of usage.
import { parseArgs } from 'node:util';
import { LABEL } from '#core/framework/label.ts';
import { ROLES, type Role } from '#core/policy.ts';
import { RECOVERY_SOURCES } from '#core/recovery.ts';
import type { Translate } from '#locales/catalogue.ts';
import type { Act } from './acts.ts';

export type Command =
  | { readonly kind: 'act'; readonly input: Exclude<Act, { act: 'import' | 'export' }> }
  | {
      readonly kind: 'import';
      readonly file: string;
      readonly format: string;
      readonly slug?: string;
    }
  | {
      readonly kind: 'export';
      readonly input: Extract<Act, { act: 'export' }>;
      readonly out?: string;
    }
  | { readonly kind: 'backup' | 'restore'; readonly file: string }
  | { readonly kind: 'verify' };

/** A mistake in how the command was given; its message is one line for people. */
export class Usage extends Error {
  override readonly name = 'Usage';
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

interface Given {
  readonly t: Translate;
  readonly words: string[];
  readonly values: Values;
}

const TEXT = [
  'name',
  'role',
  'email',
  'slug',
  'format',
  'version',
  'revision',
  'from',
  'out',
] as const;

function text({ t, values }: Given, name: string): string {
  const value = values[name];
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new Usage(t('terminal.cli.option-missing', { name }));
}

function choice<T extends string>(given: Given, name: string, choices: readonly T[]): T {
  const value = text(given, name);
  const found = choices.find((each) => each === value);
  if (found !== undefined) return found;
  const list = choices.join(', ');
  throw new Usage(given.t('terminal.cli.option-wrong', { name, value, choices: list }));
}

function argument({ t, words }: Given, name: string): string {
  const word = words.shift();
  if (word === undefined || word === '')
    throw new Usage(t('terminal.cli.argument-missing', { name }));
  return word;
}

function refOf(given: Given): string {
  const { t, values } = given;
  const chosen = ['version', 'revision', 'working'].filter((name) => values[name] !== undefined);
  if (chosen.length > 1) {
    const names = chosen.map((name) => `--${name}`).join(', ');
    throw new Usage(t('terminal.cli.one-of', { names }));
  }
  if (values.version !== undefined) {
    const value = text(given, 'version');
    if (LABEL.test(value)) return value;
    throw new Usage(
      t('terminal.cli.option-wrong', { name: 'version', value, choices: '0.2, 1.0' }),
    );
  }
  if (values.revision !== undefined) {
    const value = text(given, 'revision').replace(/^r/, '');
    if (/^[1-9]\d{0,8}$/.test(value)) return `r${value}`;
    throw new Usage(
      t('terminal.cli.option-wrong', { name: 'revision', value, choices: '1, 2, 3' }),
    );
  }
  return 'working';
}

function read(given: Given, command: string): Command {
  const role = (): Role => choice(given, 'role', ROLES);
  switch (command) {
    case 'token create':
      return {
        kind: 'act',
        input: { act: 'token.create', name: text(given, 'name'), role: role() },
      };
    case 'token list':
      return { kind: 'act', input: { act: 'token.list' } };
    case 'token revoke':
      return { kind: 'act', input: { act: 'token.revoke', id: argument(given, 'ID') } };
    case 'account create': {
      const [email, name] = [text(given, 'email'), text(given, 'name')];
      return { kind: 'act', input: { act: 'account.create', email, name, role: role() } };
    }
    case 'account list':
      return { kind: 'act', input: { act: 'account.list' } };
    case 'account disable':
      return { kind: 'act', input: { act: 'account.disable', email: argument(given, 'E-MAIL') } };
    case 'import': {
      const format = given.values.format === undefined ? 'json' : text(given, 'format');
      const slug = given.values.slug === undefined ? {} : { slug: text(given, 'slug') };
      return { kind: 'import', file: argument(given, 'FILE'), format, ...slug };
    }
    case 'export': {
      const slug = argument(given, 'SLUG');
      const out = given.values.out === undefined ? {} : { out: text(given, 'out') };
      const format = text(given, 'format');
      return { kind: 'export', input: { act: 'export', slug, ref: refOf(given), format }, ...out };
    }
    case 'recover': {
      const [slug, room] = [argument(given, 'SLUG'), argument(given, 'ROOM')];
      const from =
        given.values.from === undefined ? {} : { from: choice(given, 'from', RECOVERY_SOURCES) };
      return { kind: 'act', input: { act: 'recover', slug, room, ...from } };
    }
    case 'backup':
    case 'restore':
      return { kind: command, file: argument(given, 'FILE') };
    case 'verify':
      return { kind: 'verify' };
    default:
      throw new Usage(given.t('terminal.cli.unknown', { command: command || '—' }));
  }
}

/** Which options a command knows; another one is a mistake. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  'token create': ['name', 'role'],
  'account create': ['email', 'name', 'role'],
  import: ['slug', 'format'],
  export: ['version', 'revision', 'working', 'format', 'out'],
  recover: ['from'],
};

/** Reads a command. Throws Usage where it is none. */
export function readCommand(args: readonly string[], t: Translate): Command {
  let parsed: { values: Values; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(TEXT.map((name) => [name, { type: 'string' as const }])),
        working: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : String(error));
  }
  const words = [...parsed.positionals];
  const first = words.shift() ?? '';
  const command = ['token', 'account'].includes(first) ? `${first} ${words.shift() ?? ''}` : first;
  const given: Given = { t, words, values: parsed.values };
  const result = read(given, command);
  const [extra] = words;
  if (extra !== undefined) throw new Usage(t('terminal.cli.argument-extra', { value: extra }));
  const known = OPTIONS[command] ?? [];
  const odd = Object.keys(parsed.values).find((name) => !known.includes(name));
  if (odd !== undefined) throw new Usage(t('terminal.cli.argument-extra', { value: `--${odd}` }));
  return result;
}
