// The interface described for machines, OpenAPI 3.1, made from the same table and schemas that answer.
import { z } from 'zod';
import type { Language } from '#core/framework/interchange.ts';
import { REFUSALS, type RefusalCode } from '#core/refusal.ts';
import { type Translate, translator } from '#locales/catalogue.ts';
import { PROBLEM_TYPE } from '../problem.ts';
import type { Call, Success } from './call.ts';
import { CALLS } from './calls.ts';
import { NAMED_SCHEMAS } from './schemas.ts';

type Json = Record<string, unknown>;

const BASE = '#/components/schemas/';

function registry() {
  const named = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED_SCHEMAS)) named.add(schema, { id });
  return named;
}

/** JSON Schema of one schema; named ones are pointed at. OpenAPI 3.1 takes JSON Schema 2020-12 as it is. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const named = registry();
  const known = named.get(schema);
  if (known !== undefined) return { $ref: `${BASE}${known.id}` };
  named.add(schema, { id: ' ' });
  const { schemas } = z.toJSONSchema(named, {
    uri: (id) => `${BASE}${id}`,
    io,
    unrepresentable: 'any',
  });
  return bare(schemas[' '] ?? {});
}

function bare(schema: Json): Json {
  const { $schema: _schema, $id: _id, ...rest } = schema;
  return rest;
}

function components(): Json {
  const { schemas } = z.toJSONSchema(registry(), {
    uri: (id) => `${BASE}${id}`,
    io: 'output',
    unrepresentable: 'any',
  });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema)]));
}

function parameters(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: each,
  }));
}

function success(t: Translate, { status, schema, files }: Success): Json {
  const description = t(`api.answer.${status}`);
  if (files !== undefined) {
    const content = Object.fromEntries(files.map((type) => [type.split(';')[0], {}]));
    return { description, content };
  }
  if (schema === undefined) return { description };
  return { description, content: { 'application/json': { schema: schemaOf(schema, 'output') } } };
}

/** What any call may answer besides its own refusals. */
function commonRefusals(call: Call): RefusalCode[] {
  const always: RefusalCode[] = ['not-signed-in', 'store-unavailable'];
  if (call.least !== 'anonymous') always.push('not-allowed');
  if (call.body !== null) always.push('too-large', 'invalid-input');
  return always;
}

function refusals(t: Translate, call: Call): Record<string, Json> {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of new Set([...call.refusals, ...commonRefusals(call)])) {
    const status = REFUSALS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const content = { [PROBLEM_TYPE.split(';')[0] ?? '']: { schema: { $ref: `${BASE}Problem` } } };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `${code}: ${t(`refusal.${code}`)}`).join('\n\n'),
        content,
      },
    ]),
  );
}

function requestBody(call: Call): Json {
  if (call.body === null) return {};
  if (call.body.kind === 'raw') {
    const content = {
      'application/json': { schema: { $ref: `${BASE}Document` } },
      // A file as it is.
      'application/octet-stream': {},
      'text/markdown': {},
    };
    return { requestBody: { required: true, content } };
  }
  const schema = schemaOf(call.body.schema, 'input');
  const required = call.body.schema.safeParse({}).success === false;
  return { requestBody: { required, content: { 'application/json': { schema } } } };
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

function operation(t: Translate, call: Call): Json {
  return {
    operationId: call.id,
    summary: t(`api.call.${call.id}`),
    description: t(`api.least.${call.least}`),
    parameters: [
      ...parameters(call.params, 'path'),
      ...parameters(call.query, 'query'),
      ...(call.method === 'GET' ? [] : [IDEMPOTENCY_KEY]),
    ],
    ...requestBody(call),
    responses: {
      ...Object.fromEntries(call.successes.map((each) => [String(each.status), success(t, each)])),
      ...refusals(t, call),
    },
    ...(call.least === 'anonymous' ? { security: [{}, { bearer: [] }, { session: [] }] } : {}),
  };
}

const described = new Map<Language, Json>();

/** What does not depend on who asks, made once for a language. */
function descriptionIn(language: Language): Json {
  const known = described.get(language);
  if (known !== undefined) return known;
  const t = translator(language);
  const byPath: Record<string, Json> = {};
  for (const call of CALLS) {
    const item = byPath[call.path] ?? {};
    item[call.method.toLowerCase()] = operation(t, call);
    byPath[call.path] = item;
  }
  const made = {
    security: [{ bearer: [] }, { session: [] }],
    paths: byPath,
    components: {
      schemas: components(),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'triptyque_session' },
      },
    },
  };
  described.set(language, made);
  return made;
}

/** The whole description. `server` is the absolute address of the interface. */
export function openApi(language: Language, version: string, server: string): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'Triptyque', version, summary: translator(language)('api.docs.title') },
    servers: [{ url: server }],
    ...descriptionIn(language),
  };
}
