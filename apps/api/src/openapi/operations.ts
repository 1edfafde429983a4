import type {
  Media,
  Method,
  Operation,
  Parameter,
  Reference,
  Response,
  Schema,
} from './document.js';
import { REQUESTS, sampleOf } from './examples.js';
import {
  CONFLICT,
  ERASED,
  failureOf,
  failureReference,
  failureResponse,
  headersOf,
  type Failure,
} from './failures.js';
import { FILE_HEADERS, fileContentOf } from './files.js';
import { idParameterOf } from './parameters.js';
import { tidied, unwrapped } from './schemas.js';

/** An operation as @nestjs/swagger writes it. */
export type RawOperation = Omit<Operation, 'parameters' | 'responses'> & {
  parameters: Parameter[];
  /** Whether it answers with a file: always, or when asked for a `format`. */
  'x-file'?: 'only' | 'also';
  responses: Record<string, Response>;
};

const JSON_TYPE = 'application/json';

/** Adds to an operation what all of its kind have in common. */
export function describedOperation(
  path: string,
  method: Method,
  raw: RawOperation,
  schemas: Record<string, Schema>,
): Operation {
  const isAnalytics = raw.tags.includes('analytics');
  const parameters = [
    ...raw.parameters.map((parameter) => described(path, parameter)),
    ...headerParameters(isAnalytics, isRepeatable(method)),
  ];
  return {
    operationId: raw.operationId,
    tags: raw.tags,
    summary: raw.summary.replace(/\.$/, ''),
    ...(raw.description && { description: unwrapped(raw.description) }),
    ...(raw['x-access'] && { 'x-access': raw['x-access'] }),
    security: raw['x-access'] ? [{ apiKey: [] }, { bearer: [] }] : [],
    parameters,
    ...(raw.requestBody && {
      requestBody: { required: true, content: { [JSON_TYPE]: requestOf(raw) } },
    }),
    responses: {
      ...successes(raw, method, isAnalytics, schemas),
      ...failures(raw, method, isAnalytics),
    },
  };
}

function described(path: string, parameter: Parameter): Parameter {
  if (parameter.in === 'path') return idParameterOf(path);
  const { name, required = false, description, schema } = parameter;
  return {
    name,
    in: parameter.in,
    required,
    ...(description && { description: unwrapped(description) }),
    schema: tidied(schema),
  };
}

/** Whether the routes of a method take an `Idempotency-Key` (SPEC section 2). */
const isRepeatable = (method: Method): boolean => method === 'post' || method === 'patch';

const headerParameters = (isAnalytics: boolean, canRepeat: boolean): Reference[] =>
  [
    'RequestId',
    ...(canRepeat ? ['IdempotencyKey'] : []),
    ...(isAnalytics ? ['IfNoneMatch', 'CacheControl'] : []),
  ].map((name) => ({ $ref: `#/components/parameters/${name}` }));

function requestOf({ operationId, requestBody }: RawOperation): Media {
  const examples = REQUESTS[operationId];
  if (!examples) throw new Error(`${operationId} has no example of its body`);
  return { schema: tidied(requestBody?.content[JSON_TYPE]?.schema ?? {}), examples };
}

type Responses = Record<string, Response | Reference>;

function successes(
  { operationId, responses, 'x-access': access, 'x-file': file }: RawOperation,
  method: Method,
  isAnalytics: boolean,
  schemas: Record<string, Schema>,
): Responses {
  const limits = access ? ['RateLimit', 'RateLimit-Policy'] : [];
  const caching = isAnalytics ? ['X-Cache', 'Age', 'ETag', 'Cache-Control'] : [];
  const replayed = isRepeatable(method) ? ['Idempotent-Replayed'] : [];
  const asFile = file === 'only' ? FILE_HEADERS : [];
  const headers = headersOf('X-Request-Id', ...limits, ...caching, ...replayed, ...asFile);
  const answered = Object.entries(responses).filter(([status]) => Number(status) < 300);
  const isRecord = answered.length > 1;
  return {
    ...Object.fromEntries(
      answered.map(([status, { content }]) => [
        status,
        {
          description: descriptionOf(status, isRecord),
          headers,
          content: {
            ...(file !== 'only' && {
              [JSON_TYPE]: answerOf(tidied(content?.[JSON_TYPE]?.schema ?? {}), schemas),
            }),
            ...(file && fileContentOf(operationId)),
          },
        },
      ]),
    ),
    ...(isAnalytics && {
      304: { description: 'The answer is the one with the `ETag` of `If-None-Match`.', headers },
    }),
  };
}

function descriptionOf(status: string, isRecord: boolean): string {
  if (status === '201') return 'The record is new.';
  return isRecord ? 'The record was there.' : 'Success.';
}

/** The envelope of SPEC section 2; a list also has its pagination. */
function answerOf(data: Schema, schemas: Record<string, Schema>): Media {
  const variants = data.oneOf ?? [data];
  const pagination: Schema = { $ref: '#/components/schemas/Pagination' };
  const schema: Schema = {
    type: 'object',
    properties: {
      success: { type: 'boolean', const: true },
      data,
      ...(data.items && { pagination }),
    },
    required: ['success', 'data', ...(data.items ? ['pagination'] : [])],
    additionalProperties: false,
  };
  const examples = variants.map((variant) => ({
    value: {
      success: true,
      data: sampleOf(variant, schemas),
      ...(data.items && { pagination: sampleOf(pagination, schemas) }),
    },
  }));
  return {
    schema,
    examples: Object.fromEntries(examples.map((example, i) => [exampleName(variants[i]), example])),
  };
}

const exampleName = (schema: Schema | undefined): string =>
  (schema?.items?.$ref ?? schema?.$ref ?? 'answer').replace(/^.*\//, '');

function failures(raw: RawOperation, method: Method, isAnalytics: boolean): Responses {
  const access: Responses = {
    401: failureReference('Unauthenticated'),
    403: failureReference('Forbidden'),
    429: failureReference('RateLimited'),
  };
  const body: Responses = {
    413: failureReference('TooLarge'),
    415: failureReference('UnsupportedMediaType'),
  };
  const own = Object.entries(raw.responses)
    .filter(([status]) => Number(status) >= 400)
    .map(([status, { description }]): [string, Failure[]] => [status, [failureOf(description)]]);
  const declared = new Map(own);
  if (isRepeatable(method)) {
    declared.set('409', [...(declared.get('409') ?? []), CONFLICT]);
    if (!declared.has('404')) declared.set('404', [ERASED]);
  }
  return {
    400: failureReference('Invalid'),
    ...(raw['x-access'] && access),
    ...Object.fromEntries(
      [...declared].map(([status, failures]) => [status, failureResponse(failures)]),
    ),
    // A body is read before it is known whether the route takes one.
    ...(method !== 'get' && body),
    500: failureReference(isAnalytics ? 'AnalyticsFailed' : 'Failed'),
    503: failureReference('Unavailable'),
  };
}
