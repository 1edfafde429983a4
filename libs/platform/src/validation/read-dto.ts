import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { ValidationFailed, type ErrorDetail } from '../errors/app-error.js';
import { compileDto, type Acceptor } from './compiled-dto.js';

/** A body of a megabyte has room for a hundred thousand: the answer names some. */
const MOST_UNKNOWN = 20;

const fieldsByType = new Map<Type, ReadonlySet<string>>();

/** The fields that a DTO validates: all that a request may have. */
function fieldsOf(type: Type): ReadonlySet<string> {
  let fields = fieldsByType.get(type);
  if (!fields) {
    const metadata = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
    fields = new Set(metadata.map(({ propertyName }) => propertyName));
    fieldsByType.set(type, fields);
  }
  return fields;
}

function detailsOf(errors: ValidationError[], parent = ''): ErrorDetail[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const path = parent ? `${parent}.${property}` : property;
    const own = Object.values(constraints ?? {}).map((message) => ({ path, message }));
    return [...own, ...detailsOf(children ?? [], path)];
  });
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

const textsAndNumbersOf = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => !isObject(field)));

/** Kept from class-transformer: it would rebuild them, and trips over a key named `constructor`. */
const objectsOf = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => isObject(field)));

const acceptors = new Map<Type, Acceptor<object> | undefined>();

function acceptorOf<T extends object>(type: Type<T>): Acceptor<T> | undefined {
  if (!acceptors.has(type)) acceptors.set(type, compileDto(type));
  return acceptors.get(type) as Acceptor<T> | undefined;
}

/** A plain value as a validated DTO. Throws `ValidationFailed` with every faulty field. */
export function readDto<T extends object>(type: Type<T>, value: unknown): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw ValidationFailed.of('', 'must be a JSON object');
  }
  return acceptorOf(type)?.(value) ?? readDtoInFull(type, value);
}

/**
 * The long way, which knows what to say. Unknown fields are refused before class-transformer runs: one
 * named `constructor` would mislead it.
 */
export function readDtoInFull<T extends object>(type: Type<T>, value: object): T {
  const known = fieldsOf(type);
  const fields = Object.entries(value);
  const given = Object.fromEntries(fields.filter(([name]) => known.has(name)));
  const unknown = fields.filter(([name]) => !known.has(name)).slice(0, MOST_UNKNOWN);
  const dto = plainToInstance(type, textsAndNumbersOf(given), { exposeDefaultValues: true });
  Object.assign(dto, objectsOf(given));
  const errors = validateSync(dto, { stopAtFirstError: true, forbidUnknownValues: false });
  const details = [
    ...unknown.map(([path]) => ({ path, message: 'is not a known field' })),
    ...detailsOf(errors),
  ];
  if (details.length > 0) throw new ValidationFailed(details);
  return dto;
}
