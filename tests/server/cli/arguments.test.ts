// Which words after `cli --` make a command, and which are a mistake.
import { expect, test } from 'vitest';
import { translator } from '#locales/catalogue.ts';
import { readCommand, Usage } from '#server/cli/arguments.ts';

const t = translator('fr');

test.each([
  [
    ['token', 'create', '--name', 'n', '--role', 'editor'],
    { act: 'token.create', name: 'n', role: 'editor' },
  ],
  [
    ['token', 'create', '--role=editor', '--name=n'],
    { act: 'token.create', name: 'n', role: 'editor' },
  ],
  [['token', 'list'], { act: 'token.list' }],
  [['recover', 's', 'missions'], { act: 'recover', slug: 's', room: 'missions' }],
  [
    ['recover', 's', 'missions', '--from', 'version'],
    { act: 'recover', slug: 's', room: 'missions', from: 'version' },
  ],
  [['account', 'disable', 'a@b.org'], { act: 'account.disable', email: 'a@b.org' }],
  [['export', 's', '--format', 'md'], { act: 'export', slug: 's', ref: 'working', format: 'md' }],
  [
    ['export', 's', '--version', '1.0', '--format', 'md'],
    { act: 'export', slug: 's', ref: '1.0', format: 'md' },
  ],
  [
    ['export', '--revision', '3', '--format', 'md', 's'],
    { act: 'export', slug: 's', ref: 'r3', format: 'md' },
  ],
  [
    ['export', 's', '--revision', 'r3', '--format', 'md'],
    { act: 'export', slug: 's', ref: 'r3', format: 'md' },
  ],
])('%j', (args, input) => {
  expect(readCommand(args, t)).toMatchObject({ input });
});

test('import takes json where no format is said', () => {
  expect(readCommand(['import', 'f.json', '--slug', 's'], t)).toEqual({
    kind: 'import',
    file: 'f.json',
    format: 'json',
    slug: 's',
  });
});

test.each([
  [['dance']],
  [['token']],
  [['token', 'create']],
  [['token', 'create', '--name', 'x']],
  [['token', 'create', '--name', 'x', '--role', 'king']],
  [['token', 'create', '--name', '', '--role', 'reader']],
  [['token', 'create', '--name', '--role', 'reader']],
  [['token', 'list', 'more']],
  [['token', 'list', '--name', 'x']],
  [['token', 'revoke']],
  [['export', 'a', '--format', 'md', '--working', '--version', '1.0']],
  [['export', 'a', '--format', 'md', '--version', 'one']],
  [['export', 'a', '--format', 'md', '--revision', '0']],
  [['export', 'a']],
  [['recover', 'a']],
  [['recover', 'a', 'b', '--from', 'elsewhere']],
  [['import']],
  [['verify', '--strange']],
  [['backup']],
  [['restore', 'a', 'b']],
])('%j is a mistake of usage', (args) => {
  expect(() => readCommand(args, t)).toThrow(Usage);
});
