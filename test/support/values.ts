/** Values that a field takes, and values that it refuses. */
export interface FieldValues {
  good: readonly unknown[];
  bad: readonly unknown[];
}

const SMILE = '😀';
const ahead = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const keys = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${String(i)}`, i]));
/** As JSON, of so many bytes. */
const bytes = (count: number): object => ({ a: 'x'.repeat(count - '{"a":""}'.length) });

const NO_TEXT = [7, 1.5, true, [], ['a'], {}, { a: 1 }];
const BROKEN_TEXT = ['a\0b', '\ud800', 'a\udc00b', 'x'.repeat(100_000)];

export const text = (max: number): FieldValues => ({
  good: [
    'x',
    'x'.repeat(max),
    SMILE.repeat(max),
    '__proto__',
    'constructor',
    'toString',
    "'; drop table customers; --",
    '%00',
    '\\u0000',
    'e\u0301\u202e',
  ],
  bad: [...NO_TEXT, ...BROKEN_TEXT, '', 'x'.repeat(max + 1), SMILE.repeat(max + 1)],
});

export const email: FieldValues = {
  good: ['a@b', ' A@Example.COM ', `${SMILE.repeat(250)}@b.cd`, "o'hara+%_\\@example.com"],
  bad: [...NO_TEXT, ...BROKEN_TEXT, '', ' ', 'a', '@', 'a@', '@b', 'a b@c', `${'x'.repeat(254)}@b`],
};

export const country: FieldValues = {
  good: ['GB', 'gb', 'De'],
  bad: [...NO_TEXT, ...BROKEN_TEXT, '', 'GBR', 'XX', 'G', '44', 'ＧＢ', 'ß'],
};

export const currency: FieldValues = {
  good: ['USD', 'usd'],
  bad: [...NO_TEXT, ...BROKEN_TEXT, '', 'US', 'USDT', 'XXQ', ' USD', '840', 'uſd'],
};

export const amount: FieldValues = {
  good: [0, 1, 999_999_999_999],
  bad: ['1', '', true, [], [1], {}, -1, 0.5, 1_000_000_000_000, 9_007_199_254_740_991, 1e300],
};

export const status: FieldValues = {
  good: ['approved'],
  bad: [...NO_TEXT, ...BROKEN_TEXT, '', 'Approved', 'deleted', '__proto__', 'constructor'],
};

export const eventTime: FieldValues = {
  good: ['1970-01-01T00:00:00Z', '2020-02-29T23:59:59.999999+14:00', ahead(4)],
  bad: [
    ...NO_TEXT,
    ...BROKEN_TEXT,
    '',
    'now',
    '1700000000000',
    '2021-02-30T00:00:00Z',
    '2021-02-29T00:00:00Z',
    '2021-13-01T00:00:00Z',
    '2021-01-01T24:01:00Z',
    '2021-01-01T00:00:00',
    '2021-01-01',
    '2021-01-01 00:00:00Z',
    '2021-01-01T00:00:00+25:00',
    '1969-12-31T23:59:59.999Z',
    '+012026-01-01T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    ahead(6),
  ],
};

export const metadata: FieldValues = {
  good: [
    {},
    { a: 'x', b: -1.5, c: false, '': 'empty key' },
    { constructor: 'a', toString: 'b', hasOwnProperty: 'c', valueOf: 1 },
    keys(50),
    bytes(10_240),
    { a: SMILE.repeat(2_558) },
  ],
  bad: [
    'x',
    7,
    true,
    [],
    [1],
    { a: null },
    { a: [] },
    { a: {} },
    { a: { b: 1 } },
    { 'a\0': 1 },
    { a: 'b\0' },
    { '\ud800': 1 },
    keys(51),
    bytes(10_241),
    { a: 'x'.repeat(100_000) },
    JSON.parse('{"__proto__": "x"}') as object,
  ],
};

/** A field that need not be given may be null. */
export const optional = ({ good, bad }: FieldValues): FieldValues => ({
  good: [...good, null],
  bad,
});

/** A field that must be given may not. */
export const required = ({ good, bad }: FieldValues): FieldValues => ({
  good,
  bad: [...bad, null, undefined],
});
