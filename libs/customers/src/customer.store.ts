import type { Click } from '@app/analytics';
import { Statement, toWire, type Value } from '@app/platform';
import type { CustomerDto, TouchDto } from './customer.dto.js';
import { parseCustomerRef } from './customer-ref.js';
import type { Customer } from './customer.entity.js';

type FirstTouch = Pick<
  Click,
  'clickId' | 'linkId' | 'campaignId' | 'source' | 'medium' | 'referrer' | 'occurredAt'
>;

/** A live customer's row with the click that brought it, if any. */
export type CustomerView = Omit<Customer, 'searchText' | 'deletedAt' | 'externalId'> & {
  externalId: string;
} & { [Field in keyof FirstTouch as `touch${Capitalize<Field>}`]: FirstTouch[Field] | null };

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

const VIEW_BY_ID = new Statement<CustomerView>(
  'customers.view-by-id',
  `select ${VIEW_COLUMNS} from customers customer ${WITH_FIRST_TOUCH}
   where customer.workspace_id = $1 and customer.id = $2 and customer.deleted_at is null`,
);

const VIEW_BY_EXTERNAL_ID = new Statement<CustomerView>(
  'customers.view-by-external-id',
  `select ${VIEW_COLUMNS} from customers customer ${WITH_FIRST_TOUCH}
   where customer.workspace_id = $1 and customer.external_id = $2
     and customer.deleted_at is null`,
);

const VIEWS_BY_ID = new Statement<CustomerView>(
  'customers.views-by-id',
  `select ${VIEW_COLUMNS} from customers customer ${WITH_FIRST_TOUCH}
   where customer.workspace_id = $1 and customer.id = any ($2::text[])
     and customer.deleted_at is null`,
);

interface Reader {
  first<Row>(statement: Statement<Row>, values: Value[]): Promise<Row | undefined>;
}

interface ManyReader {
  rows<Row>(statement: Statement<Row>, values: Value[]): Promise<Row[]>;
}

/** The live customer behind `cus_…` or `ext_…`; undefined for any other text. */
export async function findCustomer(
  reader: Reader,
  workspaceId: string,
  ref: string,
): Promise<CustomerView | undefined> {
  const parsed = parseCustomerRef(ref);
  if (!parsed) return undefined;
  return 'id' in parsed
    ? reader.first(VIEW_BY_ID, [workspaceId, parsed.id])
    : reader.first(VIEW_BY_EXTERNAL_ID, [workspaceId, parsed.externalId]);
}

/** Live customers by their ids. */
export async function findCustomers(
  reader: ManyReader,
  workspaceId: string,
  ids: string[],
): Promise<Map<string, CustomerView>> {
  const views = ids.length > 0 ? await reader.rows(VIEWS_BY_ID, [workspaceId, ids]) : [];
  return new Map(views.map((view) => [view.id, view]));
}

function firstTouchOf(view: CustomerView): TouchDto | null {
  const { touchClickId, touchLinkId, touchOccurredAt } = view;
  if (touchClickId === null || touchLinkId === null || touchOccurredAt === null) return null;
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
export const toCustomerDto = (view: CustomerView, currency: string): CustomerDto => ({
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
