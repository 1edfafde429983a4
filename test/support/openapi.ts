import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { isRfc3339 } from './timestamps.js';
import type { Answer } from './start-app.js';
import type {
  Header,
  OpenApiDocument,
  Operation,
  Reference,
  Response,
  Schema,
} from '../../apps/api/src/openapi/document.js';

/** The committed document: what callers are promised. */
export const openApi = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as OpenApiDocument;

const DOCUMENT = 'https://customers.invalid/openapi.json';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
// RFC 3339 to the letter: the package also takes a space for the T, and offsets without a colon.
ajv.addFormat('date-time', isRfc3339);
ajv.addSchema(openApi, DOCUMENT);

const validators = new Map<string, ValidateFunction>();

/** `#/components/…` of the document, and any place below it. */
function validatorAt(pointer: string): ValidateFunction {
  const known = validators.get(pointer);
  if (known) return known;
  const made = ajv.compile({ $ref: DOCUMENT + pointer });
  validators.set(pointer, made);
  return made;
}

const escaped = (key: string): string =>
  encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));

export const pointerOf = (...keys: string[]): string => `#/${keys.map(escaped).join('/')}`;

/** Whether a value is what a schema of the document describes. */
export const isDocumented = (pointer: string, value: unknown): boolean =>
  validatorAt(pointer)(value);

function expectValid(pointer: string, value: unknown, subject: string): void {
  const validate = validatorAt(pointer);
  if (validate(value)) return;
  const faults = (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `  ${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
  );
  throw new Error(`${subject} is not as documented:\n${faults.join('\n')}`);
}

function operationOf(method: string, path: string): Operation {
  const item = openApi.paths[path] as Record<string, Operation | undefined> | undefined;
  const operation = item?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${path} is not documented`);
  return operation;
}

/** The documented response of a status, with its place in the document. */
function responseOf(
  method: string,
  path: string,
  status: number,
): { response: Response; pointer: string } {
  const found = operationOf(method, path).responses[String(status)];
  if (!found) throw new Error(`${method} ${path} does not document ${String(status)}`);
  const pointer =
    '$ref' in found
      ? found.$ref
      : pointerOf('paths', path, method.toLowerCase(), 'responses', String(status));
  return { response: '$ref' in found ? (resolved(found) as Response) : found, pointer };
}

export function resolved({ $ref }: Reference): unknown {
  const keys = $ref.slice('#/'.length).split('/');
  return keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], openApi);
}

/** Fails unless status, headers and body of an answer are what the document says of the route. */
export function expectDocumented(method: string, path: string, answer: Answer): void {
  const subject = `${method} ${path} ${String(answer.status)}`;
  const { response, pointer } = responseOf(method, path, answer.status);
  expectHeaders(response, answer, subject);
  const [type = ''] = (answer.headers.get('content-type') ?? '').split('; ');
  if (answer.status < 300 && type !== 'application/json' && type in (response.content ?? {}))
    return;
  const media = response.content?.['application/json'];
  if (!media) {
    expect(answer.text).toBe('');
    return;
  }
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expectValid(`${pointer}/content/application~1json/schema`, answer.body, subject);
  if (answer.status >= 400) {
    const { code } = (answer.body as { error: { code: string } }).error;
    expect(Object.keys(media.examples ?? {})).toContain(code);
  }
}

/** Plans without a limit have none to tell, most answers are no repeats, and few conflicts pass by. */
const isOptional = (header: string, status: number): boolean =>
  header.startsWith('RateLimit') ||
  header === 'Idempotent-Replayed' ||
  (header === 'Retry-After' && status === 409);

function expectHeaders(response: Response, answer: Answer, subject: string): void {
  const { headers } = answer;
  expect(headers.get('x-request-id')).toBeTruthy();
  for (const [name, reference] of Object.entries(response.headers ?? {})) {
    const value = headers.get(name);
    if (value === null) {
      if (isOptional(name, answer.status)) continue;
      throw new Error(`${subject} lacks the header ${name}`);
    }
    const { schema } = '$ref' in reference ? (resolved(reference) as Header) : reference;
    const text = schema.type === 'integer' ? Number(value) : value;
    if (!ajv.validate(schema as Schema & { $async?: false }, text)) {
      throw new Error(`${subject}: ${name} is ${value}`);
    }
  }
}

/** Fails unless a body is one that the route documents; `false` expects that it is not. */
export function expectDocumentedBody(
  method: string,
  path: string,
  body: unknown,
  valid = true,
): void {
  const pointer = pointerOf(
    'paths',
    path,
    method.toLowerCase(),
    'requestBody',
    'content',
    'application/json',
    'schema',
  );
  expect(validatorAt(pointer)(body)).toBe(valid);
}
