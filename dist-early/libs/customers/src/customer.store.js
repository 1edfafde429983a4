import { Statement, toWire } from "../../platform/src/index.js";
import { parseCustomerRef } from './customer-ref.js';
/** Columns of a `CustomerView`; the rows are `customer`, their first touches `click`. */
export const VIEW_COLUMNS = `customer.id, customer.external_id as "externalId", customer.email,
  customer.name, customer.avatar, customer.country, customer.metadata,
  customer.created_at as "createdAt", customer.updated_at as "updatedAt",
  customer.first_seen_at as "firstSeenAt", customer.last_activity_at as "lastActivityAt",
  customer.leads, customer.sales, customer.ltv, click.click_id as "touchClickId",
  click.link_id as "touchLinkId", click.campaign_id as "touchCampaignId",
  click.source as "touchSource", click.medium as "touchMedium",
  click.referrer as "touchReferrer", click.occurred_at as "touchOccurredAt"`;
export const WITH_FIRST_TOUCH = `left join clicks click
    on click.workspace_id = customer.workspace_id
   and click.click_id = customer.first_touch_click_id`;
const VIEW_BY_ID = new Statement('customers.view-by-id', `select ${VIEW_COLUMNS} from customers customer ${WITH_FIRST_TOUCH}
   where customer.workspace_id = $1 and customer.id = $2 and customer.deleted_at is null`);
const VIEW_BY_EXTERNAL_ID = new Statement('customers.view-by-external-id', `select ${VIEW_COLUMNS} from customers customer ${WITH_FIRST_TOUCH}
   where customer.workspace_id = $1 and customer.external_id = $2
     and customer.deleted_at is null`);
/** The live customer behind `cus_…` or `ext_…`; undefined for any other text. */
export async function findCustomer(reader, workspaceId, ref) {
    const parsed = parseCustomerRef(ref);
    if (!parsed)
        return undefined;
    return 'id' in parsed
        ? reader.first(VIEW_BY_ID, [workspaceId, parsed.id])
        : reader.first(VIEW_BY_EXTERNAL_ID, [workspaceId, parsed.externalId]);
}
function firstTouchOf(view) {
    const { touchClickId, touchLinkId, touchOccurredAt } = view;
    if (touchClickId === null || touchLinkId === null || touchOccurredAt === null)
        return null;
    return {
        clickId: touchClickId,
        linkId: touchLinkId,
        campaignId: view.touchCampaignId,
        source: view.touchSource,
        medium: view.touchMedium,
        referrer: view.touchReferrer,
        occurredAt: touchOccurredAt.toISOString(),
    };
}
/** A customer as it is on the wire. */
export const toCustomerDto = (view, currency) => ({
    id: view.id,
    externalId: view.externalId,
    email: view.email,
    name: view.name,
    avatar: view.avatar,
    country: view.country,
    metadata: view.metadata,
    createdAt: view.createdAt.toISOString(),
    updatedAt: view.updatedAt.toISOString(),
    firstSeenAt: view.firstSeenAt.toISOString(),
    lastActivityAt: toWire(view.lastActivityAt),
    firstTouch: firstTouchOf(view),
    leads: view.leads,
    sales: view.sales,
    ltv: view.ltv,
    currency,
});
//# sourceMappingURL=customer.store.js.map