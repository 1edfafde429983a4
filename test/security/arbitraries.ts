import fc from 'fast-check';
import type { Reference, Schema } from '../../apps/api/src/openapi/document.js';
import { resolved } from '../support/openapi.js';

/** Values that meet again in other requests, so that records are found, repeated and changed. */
const KNOWN = ['a', 'b', 'user_1', 'o-1', 'clk_1', 'vis_1', 'link_1', 'ada@example.com'];

const text = ({ minLength = 0, maxLength = 300 }: Schema): fc.Arbitrary<string> => {
  const length = { minLength, maxLength };
  const known = KNOWN.filter((value) => value.length >= minLength && value.length <= maxLength);
  return fc.oneof(
    { weight: known.length > 0 ? 5 : 0, arbitrary: fc.constantFrom('a', ...known) },
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme-ascii', ...length }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', ...length }).map(withoutNul) },
    { weight: 1, arbitrary: fc.constantFrom('😀', 'ß', "'", '%').map((c) => c.repeat(maxLength)) },
  );
};

/** Neither is shorter nor longer for it. */
const withoutNul = (value: string): string => value.replaceAll('\0', '\u{1f600}');

const pad = (value: number): string => String(value).padStart(2, '0');

/** Mostly times that an event may have; some before 1970, some ahead, some that only look strange. */
const timestamp: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: Date.now() - 86_400_000 }) },
      { weight: 1, arbitrary: fc.integer({ min: -62_000_000_000_000, max: 250_000_000_000_000 }) },
    ),
    fc.constantFrom('Z', 'Z', 'Z', 'z', '+00:00', '-00:00', '+05:30', '-23:59', '+14:00'),
    fc.constantFrom('', '', '.1', '.123', '.123456789', '.1234567890'),
    fc.constantFrom('T', 'T', 'T', 't'),
  )
  .map(([time, offset, fraction, t]) => {
    const iso = new Date(time).toISOString().slice(0, 19).replace('T', t);
    return iso + fraction + offset;
  });

const day: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('0001', '1969', '2024', '2026', '2026', '9999'),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => `${year}-${pad(month)}-${pad(date)}`);

function patterned(schema: Schema & { pattern: string }): fc.Arbitrary<string> {
  const { pattern, maxLength = Infinity, examples = [] } = schema;
  const random = fc
    .stringMatching(new RegExp(pattern, 'u'))
    .filter((value) => Array.from(value).length <= maxLength);
  const times = pattern.includes('[Tt]') ? [day, timestamp] : [];
  const good = fc.constantFrom(...(examples as string[]), ...(times.length > 0 ? [] : KNOWN_CODES));
  const matching = good.filter((value) => new RegExp(pattern, 'u').test(value));
  return fc.oneof(
    { weight: 4, arbitrary: fc.oneof(matching, ...times) },
    { weight: 1, arbitrary: random },
  );
}

const KNOWN_CODES = ['ada@example.com', 'B@B', 'de', 'GB', 'Us', 'JPY', 'eur', 'Kwd', 'USD'];

function integer({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: Schema): fc.Arbitrary<number> {
  return fc.oneof(
    fc.integer({ min: minimum, max: Math.min(maximum, minimum + 100) }),
    fc.integer({ min: minimum, max: maximum }),
    fc.constantFrom(minimum, maximum),
  );
}

function object(schema: Schema): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], anyOf } = schema;
  if (!schema.properties && typeof schema.additionalProperties === 'object') {
    return fc.dictionary(text({ maxLength: 40 }), valueOf(schema.additionalProperties), {
      maxKeys: schema.maxProperties ?? 10,
      noNullPrototype: true,
      size: 'small',
    });
  }
  const withFields = (needed: Record<string, Schema>): fc.Arbitrary<unknown> => {
    const fields = Object.entries(properties).map(([name, field]): [string, Schema] => [
      name,
      name in needed ? { ...field, ...needed[name] } : field,
    ]);
    return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, valueOf(field)])), {
      requiredKeys: [...required, ...Object.keys(needed)],
      noNullPrototype: true,
    });
  };
  if (!anyOf) return withFields({});
  return fc.oneof(...anyOf.map((variant) => withFields(variant.properties ?? {})));
}

function ofType(schema: Schema, type: string | undefined): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return integer(schema);
    case 'number':
      return fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    case 'array':
      return fc.array(valueOf(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 8, 8),
      });
    case 'object':
      return object(schema);
    default:
      if (schema.format === 'date-time') return timestamp;
      if (schema.format === 'date') return day;
      return schema.pattern === undefined
        ? text(schema)
        : patterned({ ...schema, pattern: schema.pattern });
  }
}

/** Values that a schema of the document allows; hardly anything that it allows is left out. */
export function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.$ref) return valueOf(resolved(schema as Reference) as Schema);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.oneOf) return fc.oneof(...schema.oneOf.map(valueOf));
  const [first, ...others] = [schema.type ?? 'string'].flat();
  return fc.oneof(
    { weight: 5, arbitrary: ofType(schema, first) },
    ...others.map((type) => ({ weight: 1, arbitrary: ofType(schema, type) })),
  );
}
