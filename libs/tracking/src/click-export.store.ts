import { Binding, type InstantRange, type Sql } from '@app/platform';

/** Which clicks. */
export interface ClickFilter {
  linkId: string | undefined;
  campaignId: string | undefined;
  source: string | undefined;
  range: InstantRange;
}

/** Clicks in the order of their ids. */
export function exportSql(
  workspaceId: string,
  { linkId, campaignId, source, range }: ClickFilter,
  after: string | undefined,
): Sql {
  const binding = new Binding();
  const where = [
    `workspace_id = ${binding.add(workspaceId)}`,
    ...(after === undefined ? [] : [`click_id > ${binding.add(after)}`]),
    ...(linkId === undefined ? [] : [`link_id = ${binding.add(linkId)}`]),
    ...(campaignId === undefined ? [] : [`campaign_id = ${binding.add(campaignId)}`]),
    ...(source === undefined ? [] : [`source = ${binding.add(source)}`]),
    ...(range.from ? [`occurred_at >= ${binding.add(range.from)}`] : []),
    ...(range.to ? [`occurred_at < ${binding.add(range.to)}`] : []),
  ];
  const text = `
    select click_id as "clickId", link_id as "linkId", campaign_id as "campaignId", source, medium,
      referrer, country, visitor_id as "visitorId", occurred_at as "occurredAt",
      created_at as "createdAt"
    from clicks
    where ${where.join(' and ')}
    order by click_id`;
  return { text, values: binding.values };
}
