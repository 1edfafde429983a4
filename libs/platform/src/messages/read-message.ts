import { ValidationFailed } from '../errors/app-error.js';
import { checkTree } from '../http/json-body.js';
import { readDto } from '../validation/read-dto.js';
import type { DeclaredInputs, Message, Payload } from './message.js';

const FIELDS: ReadonlySet<string> = new Set<keyof Payload>([
  'apiKey',
  'requestId',
  'idempotencyKey',
  'noCache',
  'id',
  'params',
]);

/** Step 5 of SPEC section 3 for a message. Throws `ValidationFailed`. */
export function readMessage({ payload }: Message, declared: DeclaredInputs): object | undefined {
  const { params: raw, ...rest } = payload;
  checkTree(rest);
  // By itself: it may be as deep as the body of a request.
  checkTree(raw);
  checkFields(payload, declared);
  const params = paramsOf(payload);
  if (declared.body) return readDto(declared.body, params);
  if (declared.query) return readDto(declared.query, asQuery(params));
  const [unknown] = Object.keys(params);
  if (unknown !== undefined) refuse(`params.${unknown}`, 'is not a parameter of this pattern');
  return undefined;
}

function checkFields(payload: Payload, declared: DeclaredInputs): void {
  for (const name of Object.keys(payload)) {
    if (!FIELDS.has(name)) refuse(name, 'is not a field of a message');
  }
  const { id, noCache } = payload;
  if (declared.id && typeof id !== 'string') refuse('id', 'must be given as a string');
  if (!declared.id && id !== undefined) refuse('id', 'is not taken by this pattern');
  if (noCache !== undefined && typeof noCache !== 'boolean') {
    refuse('noCache', 'must be true or false');
  }
}

function paramsOf({ params = {} }: Payload): object {
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    throw ValidationFailed.of('params', 'must be a JSON object');
  }
  return params;
}

/** What a URL would say in text may be a number or a boolean here. */
function asQuery(params: object): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of Object.entries(params as Record<string, unknown>)) {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      throw ValidationFailed.of(name, 'must be a string, a number or a boolean');
    }
    // A blank search is no search: its parameter says so.
    if (value === '' && name !== 'search') refuse(name, 'must not be empty');
    query[name] = String(value);
  }
  return query;
}

function refuse(path: string, fault: string): never {
  throw ValidationFailed.of(path, fault);
}
