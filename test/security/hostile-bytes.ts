import fc from 'fast-check';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { JSON_TYPE, type Wire } from './wire.js';

const MIB = 1_048_576;
type Sent = Pick<Wire, 'body' | 'headers'>;

const inserted = (body: Buffer, at: number, bytes: Buffer): Buffer => {
  const place = at % (body.length + 1);
  return Buffer.concat([body.subarray(0, place), bytes, body.subarray(place)]);
};

/** In place of the first number or text, or in front of everything. */
const withLiteral = (body: Buffer, literal: string): Buffer =>
  Buffer.from(body.toString().replace(/(?<=[:[])(-?\d[\d.e+-]*|"[^"\\]*")/, () => literal));

const HUGE = ['1e400', '-1e400', '9'.repeat(400), `0.${'0'.repeat(400)}1`, '1e-400', '-0', '1.0'];
const BYTES = ['ff', 'c0af', 'eda080', 'f4908080', 'e282', '00', '5c7544383030', 'efbbbf'];
const TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json-patch+json',
  'application/jsonp',
  'application/json; charset=latin1',
  'application/json;charset=utf-8',
  'APPLICATION/JSON',
  'json',
  ';',
  '',
];
const ENCODINGS = ['gzip', 'br', 'deflate', 'compress', 'gzip, gzip', 'nonsense', 'identity'];

// 64 MiB of spaces, and 64 kB on the wire.
const BOMB = gzipSync(Buffer.alloc(64 * MIB, ' '));

const compressed = (body: Buffer, encoding: string): Buffer =>
  encoding === 'gzip'
    ? gzipSync(body)
    : encoding === 'br'
      ? brotliCompressSync(body)
      : encoding === 'deflate'
        ? deflateSync(body)
        : body;

const json = (body: Buffer): Sent => ({ body, headers: JSON_TYPE });

const deep = (depth: number): fc.Arbitrary<string> =>
  fc.constantFrom(
    '['.repeat(depth) + ']'.repeat(depth),
    '{"a":'.repeat(depth) + '1' + '}'.repeat(depth),
    `{"metadata":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`,
    `{"events":[${'['.repeat(depth)}${']'.repeat(depth)}]}`,
    '['.repeat(depth),
  );

/** A right body, spoiled as bytes: nothing of it can be said in a JSON value. */
export const hostileBytes = (right: fc.Arbitrary<Buffer>): fc.Arbitrary<Sent> =>
  fc.oneof(
    { weight: 3, arbitrary: spoiled(right) },
    { weight: 1, arbitrary: fc.constantFrom(100, 5_000, 100_000).chain(deep).map(text) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((b) => json(Buffer.from(b))) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(right, fc.constantFrom(...TYPES))
        .map(([body, type]) => ({ body, headers: { 'content-type': type } })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(right, fc.constantFrom(...ENCODINGS)).map(([body, encoding]) => ({
        body: compressed(body, encoding),
        headers: { ...JSON_TYPE, 'content-encoding': encoding },
      })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Sent>(
        { body: BOMB, headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } },
        json(BOMB),
        json(Buffer.alloc(MIB, ' ')),
        json(Buffer.alloc(MIB + 1, ' ')),
        json(Buffer.from(`{"a":"${'x'.repeat(5 * MIB)}"}`)),
        json(Buffer.from(`{"events":[${'{},'.repeat(1_000)}{}]}`)),
        json(Buffer.from(`{"events":[${'1,'.repeat(300_000)}1]}`)),
        json(
          Buffer.from(`{${Array.from({ length: 10_000 }, (_, i) => `"k${String(i)}":1`).join()}}`),
        ),
      ),
    },
  );

const text = (value: string): Sent => json(Buffer.from(value));

const spoiled = (right: fc.Arbitrary<Buffer>): fc.Arbitrary<Sent> =>
  fc
    .tuple(right, fc.constantFrom(...BYTES), fc.constantFrom(...HUGE), fc.nat(5_000), fc.nat(4))
    .map(([body, bytes, huge, at, kind]) => {
      switch (kind) {
        case 0:
          return json(inserted(body, at, Buffer.from(bytes, 'hex')));
        case 1:
          return json(withLiteral(body, huge));
        case 2:
          return json(body.subarray(0, at % (body.length + 1)));
        case 3:
          // The last of two fields with one name counts, as in every JSON parser of JavaScript.
          return text(body.toString().replace('{', '{"externalId":7,"amount":"x","events":1,'));
        default:
          return text(body.toString().replace(/}\s*$/, ',"externalId":"twice","externalId":"2"}'));
      }
    });
