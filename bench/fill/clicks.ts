import type { Client } from 'pg';
import type { Fill } from './extent.js';

const ORIGIN = (key: string): string => `
  'lnk_' || (1 + floor(1000 * power(bench.draw(${key}, 21), 2)))::int,
  case when bench.draw(${key}, 22) < 0.9
    then 'campaign-' || (1 + floor(200 * power(bench.draw(${key}, 23), 2)))::int end,
  case when bench.draw(${key}, 24) < 0.9 then bench.pick($2::text[], power(bench.draw(${key}, 25), 2)) end,
  case when bench.draw(${key}, 26) < 0.5 then bench.pick(array['cpc','email','social','display'],
    bench.draw(${key}, 27)) end`;

const SOURCES = (
  'google facebook instagram newsletter tiktok youtube bing linkedin reddit x pinterest podcast ' +
  'partner affiliate blog hackernews producthunt quora snapchat press'
).split(' ');

const COLUMNS = `workspace_id, click_id, occurred_at, created_at, link_id, campaign_id, source,
  medium, referrer, country, visitor_id, visitor_key`;

/** The clicks of all customers, and some of visitors who never became one. */
export async function fillClicks(client: Client, { now }: Fill): Promise<void> {
  await client.query(
    `
insert into clicks (${COLUMNS})
select workspace_id, click_id, occurred_at, occurred_at, ${ORIGIN('key')},
  case when not is_deleted and bench.draw(key, 28) < 0.4 then 'https://www.example.com/' end,
  case when not is_deleted then country end,
  case when not is_deleted then visitor_id end, visitor_key
from (
  -- one row: a customer's click; its first one is the first of all
  select p.workspace_id, p.is_deleted, p.country, p.visitor_id, p.visitor_key,
    p.key * 1000003 + j as key,
    'clk_' || substr(md5('click' || p.key || '-' || j), 1, 20) as click_id,
    case j when 1 then p.first_click_at else date_trunc('milliseconds', p.first_click_at
      + ($1::timestamptz - p.first_click_at) * power(bench.draw(p.key * 1000003 + j, 20), 2)) end
      as occurred_at
  from bench.people p cross join lateral generate_series(1, p.clicks) j
) click`,
    [now, SOURCES],
  );
  await client.query(
    `
insert into clicks (${COLUMNS})
select workspace_id, 'clk_' || substr(md5('anonymous' || key), 1, 20), created_at, created_at,
  ${ORIGIN('key')}, null, country,
  'vis_' || substr(md5('anonymous' || key), 1, 20),
  -- keyed hashes of nobody that the figures ask for: any 22 characters do
  left(translate(encode(sha256(('anonymous' || key)::bytea), 'base64'), '+/', '-_'), 22)
from bench.people where created_at < $1 and bench.draw(key, 29) < 0.3`,
    [now, SOURCES],
  );
}

/** Live customers have claimed their first click, which ties them to its visitor. */
export async function fillClaims(client: Client): Promise<void> {
  await client.query(`
insert into claims (workspace_id, click_id, customer_id)
select workspace_id, 'clk_' || substr(md5('click' || key || '-1'), 1, 20), customer_id
from bench.people where clicks > 0 and not is_deleted`);
  await client.query(`
insert into customer_visitors (workspace_id, visitor_key, customer_id)
select workspace_id, visitor_key, customer_id
from bench.people where clicks > 0 and not is_deleted`);
}

export async function fillTouches(client: Client): Promise<void> {
  await client.query(`
insert into touches (workspace_id, customer_id, click_id, occurred_at)
select p.workspace_id, p.customer_id, c.click_id, c.occurred_at
from bench.people p
join clicks c on c.workspace_id = p.workspace_id and c.visitor_key = p.visitor_key`);
}
