import type { Client } from 'pg';
import type { Fill } from './extent.js';
import { FAMILY_NAMES, GIVEN_NAMES, MAIL_DOMAINS, OLD_DOMAIN, plain } from './names.js';

/** This share of a workspace's customers has its mail at the old domain: its very first ones. */
const OLD_SHARE = 0.002;

/**
 * Who there is, and how much each has done: one row a customer, from which all tables are filled.
 * In
 * the big one number 1 has done as much as a hundred thousand events, number 2 exactly ten.
 */
export async function fillPeople(client: Client, { events, now, months }: Fill): Promise<void> {
  await client.query(
    `
create unlogged table bench.people as
with numbered as (
  -- one row: a customer to be; number is its own in its workspace, key in the whole database
  select w.id as workspace_id, w.hash_secret, w.customers as size, n as number, w.rank = 1 as is_big,
    row_number() over (order by w.rank, n) as key
  from bench.workspaces w cross join lateral generate_series(1, w.customers) n
),
dated as (
  select *,
    date_trunc('milliseconds', $1::timestamptz - make_interval(months => $2)
      + ($1::timestamptz - ($1::timestamptz - make_interval(months => $2)))
        * power((number - 0.5) / size, 0.8)) as created_at
  from numbered
),
counted as (
  select *,
    case when is_big and number = 1 then $3::int - $3::int / 4 when is_big and number = 2 then 7
      when bench.draw(key, 1) < 0.1 then 0
      else least(1000, floor(3.4 * power(1 - bench.draw(key, 2), -0.62)))::int end as clicks,
    case when is_big and number <= 2 then 1 else (bench.draw(key, 3) < 0.5)::int end as leads,
    case when is_big and number = 1 then $3::int / 4 - 1 when is_big and number = 2 then 2
      when bench.draw(key, 4) < 0.5
      then least(300, floor(1.5 * power(1 - bench.draw(key, 5), -0.6)))::int else 0 end as sales,
    case when is_big and number <= 2 then 0 when bench.draw(key, 6) < 0.3
      then 1 + floor(bench.draw(key, 7) * 2)::int else 0 end as customs
  from dated
),
named as (
  select *, 'cus_' || bench.ulid(created_at, key) as customer_id, 'user_' || number as external_id,
    floor(cardinality($4::text[]) * power(bench.draw(key, 8), 2))::int + 1 as given,
    floor(cardinality($5::text[]) * power(bench.draw(key, 9), 2))::int + 1 as family,
    'vis_' || substr(md5('visitor' || key), 1, 20) as visitor_id,
    number > 2 and bench.draw(key, 10) < 0.01 as is_deleted
  from counted
)
select workspace_id, number, key, customer_id, external_id, created_at, clicks, leads, sales,
  customs, is_deleted, visitor_id,
  left(translate(encode(hmac(visitor_id::bytea, hash_secret::bytea, 'sha256'), 'base64'),
    '+/', '-_'), 22) as visitor_key,
  case when bench.draw(key, 11) < 0.8 then ($4::text[])[given] || ' ' || ($5::text[])[family] end
    as name,
  case when bench.draw(key, 12) < 0.9 then
    ($6::text[])[given] || '.' || ($7::text[])[family] || number || '@' || case
      when number <= greatest(2, size * ${OLD_SHARE}) then '${OLD_DOMAIN}'
      when bench.draw(key, 13) < 0.7 then bench.pick($8::text[], bench.draw(key, 14))
      else 'company-' || (1 + floor(2000 * power(bench.draw(key, 15), 3)))::int || '.example' end
  end as email,
  -- when it first came: mostly before it signed up, sometimes through a later click only
  date_trunc('milliseconds', case when bench.draw(key, 16) < 0.05
    then least(created_at + interval '2 days' * bench.draw(key, 17), $1)
    else created_at - interval '3 days' * power(bench.draw(key, 17), 3) end) as first_click_at,
  bench.pick(array['US','US','US','US','GB','DE','DE','FR','IN','BR','JP','ES','IT','CA','AU','NL'],
    bench.draw(key, 18)) as country
from named`,
    [
      now,
      months,
      events,
      GIVEN_NAMES,
      FAMILY_NAMES,
      GIVEN_NAMES.map(plain),
      FAMILY_NAMES.map(plain),
      MAIL_DOMAINS,
    ],
  );
  await client.query('analyze bench.people');
}
