import type { Client } from 'pg';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The milliseconds of an instant in ten digits of base 32. */
const ULID_TIME = Array.from({ length: 10 }, (_, index) => 5 * (9 - index))
  .map(
    (shift) => `substr('${CROCKFORD}',
    1 + (((date_part('epoch', at) * 1000)::bigint >> ${shift}) & 31)::int, 1)`,
  )
  .join(' || ');

/**
 * What the fill draws from: everything follows from a row's number and a seed, so that two fills
 * differ only in when they ended.
 */
export async function createFunctions(client: Client): Promise<void> {
  await client.query(`
drop schema if exists bench cascade;
create schema bench;
create extension if not exists pgcrypto;

-- from 0 up to 1, not reaching it
create function bench.draw(number bigint, seed bigint) returns float8
  language sql immutable parallel safe
  return (hashint8extended(number, seed) & 1073741823) / 1073741824.0::float8;

create function bench.pick(list text[], share float8) returns text
  language sql immutable parallel safe
  return list[1 + floor(share * cardinality(list))::int];

-- sortable by its time, like every id of the service
create function bench.ulid(at timestamptz, number bigint) returns text
  language sql immutable parallel safe
  return ${ULID_TIME} || upper(substr(md5(number::text), 1, 16));
`);
}

export async function dropFunctions(client: Client): Promise<void> {
  await client.query('drop schema bench cascade; drop extension pgcrypto');
}
