// SY-47 on the built server: what fell quiet while it was down, killed, is frozen at its start, once.
import { afterEach, expect, test } from 'vitest';
import { runCli, type ServerProcess, startServer } from '../../server-process.ts';
import { needBuild } from '../built.ts';
import { until } from '../sync/real-sockets.ts';
import { makeFramework, typist } from '../typists.ts';

needBuild();

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const act of cleanUp.splice(0).reverse()) await act();
});

interface Listed {
  readonly items: readonly { ref: string; reason: string; createdBy: string; name: string }[];
}

async function ask<T>(server: ServerProcess, secret: string, path: string): Promise<T> {
  const answer = await fetch(`${server.url}/api/v1/frameworks/quiet${path}`, {
    headers: { Authorization: `Bearer ${secret}` },
  });
  expect(answer.status).toBe(200);
  return answer.json() as Promise<T>;
}

test('SY-47 a server that was killed freezes at its start what had fallen quiet, and at the next nothing more', async () => {
  const env = { SAMPLE: 'off', REVISION_QUIET_S: '1', REVISION_EVERY_S: '0' };
  const server = await startServer({ env });
  cleanUp.push(() => server.close());
  const asked = ['token', 'create', '--name', 'T', '--role', 'coordinator'];
  const secret = (await runCli(server, asked)).trim();
  await makeFramework(server.url, 'quiet', secret);
  const ann = typist(server.url, 'quiet/missions', secret, 'mot');
  cleanUp.push(() => ann.leave());
  await until(() => ann.provider.synced);
  ann.type();
  await until(() => ann.isSaved);
  ann.leave();
  await server.crash();
  const listed = () => ask<Listed>(server, secret, '/revisions');
  while ((await listed()).items.length === 0);
  const expected = [
    expect.objectContaining({ ref: 'r1', reason: 'quiet', createdBy: '', name: '' }),
  ];
  expect((await listed()).items).toEqual(expected);
  const document = await ask<{ sections: { preamble?: string }[] }>(
    server,
    secret,
    '/documents/r1',
  );
  expect(document.sections[0]?.preamble).toBe('mot0');
  await server.crash();
  await makeFramework(server.url, 'other', secret);
  const bob = typist(server.url, 'other/missions', secret, 'autre');
  cleanUp.push(() => bob.leave());
  await until(() => bob.provider.synced);
  bob.type();
  const others = async () => {
    const answer = await fetch(`${server.url}/api/v1/frameworks/other/revisions`, {
      headers: { Authorization: `Bearer ${secret}` },
    });
    return ((await answer.json()) as Listed).items.length;
  };
  while ((await others()) === 0);
  expect((await listed()).items).toEqual(expected);
}, 60_000);
