import { Statement } from '@app/platform';
import type { Conversion } from '../ledger/conversion.entity.js';
import type { ConversionDelta } from './conversion-delta.entity.js';

/** What a conversion is counted by. */
export type CountedConversion = Pick<Conversion, 'occurredAt' | 'type' | 'status' | 'customerId'>;

export type NewConversionDelta = Omit<ConversionDelta, 'workspaceId' | 'id'>;

const kindOf = ({ occurredAt, type, status, customerId }: CountedConversion): string =>
  [occurredAt.toISOString().slice(0, 10), type, status, customerId !== null].join(' ');

/**
 * What a transaction changes of the counts: the conversions that it touches as they were (a new one was
 * not) and as they are. What cancels out is left out.
 */
export function conversionDeltas(
  before: readonly CountedConversion[],
  after: readonly CountedConversion[],
): NewConversionDelta[] {
  const deltas = new Map<string, NewConversionDelta>();
  const add = (conversion: CountedConversion, conversions: 1 | -1): void => {
    const kind = kindOf(conversion);
    const delta = deltas.get(kind) ?? {
      day: conversion.occurredAt.toISOString().slice(0, 10),
      type: conversion.type,
      status: conversion.status,
      stitched: conversion.customerId !== null,
      conversions: 0,
    };
    delta.conversions += conversions;
    deltas.set(kind, delta);
  };
  for (const conversion of before) add(conversion, -1);
  for (const conversion of after) add(conversion, 1);
  return [...deltas.values()].filter(({ conversions }) => conversions !== 0);
}

/** Values: the workspace, and the deltas as JSON. */
export const APPEND_CONVERSION_DELTAS = new Statement<unknown>(
  'rollups.append-conversion-deltas',
  `insert into conversion_deltas (workspace_id, day, type, status, stitched, conversions)
   select $1, day, type, status, stitched, conversions
   from json_to_recordset($2::json) as delta (
     day date, type text, status text, stitched boolean, conversions integer
   )`,
);

/**
 * Moves the `$2` oldest deltas of a workspace into its cells, in one statement: a row is either a delta
 * or in the cells, for every reader. Who runs it holds the workspace's cells.
 */
export const FOLD_CONVERSIONS = new Statement<{ folded: number }>(
  'rollups.fold-conversions',
  `with taken as (
     delete from conversion_deltas
     where workspace_id = $1 and ctid = any (array(
       select ctid from conversion_deltas where workspace_id = $1 order by id limit $2
     ))
     returning day, type, status, stitched, conversions
   ),
   folded as (
     insert into conversion_cells as cell (workspace_id, day, type, status, stitched, conversions)
     select $1, day, type, status, stitched, sum(conversions) from taken
     group by day, type, status, stitched
     on conflict (workspace_id, day, type, status, stitched) do update
     set conversions = cell.conversions + excluded.conversions
   )
   select count(*) as folded from taken`,
);

/** Fills the cells of a workspace that has none. */
export const COUNT_CONVERSIONS = new Statement<unknown>(
  'rollups.count-conversions',
  `insert into conversion_cells (workspace_id, day, type, status, stitched, conversions)
   select $1, (occurred_at at time zone 'UTC')::date, type, status, customer_id is not null, count(*)
   from conversions where workspace_id = $1
   group by 2, 3, 4, 5`,
);

/** Where the counts are not what the conversions say: cells and deltas together, kind by kind. */
export const WRONG_CONVERSION_COUNTS = new Statement<NewConversionDelta & { counted: number }>(
  'rollups.wrong-conversion-counts',
  `with known as (
     select day, type, status, stitched, sum(conversions) as conversions
     from (
       select day, type, status, stitched, conversions from conversion_cells
       where workspace_id = $1
       union all
       select day, type, status, stitched, conversions from conversion_deltas
       where workspace_id = $1
     ) part
     group by day, type, status, stitched
   ),
   counted as (
     select (occurred_at at time zone 'UTC')::date as day, type, status,
       customer_id is not null as stitched, count(*) as counted
     from conversions where workspace_id = $1
     group by 1, 2, 3, 4
   )
   select day, type, status, stitched, coalesce(conversions, 0)::bigint as conversions,
     coalesce(counted, 0) as counted
   from known full join counted using (day, type, status, stitched)
   where coalesce(conversions, 0) <> coalesce(counted, 0)
   order by day, type, status, stitched`,
);
