import { Binding, type InstantRange, type Sql } from '@app/platform';

/** Which clicks. */
export interface ClickFilter {
  linkId: string | undefined;
  campaignId: string | undefined;
  source: string | undefined;
  range: InstantRange;
}

function conditions(
  binding: Binding,
  workspaceId: string,
  { linkId, campaignId, source, range }: ClickFilter,
): string[] {
  return [
    `workspace_id = ${binding.add(workspaceId)}`,
    ...(linkId === undefined ? [] : [`link_id = ${binding.add(linkId)}`]),
    ...(campaignId === undefined ? [] : [`campaign_id = ${binding.add(campaignId)}`]),
    ...(source === undefined ? [] : [`source = ${binding.add(source)}`]),
    ...(range.from ? [`occurred_at >= ${binding.add(range.from)}`] : []),
    ...(range.to ? [`occurred_at < ${binding.add(range.to)}`] : []),
  ];
}

/** Clicks in the order of their ids. */
export function exportSql(
  workspaceId: string,
  filter: ClickFilter,
  after: string | undefined,
): Sql {
  const binding = new Binding();
  const where = conditions(binding, workspaceId, filter);
  if (after !== undefined) where.push(`click_id > ${binding.add(after)}`);
  const text = `
    select click_id as "clickId", link_id as "linkId", campaign_id as "campaignId", source, medium,
      referrer, country, visitor_id as "visitorId", occurred_at as "occurredAt",
      created_at as "createdAt"
    from clicks
    where ${where.join(' and ')}
    order by click_id`;
  return { text, values: binding.values };
}

/** How many clicks there are. */
export function countSql(workspaceId: string, filter: ClickFilter): Sql {
  const binding = new Binding();
  const where = conditions(binding, workspaceId, filter);
  const text = `select count(*) as count from clicks where ${where.join(' and ')}`;
  return { text, values: binding.values };
}
