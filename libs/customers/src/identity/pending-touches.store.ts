import { Statement } from '@app/platform';
import type { PendingTouch } from './pending-touch.entity.js';

export const INSERT_PENDING = new Statement<unknown>(
  'pending-touches.insert',
  `insert into pending_touches (workspace_id, click_id, visitor_key, customer_id, done_to)
   select $1, *, '' from unnest($2::text[], $3::text[], $4::text[])`,
);

export const FIRST_PENDING = new Statement<PendingTouch>(
  'pending-touches.first',
  `select workspace_id as "workspaceId", id, click_id as "clickId", visitor_key as "visitorKey",
          customer_id as "customerId", done_to as "doneTo"
   from pending_touches where workspace_id = $1 order by id limit 1`,
);

export const GO_ON_BEHIND = new Statement<unknown>(
  'pending-touches.go-on-behind',
  `update pending_touches set done_to = $3 where workspace_id = $1 and id = $2`,
);

export const DELETE_PENDING = new Statement<unknown>(
  'pending-touches.delete',
  `delete from pending_touches where workspace_id = $1 and id = $2`,
);

export const WORKSPACES_WITH_PENDING = new Statement<{ workspaceId: string }>(
  'pending-touches.workspaces',
  `select distinct workspace_id as "workspaceId" from pending_touches`,
);

export const FOLLOWERS_BEHIND = new Statement<{ customerId: string }>(
  'pending-touches.followers-behind',
  `select customer_id as "customerId" from customer_visitors
   where workspace_id = $1 and visitor_key = $2 and customer_id > $3
   order by customer_id limit $4`,
);

export const CLAIMERS_BEHIND = new Statement<{ customerId: string }>(
  'pending-touches.claimers-behind',
  `select customer_id as "customerId" from claims
   where workspace_id = $1 and click_id = $2 and customer_id > $3
   order by customer_id limit $4`,
);
