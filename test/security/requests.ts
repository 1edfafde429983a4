import fc from 'fast-check';
import type { Parameter } from '../../apps/api/src/openapi/document.js';
import { valueOf } from './arbitraries.js';
import { hostileBytes } from './hostile-bytes.js';
import { broken } from './mutations.js';
import { JSON_TYPE, declared, type Wire } from './wire.js';

/** Records that are there: requests about them come further. */
export interface KnownIds {
  customers: string[];
  conversions: string[];
  /** Of the second page of customers, one on a page. */
  cursor: string;
}

const encoded = encodeURIComponent;

/** As broken as a path can be without becoming the path of another route. */
const ODD_IDS = [
  ...['%', '%zz', 'ext_%E0%A4%A', 'ext_%ff%fe', 'ext_%00', 'cus_a%00', 'ext_%ED%A0%80'],
  ...['ext_', 'cus_', 'con_', 'x', '%20', '..%2f..%2fetc', '__proto__', 'ext_ext_a', 'ext_%2F'],
  ...[`ext_${'x'.repeat(7_000)}`, `ext_${encoded('😀'.repeat(255))}`, "ext_'%20or%201=1--"],
];

const idOf = (operationId: string, { customers, conversions }: KnownIds): fc.Arbitrary<string> => {
  const known = operationId.startsWith('conversions') ? conversions : customers;
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...known) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_IDS) },
    {
      weight: 1,
      arbitrary: fc.string({ unit: 'binary', maxLength: 255 }).map((id) => `ext_${encoded(id)}`),
    },
  );
};

const ODD_VALUES = [
  ...['', '%20', '%00', 'a%00', 'null', 'true', '[]', '-1', '1.5', '01', '1e1', '0x1', '1e999'],
  ...['9007199254740991', '9007199254740992', '99999999999999999999', '%ff', '%', '+1', '%D9%A1'],
  ...['2021-02-30', '2026-03-01T12:00Z', '2026-03-01T25:00:00Z', '9999-12-31', '0000-01-01'],
  ...['2026-03-01T12:00:00,5Z', '2026-03-01T12:00:00', 'e30', 'x'.repeat(5_000), 'constructor'],
];
const ODD_PARAMETERS = [
  ...['nonsense=1', '__proto__=1', 'constructor=1', 'limit[]=1', 'limit=1&limit=1', 'page', '=1'],
  ...['page=1&cursor=e30', '&', '&&', '%ff=1', '%00=1', 'a'.repeat(4_000), 'limit=1;page=2'],
  // More than a request's head has room for, and as many as it just has room for.
  ...[Array.from({ length: 10_000 }, (_, i) => `p${String(i)}=1`).join('&'), 'a&'.repeat(5_000)],
  ...['limit=1&'.repeat(1_000), 'page[a][b][c]=1', 'search=%F0%9F%98%80', 'search=+&'],
];

const parametersOf = (operationId: string): Parameter[] =>
  (declared(operationId).operation.parameters ?? []).filter(
    (parameter): parameter is Parameter => 'name' in parameter && parameter.in === 'query',
  );

/** Made up, a cursor is never right: it is left out. */
function rightQuery(operationId: string): fc.Arbitrary<string> {
  const settable = parametersOf(operationId).filter(({ name }) => name !== 'cursor');
  return fc
    .record(Object.fromEntries(settable.map(({ name, schema }) => [name, valueOf(schema)])), {
      requiredKeys: [],
      noNullPrototype: true,
    })
    .map((values) =>
      Object.entries(values)
        .map(([name, value]) => `${name}=${encoded(String(value))}`)
        .join('&'),
    );
}

function oddQuery(operationId: string): fc.Arbitrary<string> {
  const names = ['nonsense', ...parametersOf(operationId).map(({ name }) => name)];
  const wrong = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...ODD_VALUES))
    .map(([name, value]) => `${name}=${value}`);
  return fc
    .tuple(rightQuery(operationId), fc.oneof(wrong, fc.constantFrom(...ODD_PARAMETERS)))
    .map(([right, odd]) => (right === '' ? odd : `${right}&${odd}`));
}

type Sent = Pick<Wire, 'body' | 'headers'>;

export const bodyValue = (operationId: string): fc.Arbitrary<unknown> => {
  const { operation } = declared(operationId);
  const schema = operation.requestBody?.content['application/json']?.schema;
  return schema ? valueOf(schema) : fc.constant({});
};

const asJson = (body: unknown): Sent => ({
  body: Buffer.from(JSON.stringify(body)),
  headers: JSON_TYPE,
});

function oddBody(operationId: string): fc.Arbitrary<Sent> {
  const value = bodyValue(operationId);
  return fc.oneof(
    { weight: 3, arbitrary: value.map(asJson) },
    { weight: 5, arbitrary: broken(value).map(asJson) },
    { weight: 2, arbitrary: hostileBytes(value.map((body) => Buffer.from(JSON.stringify(body)))) },
    { weight: 1, arbitrary: fc.constantFrom<Sent>({}, { body: Buffer.from(' \n') }) },
  );
}

const HEADERS = fc.oneof(
  { weight: 14, arbitrary: fc.constant({}) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Record<string, string>>(
      { 'idempotency-key': 'again' },
      { 'idempotency-key': 'x'.repeat(255) },
      { 'idempotency-key': 'x'.repeat(256) },
      { 'x-request-id': 'mine' },
      { 'x-request-id': 'x'.repeat(300) },
      { 'x-forwarded-for': '1.2.3.4' },
      { 'if-none-match': '*' },
      { 'if-none-match': '"x", W/"y"' },
      { 'cache-control': 'no-cache' },
      { accept: 'text/html' },
      { 'accept-encoding': 'gzip, br' },
      { expect: '100-continue' },
      { cookie: 'a=b' },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Record<string, string>>(
      { 'x-api-key': 'ck_nonsense' },
      { 'x-api-key': '' },
      { 'x-api-key': '', authorization: 'Basic YTpi' },
      { 'x-api-key': '', authorization: 'Bearer \xff' },
      { 'x-api-key': 'x'.repeat(5_000) },
    ),
  },
);

interface Parts {
  query: fc.Arbitrary<string>;
  body: fc.Arbitrary<Sent>;
  headers: fc.Arbitrary<Record<string, string>>;
}

function requestsOf(
  operationId: string,
  known: KnownIds,
  { query, body, headers }: Parts,
): fc.Arbitrary<Wire> {
  const { path, method } = declared(operationId);
  return fc
    .record({
      id: path.includes('{id}') ? idOf(operationId, known) : fc.constant(undefined),
      query,
      sent: method === 'get' ? fc.constant<Sent>({}) : body,
      headers,
    })
    .map(({ id, query, sent, headers }) => ({
      operationId,
      ...(id !== undefined && { id }),
      ...(query && { query }),
      ...(sent.body && { body: sent.body }),
      headers: { ...sent.headers, ...headers },
    }));
}

/** Requests that are right as far as the document says. */
export const rightRequestsFor = (operationId: string, known: KnownIds): fc.Arbitrary<Wire> =>
  requestsOf(operationId, known, {
    query: rightQuery(operationId),
    body: bodyValue(operationId).map(asJson),
    headers: fc.constant({}),
  });

/** Requests with which anything may be wrong, or nothing. */
export const requestsFor = (operationId: string, known: KnownIds): fc.Arbitrary<Wire> =>
  requestsOf(operationId, known, {
    query: fc.oneof(
      { weight: 2, arbitrary: rightQuery(operationId) },
      { weight: 1, arbitrary: oddQuery(operationId) },
    ),
    body: oddBody(operationId),
    headers: HEADERS,
  });
