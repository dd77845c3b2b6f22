// English words: the HTTP interface for programs, its errors and its page.
import type { api as french } from '../fr/api.ts';

export const api: Record<keyof typeof french, string> = {
  'api.problem.400': 'Bad request',
  'api.problem.401': 'Sign-in needed',
  'api.problem.403': 'Not allowed',
  'api.problem.404': 'Not found',
  'api.problem.405': 'No such method at this address',
  'api.problem.409': 'In conflict with how things stand',
  'api.problem.410': 'No longer valid',
  'api.problem.413': 'Too large',
  'api.problem.415': 'Format not supported',
  'api.problem.422': 'Key already used',
  'api.problem.429': 'Too many requests',
  'api.problem.500': 'Server error',
  'api.problem.503': 'Not available for now',

  'api.detail.host':
    'This server does not answer to that name. If it stands behind a proxy, PUBLIC_URL must say so.',
  'api.detail.origin':
    'This request comes from another address than the server’s own: it is refused.',
  'api.detail.method': 'Methods here: {methods}.',
  'api.detail.failure':
    'Something unexpected went wrong. It is noted in the server’s log under {reference}.',
  'api.detail.body-json': 'The body of the request is not readable JSON.',
  'api.detail.body-type': 'The body of the request must be JSON (Content-Type: application/json).',
  'api.detail.token': 'This token does not exist or was revoked.',
  'api.detail.body-limit': 'The body of a request is at most {limit} MiB. Nothing was changed.',
  'api.detail.key-different':
    'This Idempotency-Key was already used for a request with other content.',
  'api.detail.key-started':
    'A request with this Idempotency-Key is at work, or was cut short by a stop of the server. Look at what was done before sending a new key.',
  'api.detail.key-invalid': 'Idempotency-Key: 1 to 200 visible ASCII characters.',

  'api.input.missing': 'Missing.',
  'api.input.type': 'Not of the expected type.',
  'api.input.too-long': 'Too long or too large (at most {limit}).',
  'api.input.too-short': 'Too short or too small (at least {limit}).',
  'api.input.format': 'Not of the expected form.',
  'api.input.choice': 'Possible values: {choices}.',
  'api.input.wrong': 'Not right.',
};
