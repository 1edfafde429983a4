import { Statement } from "../../platform/src/index.js";
export const CLICK_BY_ID = new Statement('tracking.click-by-id', `select workspace_id as "workspaceId", click_id as "clickId", link_id as "linkId",
          campaign_id as "campaignId", source, medium, referrer, country,
          visitor_id as "visitorId", visitor_key as "visitorKey", occurred_at as "occurredAt", created_at as "createdAt"
   from clicks where workspace_id = $1 and click_id = $2`);
export const INSERT_CLICK = new Statement('tracking.insert-click', `insert into clicks (workspace_id, click_id, link_id, campaign_id, source, medium, referrer,
     country, visitor_id, visitor_key, occurred_at, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`);
//# sourceMappingURL=click.store.js.map