// One call of the interface for programs: its address, what it takes and gives, and what it does. A table of these is the interface.
import type { z } from 'zod';
import type { Language } from '#core/framework/interchange.ts';
import type { Actor } from '#core/policy.ts';
import type { Refusal, RefusalCode } from '#core/refusal.ts';
import type { MessageKey, Translate } from '#locales/catalogue.ts';
import type { Commands, Queries } from '../../context.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Names of calls are those that have words. */
export type CallId = MessageKey extends infer K
  ? K extends `api.call.${infer Id}`
    ? Id
    : never
  : never;

/** The least who may, as the page of the interface says it; `core/policy.ts` decides. */
export type Least = 'anonymous' | 'reader' | 'editor' | 'coordinator';

/** What every call is given besides its inputs. */
export interface Asking {
  readonly actor: Actor;
  readonly language: Language;
  readonly t: Translate;
  readonly queries: Queries;
  readonly commands: Commands;
  /** Absolute address of a path of this server. */
  url(path: string): string;
  readonly contentType: string;
  readonly now: Date;
}

/** What a call answers: a JSON value, or a file. */
export type Reply =
  | {
      readonly status: number;
      readonly json: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | {
      readonly status: number;
      readonly file: string | Uint8Array<ArrayBuffer>;
      readonly type: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly status: 204 };

export interface Success {
  readonly status: 200 | 201 | 204;
  /** What the JSON answer is; absent for 204 and for files. */
  readonly schema?: z.ZodType;
  /** Content types of an answer that is a file. */
  readonly files?: readonly string[];
}

export interface CallDefinition<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly method: Method;
  /** Below `/api/v1`, with `{name}` for a part of one segment. */
  readonly path: string;
  /** `operationId`; its words are `api.call.<id>`. */
  readonly id: CallId;
  readonly least: Least;
  readonly params: P;
  readonly query: Q;
  /** `json`: parsed by `schema`; `raw`: bytes as they came. */
  readonly body: { readonly kind: 'json'; readonly schema: B } | { readonly kind: 'raw' } | null;
  readonly successes: readonly Success[];
  readonly refusals: readonly RefusalCode[];
  handle(
    asking: Asking,
    input: {
      readonly params: z.output<P>;
      readonly query: z.output<Q>;
      readonly body: z.output<B>;
      readonly raw: Uint8Array<ArrayBuffer>;
    },
  ): Promise<Reply | Refusal>;
}

/** A call whose inputs are checked inside: what the router and the documentation see. */
export interface Call {
  readonly method: Method;
  readonly path: string;
  readonly id: CallId;
  readonly least: Least;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body:
    | { readonly kind: 'json'; readonly schema: z.ZodType }
    | { readonly kind: 'raw' }
    | null;
  readonly successes: readonly Success[];
  readonly refusals: readonly RefusalCode[];
  /** Checks the inputs, then does what the call does; an input that is wrong comes back as the error of zod. */
  run(asking: Asking, sent: SentInput): Promise<Reply | Refusal | WrongInput>;
}

export interface SentInput {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The parsed JSON; undefined where there was no body. */
  readonly json: unknown;
  readonly raw: Uint8Array<ArrayBuffer>;
}

export interface WrongInput {
  readonly wrong: 'params' | 'query' | 'body';
  readonly error: z.ZodError;
}

/** Makes a call of the table, its inputs typed by its schemas. */
export function call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  definition: CallDefinition<P, Q, B>,
): Call {
  return {
    ...definition,
    async run(asking, sent) {
      // zod says whether something was missing or of another type only when it may report the input.
      const options = { reportInput: true };
      const params = definition.params.safeParse(sent.params, options);
      if (!params.success) return { wrong: 'params', error: params.error };
      const query = definition.query.safeParse(sent.query, options);
      if (!query.success) return { wrong: 'query', error: query.error };
      const body =
        definition.body?.kind === 'json'
          ? definition.body.schema.safeParse(sent.json ?? {}, options)
          : null;
      if (body !== null && !body.success) return { wrong: 'body', error: body.error };
      return definition.handle(asking, {
        params: params.data,
        query: query.data,
        body: body?.data as z.output<B>,
        raw: sent.raw,
      });
    },
  };
}
