// English words: what the server and the command line say in a terminal.
import type { terminal as french } from '../fr/terminal.ts';

export const terminal: Record<keyof typeof french, string> = {
  'terminal.env.PORT': 'PORT must be a whole number from 0 to 65535 (got "{value}").',
  'terminal.env.HOST':
    'HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0 (got "{value}").',
  'terminal.env.DATA_DIR': 'DATA_DIR must be the path of a folder (got "{value}").',
  'terminal.env.PUBLIC_URL':
    'PUBLIC_URL must be an address such as https://framework.example.org, without a path after the name (got "{value}").',
  'terminal.env.SMTP_URL':
    'SMTP_URL must be an address such as smtps://name:password@mail.example.org (not repeated here: it holds a password).',
  'terminal.env.LOG_LEVEL':
    'LOG_LEVEL must be trace, debug, info, warn, error, fatal or silent (got "{value}").',
  'terminal.env.SAMPLE': 'SAMPLE must be on or off (got "{value}").',
  'terminal.env.TRUST_PROXY':
    'TRUST_PROXY must be the number of proxies in front of this server, from 0 to 10 (got "{value}").',
  'terminal.env.REVISION_QUIET_S':
    'REVISION_QUIET_S must be a number of seconds from 0 (no automatic revisions) to 604800 (got "{value}").',
  'terminal.env.REVISION_EVERY_S':
    'REVISION_EVERY_S must be a number of seconds from 0 to 604800 (got "{value}").',
  'terminal.env.COMMENT_MAIL_S':
    'COMMENT_MAIL_S must be a number of seconds from 0 (no mails about comments) to 604800 (got "{value}").',
  'terminal.env.limit': '{name} must be a whole number from {least} to {most} (got "{value}").',
  'terminal.env.no-limit':
    '{name} sets nothing: there is no limit of that name (see docs/operations.md).',

  'terminal.data-dir': 'The data folder {folder} cannot be used: {reason}',
  'terminal.locked':
    'Another server already uses the folder {folder}. Stop it, or give another DATA_DIR.',
  'terminal.port-taken':
    'Port {port} of {host} is already taken. Stop the other program, or give another PORT.',
  'terminal.port-refused': 'The server cannot listen on {host}, port {port}: {reason}',
  'terminal.no-pages': 'The pages are not built: run "npm start".',
  'terminal.broken': 'The server cannot start: {reason}',
  'terminal.listening': 'Triptyque is open at {url}',
  'terminal.also-at': 'Also, on the local network: {url}',
  'terminal.setup': 'There is no coordinator yet. Open this link to make the first account:',

  'terminal.cli.usage': `Usage: npm run -s cli -- COMMAND

  token create --name NAME --role coordinator|editor|reader
  token list
  token revoke ID
  account create --email ADDRESS --name NAME --role coordinator|editor|reader
  account list
  account disable ADDRESS
  import FILE [--slug SLUG] [--format json|docx|odt|md]
  export SLUG [--version V | --revision N | --working] --format json|md|html [--out FILE]
  backup FILE
  restore FILE
  recover SLUG ROOM [--from readable|revision|version]
  verify

Data goes to standard output, messages to standard error.`,
  'terminal.cli.actor': 'command line',
  'terminal.cli.unknown': 'Unknown command: {command}',
  'terminal.cli.option-missing': '--{name} is missing.',
  'terminal.cli.option-wrong': '--{name} is not right (got "{value}"). Possible values: {choices}.',
  'terminal.cli.argument-missing': 'Missing: {name}.',
  'terminal.cli.argument-extra': 'One argument too many: {value}',
  'terminal.cli.one-of': 'Only one of these: {names}.',
  'terminal.cli.file-unreadable': '{file} cannot be read: {reason}',
  'terminal.cli.file-unwritable': '{file} cannot be written: {reason}',
  'terminal.cli.file-exists': '{file} is there already. Nothing was written.',
  'terminal.cli.no-account': 'No account has the address {email}.',
  'terminal.cli.no-token': 'No token has the id {id}.',
  'terminal.cli.no-database': 'There is no database in {folder}.',
  'terminal.cli.format': 'Format not supported: {format}.',
  'terminal.cli.input': '{path}: {detail}',
  'terminal.cli.failed': 'The command failed: {reason}',
  'terminal.cli.import-slug':
    'Give the address of the framework with --slug: this file does not say one.',
  'terminal.cli.imported': '"{title}" is imported at {slug}.',
  'terminal.cli.replaced':
    'The working text of "{title}" is replaced; the state before is kept as a revision.',
  'terminal.cli.exported': 'Written: {file}',
  'terminal.cli.disabled': 'The account {email} is closed.',
  'terminal.cli.revoked': 'The token "{name}" is revoked.',
  'terminal.cli.backed-up': 'Backup written and read back: {file}',
  'terminal.cli.backup-damaged': 'The backup {file} is not whole: {reason}',
  'terminal.cli.not-empty':
    '{folder} is not empty: a backup is only restored into an empty folder.',
  'terminal.cli.backup-runs': 'Another backup of {folder} is being made. Nothing was written.',
  'terminal.cli.not-restored': 'Nothing was restored into {folder}: {reason}',
  'terminal.cli.restored-damaged':
    'What is damaged in the backup is damaged here too; the rest is whole:',
  'terminal.cli.restored': 'Restored into {folder}.',
  'terminal.cli.recovered':
    'The text {room} is put right from {from}, as of {at}. What was damaged is set aside, unchanged.',
  'terminal.cli.recovered-empty':
    'Nothing of the text {room} could be read: it begins empty. What was damaged is set aside, unchanged.',
  'terminal.cli.recover-empty':
    'Nothing of this text can be read, and there is neither a revision nor a version. To begin it empty: --from readable.',
  'terminal.cli.recovered-before':
    'The text {room} can be read: {by} put it right from {from}, {at}. Nothing was changed.',
};
