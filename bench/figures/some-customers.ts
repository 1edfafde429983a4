import type { Client } from 'pg';
import { BIG_WORKSPACE } from '../fill/workspaces.js';

/** Ids of live customers from all over the big workspace. */
export async function someCustomers(client: Client, count: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from customers
     where workspace_id = $1 and deleted_at is null and external_id = any ($2::text[]) order by id`,
    [
      BIG_WORKSPACE,
      await client
        .query<{ count: string }>('select count(*) from customers where workspace_id = $1', [
          BIG_WORKSPACE,
        ])
        .then(({ rows: [row] }) => {
          const all = Number(row?.count);
          return Array.from({ length: count }, (_, n) => `user_${1 + ((n * 7_919) % all)}`);
        }),
    ],
  );
  return rows.map(({ id }) => id);
}
