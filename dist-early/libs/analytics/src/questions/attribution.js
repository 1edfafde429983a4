import { compareNullable } from "../../../platform/src/index.js";
import { Select } from '../analytics-store.js';
import { attribute } from '../attribution/attribute.js';
import { eligibleTouches } from '../attribution/eligible-touches.js';
import { compareTouchpoints } from '../attribution/touchpoint.js';
/** The latest conversions are listed; the models are over all counting sales. */
const MAX_CONVERSIONS = 1_000;
const TOUCHES = new Select('attribution-touches', {
    postgres: `
select touch.click_id as "clickId", click.link_id as "linkId", click.campaign_id as "campaignId",
  click.source, click.medium, click.referrer, touch.occurred_at as "occurredAt",
  customer.first_touch_click_id as "firstTouchClickId"
from customers customer
join touches touch on touch.workspace_id = $1 and touch.customer_id = customer.id
join clicks click on click.workspace_id = $1 and click.click_id = touch.click_id
where customer.workspace_id = $1 and customer.id = $2`,
});
const CONVERSIONS = new Select('attribution-conversions', {
    postgres: `
select id, type, event_name as "eventName", status, occurred_at as "occurredAt",
  case
    when type <> 'sale' then null
    when status = 'approved' then reporting_amount - reporting_refunded
    else 0
  end as "reportingNet"
from conversions
where workspace_id = $1 and customer_id = $2
order by occurred_at, id`,
});
/** Most touches first, then by id. The touches are in time order. */
function groupTouches(touches, idOf) {
    const groups = new Map();
    for (const touch of touches) {
        const id = idOf(touch);
        const group = groups.get(id);
        if (group) {
            group.touches += 1;
            group.lastAt = touch.occurredAt;
        }
        else {
            groups.set(id, { id, touches: 1, firstAt: touch.occurredAt, lastAt: touch.occurredAt });
        }
    }
    return [...groups.values()].sort((a, b) => b.touches - a.touches || compareNullable(a.id, b.id));
}
/** What brought a customer, and which touches its conversions are owed to. */
export const attribution = {
    name: 'attribution',
    answer: async (run, { workspaceId, customerId, windowDays }, pause) => {
        const touches = (await run(TOUCHES, [workspaceId, customerId])).sort(compareTouchpoints);
        const conversions = await run(CONVERSIONS, [workspaceId, customerId]);
        const sales = conversions.flatMap(({ type, status, occurredAt, reportingNet }) => type === 'sale' && status === 'approved' ? [{ occurredAt, net: reportingNet ?? 0 }] : []);
        return {
            firstTouch: touches.find(({ clickId, firstTouchClickId }) => clickId === firstTouchClickId) ?? null,
            lastTouch: touches.at(-1) ?? null,
            touches: touches.length,
            links: groupTouches(touches, ({ linkId }) => linkId),
            campaigns: groupTouches(touches, ({ campaignId }) => campaignId),
            sources: groupTouches(touches, ({ source }) => source),
            conversions: conversions.slice(-MAX_CONVERSIONS).map((conversion) => {
                const { from, to } = eligibleTouches(touches, conversion.occurredAt, windowDays);
                const attributedTouch = to > from ? (touches[to - 1] ?? null) : null;
                return { ...conversion, touches: to - from, attributedTouch };
            }),
            models: await attribute(touches, sales, windowDays, pause),
        };
    },
};
//# sourceMappingURL=attribution.js.map