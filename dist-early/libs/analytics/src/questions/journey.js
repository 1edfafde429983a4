import { Select } from '../analytics-store.js';
/** In the order of events of the same instant. */
export const JOURNEY_EVENT_TYPES = ['click', 'lead', 'custom', 'sale', 'refund'];
// The lower bound on the time alone is what the indexes are walked from; the triple is exact.
const EVENTS = new Select('journey-events', {
    postgres: `
with event as (
  -- one row: a touch, by its place in the journey
  (select occurred_at, 0 as rank, click_id as id
  from touches
  where workspace_id = $1 and customer_id = $2
    and occurred_at >= $3 and occurred_at < $4
    and (occurred_at, 0, click_id) > ($5, $6, $7)
  order by occurred_at, click_id
  limit $8)
  union all
  -- one row: a conversion, by its place in the journey
  (select occurred_at, rank, id
  from conversions,
    lateral (select case type when 'lead' then 1 when 'custom' then 2 else 3 end as rank) ranked
  where workspace_id = $1 and customer_id = $2
    and occurred_at >= $3 and occurred_at < $4
    and (occurred_at, rank, id) > ($5, $6, $7)
  order by occurred_at, rank, id
  limit $8)
  union all
  -- one row: a refund, by its place in the journey; its id is the sale's
  (select refunded_at, 4, id
  from conversions
  where workspace_id = $1 and customer_id = $2 and refunded_amount > 0
    and refunded_at >= $3 and refunded_at < $4
    and (refunded_at, 4, id) > ($5, $6, $7)
  order by refunded_at, id
  limit $8)
)
select event.occurred_at as "occurredAt", event.rank, event.id,
  conversion.event_name as name,
  click.link_id as "linkId", click.campaign_id as "campaignId", click.source, click.medium,
  click.referrer,
  case event.rank
    when 3 then conversion.reporting_amount
    when 4 then conversion.reporting_refunded
  end as amount,
  conversion.status, conversion.order_id as "orderId"
from event
left join clicks click
  on event.rank = 0 and click.workspace_id = $1 and click.click_id = event.id
left join conversions conversion
  on event.rank > 0 and conversion.workspace_id = $1 and conversion.id = event.id
order by event.occurred_at, event.rank, event.id
limit $8`,
});
const rankOf = (type) => JOURNEY_EVENT_TYPES.indexOf(type);
/** A customer's touches, conversions and refunds in time order. */
export const journey = {
    name: 'journey',
    answer: async (run, { workspaceId, customerId, range, limit, after }) => {
        const { from, to } = range;
        const start = after && (!from || after.occurredAt > from) ? after.occurredAt : from;
        const rows = await run(EVENTS, [
            workspaceId,
            customerId,
            start ?? '-infinity',
            to ?? 'infinity',
            after?.occurredAt ?? '-infinity',
            after ? rankOf(after.type) : 0,
            after?.id ?? '',
            limit + 1,
        ]);
        const events = rows.slice(0, limit).map(({ rank, ...event }) => ({
            type: JOURNEY_EVENT_TYPES[rank] ?? 'click',
            ...event,
        }));
        return { events, next: rows.length > limit ? (events.at(-1) ?? null) : null };
    },
};
const SUMMARY = new Select('journey-summary', {
    postgres: `
with touch as (
  -- the one row: the customer's touches in the range
  select count(*) as touches, min(occurred_at) as "firstTouchAt", max(occurred_at) as "lastTouchAt"
  from touches
  where workspace_id = $1 and customer_id = $2
    and occurred_at >= $3::timestamptz and occurred_at < $4::timestamptz
),
conversion as (
  -- the one row: the customer's conversions in the range
  select count(*) filter (where type = 'lead') as leads,
    count(*) filter (where type = 'sale') as sales,
    count(*) filter (where type = 'custom') as customs,
    coalesce(
      sum(reporting_amount - reporting_refunded)
        filter (where type = 'sale' and status = 'approved'),
      0
    )::bigint as revenue,
    min(occurred_at) as "firstConversionAt", max(occurred_at) as "lastConversionAt"
  from conversions
  where workspace_id = $1 and customer_id = $2
    and occurred_at >= $3::timestamptz and occurred_at < $4::timestamptz
),
refund as (
  -- the one row: the customer's refunds in the range
  select count(*) as refunds
  from conversions
  where workspace_id = $1 and customer_id = $2 and refunded_amount > 0
    and refunded_at >= $3::timestamptz and refunded_at < $4::timestamptz
)
select touches, leads, sales, customs, refunds, revenue, "firstTouchAt", "lastTouchAt",
  "firstConversionAt", "lastConversionAt"
from touch, conversion, refund`,
});
/** A customer's journey in numbers. */
export const journeySummary = {
    name: 'journey-summary',
    answer: async (run, { workspaceId, customerId, range: { from, to } }) => {
        const values = [workspaceId, customerId, from ?? '-infinity', to ?? 'infinity'];
        const [counts] = await run(SUMMARY, values);
        if (!counts)
            throw new Error('A summary is one row');
        return counts;
    },
};
//# sourceMappingURL=journey.js.map