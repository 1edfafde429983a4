import type { Parameter } from '../../apps/api/src/openapi/document.js';
import { isDocumented, pointerOf, resolved } from '../support/openapi.js';
import { EXCEPTIONS, type Exception, type Subject } from './exceptions.js';
import { declared, type Wire } from './wire.js';

const MIB = 1_048_576;
const ITEMS = '#/components/schemas/TrackBatch/properties/events/items';

/** What the document and its exceptions say of something: `perhaps` depends on what is stored. */
export type Verdict = 'taken' | 'refused' | 'perhaps';

/** Which answers are right. */
export interface Expectation {
  /** With a status of a fault of the caller's, or with any other. */
  verdict: Verdict;
  /** The statuses of a refusal. */
  refusals: number[];
  /** Of a batch that is taken: what becomes of each item. */
  items?: Verdict[];
}

const taken = (items?: Verdict[]): Expectation => ({
  verdict: 'taken',
  refusals: [],
  ...(items && { items }),
});
const refused = (...refusals: number[]): Expectation => ({ verdict: 'refused', refusals });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What answer a request must get: the document's word, but for the exceptions. */
export class Judge {
  constructor(private readonly exceptions: Exception[] = EXCEPTIONS) {}

  expectationOf(wire: Wire): Expectation {
    const { operation, method } = declared(wire.operationId);
    const { headers = {}, body = Buffer.alloc(0) } = wire;
    const isPublic = operation.security.length === 0;
    if (!isPathRight(wire)) return refused(400, 401);
    // Steps 0 to 2 come first. An answer to more than the head has room for has no time for them.
    if (headTooLong(wire)) return refused(400);
    if ('x-api-key' in headers && !isPublic) return refused(401);
    const reads = method !== 'get';
    const most = wire.operationId === 'track.batch' ? 5 * MIB : MIB;
    if (reads && body.length > most) return refused(413);
    const query = this.queryVerdict(wire);
    if (reads && body.length > 0 && !isJsonType(headers)) {
      return query === 'refused' ? refused(415, 400) : refused(415);
    }
    const inBody = reads ? this.bodyExpectation(wire, body) : taken();
    const verdicts = [query, inBody.verdict, headerVerdict(wire)];
    // Whether a cursor is one of a customer's journey, only that customer can tell.
    const comesLater = wire.operationId === 'customers.journey' && wire.query?.includes('cursor');
    if (verdicts.includes('refused')) return refused(400, ...(comesLater ? [404] : []));
    return { ...inBody, verdict: verdicts.includes('perhaps') ? 'perhaps' : 'taken' };
  }

  private queryVerdict({ operationId, id, query = '' }: Wire): Verdict {
    const decoded = id === undefined ? '' : decodedOf(id);
    if (decoded === undefined || this.faultOf({ operationId, in: 'query', fields: { decoded } })) {
      return 'refused';
    }
    const parameters = new Map(
      (declared(operationId).operation.parameters ?? [])
        .filter((parameter): parameter is Parameter => 'name' in parameter)
        .filter((parameter) => parameter.in === 'query')
        .map((parameter) => [parameter.name, parameter]),
    );
    const fields: Record<string, unknown> = {};
    for (const pair of query.split('&').filter((text) => text !== '')) {
      const [rawName = '', ...rest] = pair.split('=');
      const name = decodedOf(rawName.replaceAll('+', ' '));
      const text = decodedOf(rest.join('=').replaceAll('+', ' '));
      const parameter = parameters.get(name ?? '');
      if (name === undefined || text === undefined || !parameter) return 'refused';
      if (Object.hasOwn(fields, name)) return 'refused';
      fields[name] = this.read(name, text);
      const pointer = pointerOfParameter(operationId, name);
      if (!isDocumented(pointer, typed(fields[name], parameter))) return 'refused';
    }
    return this.faultOf({ operationId, in: 'query', fields }) ?? 'taken';
  }

