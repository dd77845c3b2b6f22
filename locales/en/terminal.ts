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
  'terminal.stopping': 'Asked to stop: putting the texts in safety…',
};
