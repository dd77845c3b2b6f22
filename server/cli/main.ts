// The command line as a process: words in, data and messages out, 0 done, 1 refused or failed, 2 usage.
import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseRefused } from '#db/refused.ts';
import { translator } from '#locales/catalogue.ts';
import { type Env, readEnv, terminalLanguage } from '../env.ts';
import { refusedDatabaseLine } from '../refused-database.ts';
import type { Outcome } from './acts.ts';
import { type Command, readCommand, Usage } from './arguments.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';
import { runAct } from './run-act.ts';
import { verifyFolder } from './verify.ts';

function fileFailure(
  env: Env,
  key: 'unreadable' | 'unwritable',
  file: string,
  error: unknown,
): Outcome {
  const reason = error instanceof Error ? error.message : String(error);
  const line = translator(env.language)(`terminal.cli.file-${key}`, { file, reason });
  return { code: 1, out: '', err: `${line}\n` };
}

async function runExport(
  env: Env,
  command: Extract<Command, { kind: 'export' }>,
): Promise<Outcome> {
  const made = await runAct(env, command.input);
  if (made.code !== 0 || command.out === undefined) return made;
  try {
    writeFileSync(command.out, made.out);
  } catch (error) {
    return fileFailure(env, 'unwritable', command.out, error);
  }
  const line = translator(env.language)('terminal.cli.exported', { file: command.out });
  return { code: 0, out: '', err: `${line}\n` };
}

async function runImport(
  env: Env,
  command: Extract<Command, { kind: 'import' }>,
): Promise<Outcome> {
  const { file, format, slug } = command;
  let content: string;
  try {
    content = readFileSync(file === '-' ? 0 : file).toString('base64');
  } catch (error) {
    return fileFailure(env, 'unreadable', file, error);
  }
  return runAct(env, {
    act: 'import',
    file: content,
    format,
    ...(slug === undefined ? {} : { slug }),
  });
}

function runCommand(env: Env, command: Command): Promise<Outcome> {
  switch (command.kind) {
    case 'act':
      return runAct(env, command.input);
    case 'import':
      return runImport(env, command);
    case 'export':
      return runExport(env, command);
    case 'backup':
      return backup(env, command.file);
    case 'restore':
      return restore(env, command.file);
    case 'verify':
      return verifyFolder(env);
  }
}

async function main(args: readonly string[]): Promise<number> {
  const t = translator(terminalLanguage(process.env));
  if (args.length === 0 || args[0] === 'help' || args[0] === '--help') {
    process.stderr.write(`${t('terminal.cli.usage')}\n`);
    return args.length === 0 ? 2 : 0;
  }
  const read = readEnv(process.env);
  if (!read.ok) {
    process.stderr.write(`${read.line}\n`);
    return 1;
  }
  try {
    const { code, out, err } = await runCommand(read.env, readCommand(args, t));
    process.stdout.write(out);
    process.stderr.write(err);
    return code;
  } catch (error) {
    if (error instanceof Usage) {
      process.stderr.write(`${error.message}\n\n${t('terminal.cli.usage')}\n`);
      return 2;
    }
    const line =
      error instanceof DatabaseRefused
        ? refusedDatabaseLine(t, error)
        : t('terminal.cli.failed', {
            reason: (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' '),
          });
    process.stderr.write(`${line}\n`);
    return 1;
  }
}

// Whatever is made in the data folder, and backups, are for their owner only.
process.umask(0o077);
// Whoever reads us may stop early (`| head`): that is no failure of ours.
process.stdout.on('error', () => process.exit(0));
process.exitCode = await main(process.argv.slice(2));