  private bodyExpectation({ operationId }: Wire, bytes: Buffer): Expectation {
    const value = parsed(bytes);
    if (!isObject(value)) return refused(400);
    const { path, method, operation } = declared(operationId);
    if (!operation.requestBody) return Object.keys(value).length > 0 ? refused(400) : taken();
    const whole = this.faultOf({ operationId, in: 'body', fields: value });
    if (operationId === 'track.batch') return this.batchExpectation(value, whole);
    const content = ['requestBody', 'content', 'application/json', 'schema'];
    const pointer = pointerOf('paths', path, method, ...content);
    if (!isDocumented(pointer, this.readAll(value)) || whole === 'refused') return refused(400);
    return { ...taken(), verdict: whole ?? 'taken' };
  }

  private batchExpectation(value: Record<string, unknown>, whole?: Verdict): Expectation {
    const { events, ...others } = value;
    const isList = Array.isArray(events) && events.length >= 1 && events.length <= 1_000;
    if (whole === 'refused' || !isList || Object.keys(others).length > 0) return refused(400);
    return taken(events.map((item: unknown) => this.itemVerdict(item)));
  }

  private itemVerdict(item: unknown): Verdict {
    if (!isObject(item)) return 'refused';
    if (!isDocumented(ITEMS, this.readAll(item))) return 'refused';
    const type = item['type'] as string;
    const operationId = type === 'customer' ? 'customers.upsert' : `track.${type}`;
    return this.faultOf({ operationId, in: 'item', fields: item }) ?? 'taken';
  }

  private faultOf(subject: Subject): Verdict | undefined {
    const applying = this.exceptions.filter(({ refuses }) => refuses?.(subject));
    if (applying.some(({ perhaps }) => !perhaps)) return 'refused';
    return applying.length > 0 ? 'perhaps' : undefined;
  }

  private read(name: string, value: unknown): unknown {
    return this.exceptions.reduce((text, { reads }) => reads?.(name, text) ?? text, value);
  }

  private readAll(fields: Record<string, unknown>): Record<string, unknown> {
    const entries = Object.entries(fields).map(([name, value]) => [name, this.read(name, value)]);
    return Object.fromEntries(entries) as Record<string, unknown>;
  }
}

function decodedOf(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const isPathRight = ({ id = '' }: Wire): boolean => decodedOf(id) !== undefined;

/** Node.js reads 16 KiB of a request's head. */
function headTooLong({ id = '', query = '', headers = {} }: Wire): boolean {
  return id.length + query.length + Object.values(headers).join().length > 15_500;
}

const isJsonType = (headers: Record<string, string>): boolean =>
  /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '') &&
  ['', 'identity'].includes(headers['content-encoding'] ?? '');

function headerVerdict({ operationId, headers = {} }: Wire): Verdict {
  const { parameters = [] } = declared(operationId).operation;
  const names = parameters.flatMap((one) => ('$ref' in one ? [one] : []));
  const isWrong = names.some((reference) => {
    const { name } = resolved(reference) as Parameter;
    const value = headers[name.toLowerCase()];
    // The service replaces a request id that it cannot use.
    if (value === undefined || name === 'X-Request-Id') return false;
    return !isDocumented(`${reference.$ref}/schema`, value);
  });
  return isWrong ? 'refused' : 'taken';
}

function pointerOfParameter(operationId: string, name: string): string {
  const { path, method, operation } = declared(operationId);
  const index = (operation.parameters ?? []).findIndex(
    (parameter) => 'name' in parameter && parameter.name === name,
  );
  return pointerOf('paths', path, method, 'parameters', String(index), 'schema');
}

/** A parameter's text as the type that its schema has. */
function typed(text: unknown, { schema }: Parameter): unknown {
  if (schema.type === 'integer' && /^-?(0|[1-9]\d*)$/.test(String(text))) return Number(text);
  if (schema.type === 'boolean' && ['true', 'false'].includes(String(text))) return text === 'true';
  return text;
}

/** The JSON value of a body, an empty one being {}; undefined when it is none. */
function parsed(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? {} : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
