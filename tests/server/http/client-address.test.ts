// Whose address counts behind proxies: only what a believed one wrote.
import { expect, test } from 'vitest';
import { clientAddress } from '#server/http/client-address.ts';

test.each([
  ['::1', undefined, 0, '::1'],
  ['::1', '6.6.6.6', 0, '::1'],
  ['10.0.0.1', '6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
  ['10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.2', 2, '1.2.3.4'],
  ['10.0.0.1', '1.2.3.4', 3, '1.2.3.4'],
  ['10.0.0.1', undefined, 1, '10.0.0.1'],
  ['10.0.0.1', ' , ,', 1, '10.0.0.1'],
  [undefined, undefined, 1, ''],
])('%s with %j behind %i is %s', (connection, forwarded, trusted, client) => {
  expect(clientAddress(connection, forwarded, trusted)).toBe(client);
});
