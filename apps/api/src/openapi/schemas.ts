import type { Schema } from './document.js';
import { FAILURE_SCHEMAS } from './failures.js';

/** Bodies that must say whose event it is. */
const IDENTIFIED = ['TrackLead', 'TrackSale', 'TrackCustom'];
const IDENTITY = ['externalId', 'email', 'clickId'];

const refOf = (name: string): string => `#/components/schemas/${name}`;

/** `CustomerDto` is `Customer` on the wire. */
const nameOf = (dto: string): string => dto.replace(/Dto$/, '');

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** The plugin keeps the line breaks of the comment. */
export const unwrapped = (text: string): string => text.replaceAll(/(?<!\n)\n(?!\n)/g, ' ');

/** A schema as @nestjs/swagger writes it, in the words of JSON Schema 2020-12. */
export function tidied(schema: Schema): Schema {
  const { allOf, example, description, $ref, ...rest } = schema;
  const [only] = allOf ?? [];
  const ref = $ref ?? (allOf?.length === 1 ? only?.$ref : undefined);
  return {
    ...(ref && { $ref: refOf(nameOf(ref.slice(refOf('').length))) }),
    ...children(rest),
    ...(description && { description: unwrapped(description) }),
    ...(allOf && !ref && { allOf: allOf.map(tidied) }),
    ...('example' in schema && { examples: [example] }),
  };
}

function children(schema: Schema): Schema {
  const { properties, items, anyOf, oneOf, additionalProperties, ...rest } = schema;
  return {
    ...rest,
    ...(properties && { properties: mapValues(properties, tidied) }),
    ...(items && { items: tidied(items) }),
    ...(anyOf && { anyOf: anyOf.map(tidied) }),
    ...(oneOf && { oneOf: oneOf.map(tidied) }),
    ...(additionalProperties !== undefined && {
      additionalProperties: isSchema(additionalProperties)
        ? tidied(additionalProperties)
        : additionalProperties,
    }),
  };
}

function mapValues<A, B>(record: Record<string, A>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

/** Sums and amounts outgrow the 32 bits that generators take for a plain integer. */
function widened(schema: Schema): Schema {
  const isInteger = [schema.type].flat().includes('integer');
  const isSmall = schema.maximum !== undefined && schema.maximum < 2 ** 31;
  return isInteger && !isSmall ? { ...schema, format: 'int64' } : schema;
}

function closed(schema: Schema): Schema {
  if (!schema.properties) return schema;
  return {
    ...schema,
    properties: mapValues(schema.properties, widened),
    additionalProperties: false,
  };
}

/** At least one of the three, and not null. */
const identified = (schema: Schema): Schema => ({
  ...schema,
  anyOf: IDENTITY.map((field) => ({
    type: 'object',
    title: `with ${field}`,
    properties: { [field]: { type: 'string' } },
    required: [field],
  })),
});

/** Of `TrackClick` plus `type: click`: `BatchClick`. A schema of its own, so that it can be closed. */
function batchItems(schemas: Record<string, Schema>): {
  items: Schema;
  schemas: Record<string, Schema>;
} {
  const variants = schemas['TrackBatch']?.properties?.['events']?.items?.oneOf ?? [];
  const mapping: Record<string, string> = {};
  const added: Record<string, Schema> = {};
  for (const { title: type = '', allOf } of variants) {
    const body = schemas[allOf?.[0]?.$ref?.slice(refOf('').length) ?? ''];
    if (!body) throw new Error(`The batch item ${type} has no body`);
    const name = `Batch${type.charAt(0).toUpperCase()}${type.slice(1)}`;
    mapping[type] = refOf(name);
    added[name] = {
      ...body,
      properties: {
        type: { type: 'string', const: type, description: 'What the item is.' },
        ...body.properties,
        cursor: {
          type: 'string',
          description: 'Where the export stood that has written the item. Says nothing here.',
        },
      },
      required: ['type', ...(body.required ?? [])],
    };
  }
  return {
    items: {
      oneOf: Object.values(mapping).map(($ref) => ({ $ref })),
      discriminator: { propertyName: 'type', mapping },
    },
    schemas: added,
  };
}

const PAGINATION: Schema = {
  type: 'object',
  description: 'What a list says of itself.',
  properties: {
    total: {
      type: 'integer',
      minimum: 0,
      description: 'Rows that match; with a `search`, counted up to 10,000.',
      examples: [1],
    },
    totalCapped: {
      type: 'boolean',
      description: 'Whether there are more than `total`.',
      examples: [false],
    },
    page: {
      type: ['integer', 'null'],
      minimum: 1,
      description: 'The page; null when the list was asked for with a `cursor`.',
      examples: [1],
    },
    limit: {
      type: 'integer',
      minimum: 1,
      maximum: 100,
      description: 'Rows on a page.',
      examples: [20],
    },
    hasMore: { type: 'boolean', description: 'Whether rows come behind these.', examples: [false] },
    nextCursor: {
      type: ['string', 'null'],
      description: 'The `cursor` of the next page; null on the last.',
      examples: [null],
    },
  },
  required: ['total', 'totalCapped', 'page', 'limit', 'hasMore', 'nextCursor'],
};

/** All schemas of the document, by name and in the order of their names. */
export function schemasOf(dtos: Record<string, Schema>): Record<string, Schema> {
  const entries = Object.entries(dtos).map(([dto, schema]) => [
    nameOf(dto),
    closed(tidied(schema)),
  ]);
  const schemas = Object.fromEntries(entries) as Record<string, Schema>;
  for (const name of IDENTIFIED) schemas[name] = identified(schemas[name] ?? {});
  const batch = batchItems(schemas);
  const events = schemas['TrackBatch']?.properties?.['events'];
  if (events) events.items = batch.items;
  const all = {
    ...schemas,
    ...batch.schemas,
    ...FAILURE_SCHEMAS,
    Pagination: closed(PAGINATION),
  };
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}
