// Rights, as one table: every actor against every action on every kind of target.
import { describe, expect, test } from 'vitest';
import { type Action, type Actor, ANONYMOUS, can, type Target } from '#core/policy.ts';

const account = (role: 'reader' | 'editor' | 'coordinator'): Actor => ({
  kind: 'account',
  id: 'a',
  name: 'A',
  role,
});
const token = (role: 'reader' | 'editor' | 'coordinator'): Actor => ({
  kind: 'token',
  id: 't',
  name: 'T',
  role,
});

const network: Target = { kind: 'network' };
const framework = (isPublic: boolean, archived: boolean): Target => ({
  kind: 'framework',
  public: isPublic,
  archived,
});
const version = (isPublic: boolean, frameworkPublic: boolean): Target => ({
  kind: 'version',
  public: isPublic,
  framework: { public: frameworkPublic, archived: false },
});

/** Who may: `-` nobody of the four, or the least of anonymous, reader, editor, coordinator. */
const ORDER = ['anonymous', 'reader', 'editor', 'coordinator'] as const;
type Least = (typeof ORDER)[number] | '-';

const TABLE: readonly [Action, string, Target, Least][] = [
  ['framework.create', 'network', network, 'coordinator'],
  ['people.manage', 'network', network, 'coordinator'],
  ['metrics.read', 'network', network, 'coordinator'],
  ['framework.see', 'public framework', framework(true, false), 'anonymous'],
  ['framework.see', 'private framework', framework(false, false), 'reader'],
  ['framework.see', 'public archived framework', framework(true, true), 'anonymous'],
  ['framework.manage', 'framework', framework(true, false), 'coordinator'],
  ['framework.manage', 'archived framework', framework(true, true), 'coordinator'],
  ['working.read', 'public framework', framework(true, false), 'reader'],
  ['working.read', 'archived framework', framework(false, true), 'reader'],
  ['working.write', 'framework', framework(true, false), 'editor'],
  ['working.comment', 'framework', framework(true, false), 'reader'],
  ['working.comment', 'archived framework', framework(true, true), '-'],
  ['working.comment', 'network', network, '-'],
  ['working.recover', 'framework', framework(true, false), 'coordinator'],
  ['working.recover', 'archived framework', framework(true, true), 'coordinator'],
  ['working.recover', 'network', network, '-'],
  ['working.write', 'archived framework', framework(true, true), '-'],
  ['version.publish', 'framework', framework(false, false), 'coordinator'],
  ['version.publish', 'archived framework', framework(false, true), '-'],
  ['version.read', 'public version, public framework', version(true, true), 'anonymous'],
  ['version.read', 'public version, private framework', version(true, false), 'reader'],
  ['version.read', 'private version, public framework', version(false, true), 'reader'],
  // an action asked of the wrong kind of thing is refused to everybody
  ['framework.create', 'framework', framework(true, false), '-'],
  ['working.write', 'version', version(true, true), '-'],
  ['version.read', 'framework', framework(true, false), '-'],
  ['people.manage', 'framework', framework(true, false), '-'],
];

describe('can', () => {
  for (const [action, what, target, least] of TABLE) {
    test(`${action} on ${what}: ${least === '-' ? 'nobody' : `from ${least} on`}`, () => {
      ORDER.forEach((who, index) => {
        const expected = least !== '-' && index >= ORDER.indexOf(least);
        const actors = who === 'anonymous' ? [ANONYMOUS] : [account(who), token(who)];
        for (const actor of actors) expect(can(actor, action, target), who).toBe(expected);
      });
    });
  }
});
