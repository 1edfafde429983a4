import fc from 'fast-check';

const ODD_NAMES = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'nonsense', '', '\0'];

const nestedTo = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((value) => ({ a: value }), 'deep');

/** What some field, somewhere, might be too trusting with. */
const JUNK: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    [],
    {},
    [[]],
    '',
    ' ',
    0,
    -1,
    -0.5,
    1.5,
    1e21,
    2 ** 53,
    'null',
    '1',
    'x'.repeat(300),
    'x'.repeat(20_000),
    '😀'.repeat(256),
    'a\0b',
    '\ud800',
    '\udc00a',
    '2021-02-30T00:00:00Z',
    '2026-03-01T12:00Z',
    '2026-03-01T12:00:00,5Z',
    '2026-03-01 12:00:00Z',
    '2026-03-01T12:00:00',
    '2026-03-01',
    '  Ada@Example.com  ',
    `${'İ'.repeat(200)}@x`,
    'a@b@c',
    'XX',
    'XXQ',
    "'; drop table customers; --",
    '${jndi:ldap://x}',
    '../../etc/passwd',
    { $gt: '' },
    { toString: 1 },
    { k: null },
    { k: {} },
    JSON.parse('{"__proto__": 1}') as unknown,
    nestedTo(31),
    nestedTo(32),
    nestedTo(40),
    Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${String(i)}`, i])),
    Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${String(i)}`, i])),
    { long: 'x'.repeat(11_000) },
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

type Path = (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const children = Array.isArray(value)
    ? value.map((child, i) => pathsOf(child, [...path, i]))
    : Object.entries(value).map(([key, child]) => pathsOf(child, [...path, key]));
  return [path, ...children.flat()];
}

/** A copy with one place changed; `change` gets the object or list that the place is in. */
function changedAt(
  root: unknown,
  path: Path,
  change: (parent: never, key: never) => void,
): unknown {
  const copy = structuredClone(root);
  const parents = path.slice(0, -1);
  const parent = parents.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown>)[key],
    copy,
  );
  change(parent as never, path.at(-1) as never);
  return copy;
}

/** `__proto__` is a field like any other in JSON. */
const put = (parent: object, key: string | number, value: unknown): void => {
  Object.defineProperty(parent, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
};

const KINDS = ['replace', 'replace', 'remove', 'add', 'rename', 'wrap', 'quote'] as const;

interface Mutation {
  kind: (typeof KINDS)[number];
  at: number;
  junk: unknown;
  name: string;
}

function mutated(root: unknown, { kind, at, junk, name }: Mutation): unknown {
  const paths = pathsOf(root);
  const path = paths[at % paths.length] ?? [];
  if (path.length === 0) return kind === 'replace' && at % 7 === 0 ? junk : root;
  return changedAt(root, path, (parent: Record<string, unknown>, key: string) => {
    const value = parent[key];
    const list = Array.isArray(parent);
    switch (kind) {
      case 'replace':
        put(parent, key, junk);
        return;
      case 'remove':
        if (list) parent.splice(Number(key), 1);
        else Reflect.deleteProperty(parent, key);
        return;
      case 'add':
        if (!list) put(parent, name, junk);
        return;
      case 'rename':
        if (!list) put(parent, key.toUpperCase(), value);
        return;
      case 'wrap':
        put(parent, key, [value]);
        return;
      case 'quote':
        // Not String: what has a field named toString has no text.
        put(parent, key, typeof value === 'string' ? `"${value}"` : JSON.stringify(value));
        return;
    }
  });
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(...KINDS),
  at: fc.nat(10_000),
  junk: JUNK,
  name: fc.constantFrom(...ODD_NAMES, 'type', 'id', 'workspaceId', 'externalId', 'metadata'),
});

/** Values that were right, with one to three things wrong with them, perhaps. */
export const broken = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(right, fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([value, mutations]) => mutations.reduce(mutated, value));
