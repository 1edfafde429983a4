import { ValidationFailed, compileDto, readDtoInFull } from '@app/platform';
import type { Type } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import fc from 'fast-check';
import '../../apps/api/src/api.module.js';

/** Every class whose fields say what they take: class-validator knows them all. */
const { validationMetadatas } = getMetadataStorage() as unknown as {
  validationMetadatas: Map<Type<object>, { propertyName: string }[]>;
};
const types = [
  ...new Map([...validationMetadatas.keys()].map((type) => [type.name, type])).values(),
];

const fieldsOf = (type: Type<object>): string[] => {
  const found = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  return [...new Set(found.map(({ propertyName }) => propertyName))];
};

const TEXTS = [
  'a',
  '',
  ' ',
  'Ada@Example.com ',
  'a@b',
  'gb',
  'GB',
  'ß',
  'eur',
  'USD',
  'x'.repeat(255),
  '𝒳'.repeat(255),
  'x'.repeat(256),
  '2026-03-01',
  '2026-02-30',
  '2026-03-01T12:00:00Z',
  '2999-01-01T00:00:00Z',
  '1969-12-31T23:59:59Z',
  'true',
  'false',
  '0',
  '1',
  '20',
  '101',
  '007',
  'asc',
  'desc',
  'week',
  'month',
  'campaign',
  'source',
  'approved',
  'refunded',
  'pending',
  'sale',
  'lead',
  'createdAt',
  'ltv',
  'csv',
  'constructor',
];

const CANDIDATES: unknown[] = [
  ...TEXTS,
  ...[0, 1, -1, 1.5, 26, 999_999_999_999, 1e12, Number.MAX_SAFE_INTEGER, true, false, null],
  ...[[], [1], [{}, {}], {}, { a: 'x', b: 1 }, { a: {} }, { constructor: 'x' }],
];

const anything = fc.oneof(
  fc.constantFrom(...CANDIDATES),
  fc.string({ unit: 'binary' }),
  fc.double(),
);

/** The fields that the long way finds fault with. */
function faultsOf(type: Type<object>, body: object): string[] {
  try {
    readDtoInFull(type, body);
    return [];
  } catch (error) {
    return error instanceof ValidationFailed ? error.details.map(({ path }) => path) : [];
  }
}

/** Mostly what the field takes, so that whole bodies are in order often enough. */
function valueOf(type: Type<object>, field: string): fc.Arbitrary<unknown> {
  const fine = CANDIDATES.filter((value) => !faultsOf(type, { [field]: value }).includes(field));
  return fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...fine) }, anything);
}

const STRANGE = ['constructor', 'toString', 'unknown', '__proto__'];

/** A body, as JSON would make it: fields of the DTO, seldom one that it has not. */
const bodyOf = (type: Type<object>): fc.Arbitrary<object> =>
  fc
    .tuple(
      fc.record(Object.fromEntries(fieldsOf(type).map((field) => [field, valueOf(type, field)])), {
        requiredKeys: [],
      }),
      fc.record(Object.fromEntries(fieldsOf(type).map((field) => [field, valueOf(type, field)]))),
      fc.boolean(),
      fc.option(fc.constantFrom(...STRANGE), { freq: 20 }),
    )
    .map(([some, all, isWhole, strange]) => {
      const fields = Object.entries(isWhole ? all : some);
      return Object.fromEntries(strange === null ? fields : [...fields, [strange, 1]]);
    });

function inFull(type: Type<object>, body: object): object | undefined {
  try {
    return readDtoInFull(type, body);
  } catch (error) {
    if (error instanceof ValidationFailed) return undefined;
    throw error;
  }
}

describe('the short way to a DTO', () => {
  it('knows every DTO of the project', () => {
    expect(types.length).toBeGreaterThan(10);
    expect(types.filter((type) => !compileDto(type)).map(({ name }) => name)).toEqual([]);
  });

  it.each(types.map((type) => [type.name, type] as const))(
    'takes what the long way takes, and makes the same of it: %s',
    (_name, type) => {
      const accept = compileDto(type);
      let taken = 0;
      const same = (body: object): void => {
        const expected = inFull(type, body);
        const dto = accept?.(body);
        expect(dto).toStrictEqual(expected);
        expect(dto && Object.getPrototypeOf(dto)).toBe(expected && type.prototype);
        taken += expected ? 1 : 0;
      };
      fc.assert(fc.property(bodyOf(type), same), { numRuns: 400 });
      expect(taken).toBeGreaterThan(0);
    },
  );
});
