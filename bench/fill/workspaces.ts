import { createHash } from 'node:crypto';
import { SCOPES } from '@app/workspaces';
import type { Client } from 'pg';
import type { Fill } from './extent.js';

/** The big workspace; the small ones have the numbers behind it. */
export const BIG_WORKSPACE = 'ws_00000000000000000000000001';
export const TIMEZONE = 'Europe/Berlin';
/** A key of the big workspace with all scopes. */
export const KEY = 'ck_bench0000000000000000000000000000000000000';

/** One big workspace, and small ones of which the first are the largest. */
export async function fillWorkspaces(client: Client, fill: Fill): Promise<void> {
  await client.query(
    `
create table bench.workspaces as
select 1 as rank, $1::text as id, 'big' as slug, $2::int as customers, 'secret-1' as hash_secret
union all
select rank + 1, 'ws_' || lpad((rank + 1)::text, 26, '0'), 'small-' || rank,
  1 + $2::int / 500 / rank, 'secret-' || rank + 1
from generate_series(1, $3::int) rank`,
    [BIG_WORKSPACE, fill.customers, fill.smallWorkspaces],
  );
  await client.query(
    `insert into workspaces (id, slug, name, plan, timezone, currency, attribution_window_days,
       hash_secret, created_at)
     select id, slug, slug, 'enterprise', $1, 'USD', 30, hash_secret,
       $2::timestamptz - make_interval(months => $3)
     from bench.workspaces`,
    [TIMEZONE, fill.now, fill.months],
  );
  await client.query(
    `insert into api_keys (id, workspace_id, name, prefix, hash, scopes, created_at)
     values ('key_00000000000000000000000001', $1, 'bench', $2, $3, $4, $5)`,
    [
      BIG_WORKSPACE,
      KEY.slice(0, 9),
      createHash('sha256').update(KEY).digest(),
      [...SCOPES],
      fill.now,
    ],
  );
}
