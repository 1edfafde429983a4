import type { Cell, ExportShape } from '@app/platform';
import type { ExportedCustomer } from './customer-export.store.js';
import type { CustomerDto } from './customer.dto.js';
import { toCustomerDto } from './customer.store.js';

type Shape = Omit<ExportShape<ExportedCustomer>, 'cursor'>;

/** The columns of the flat form, in order, and what they have. */
const CELLS: Record<string, (customer: CustomerDto) => Cell> = {
  id: ({ id }) => id,
  externalId: ({ externalId }) => externalId,
  email: ({ email }) => email,
  name: ({ name }) => name,
  avatar: ({ avatar }) => avatar,
  country: ({ country }) => country,
  metadata: ({ metadata }) => JSON.stringify(metadata),
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  firstSeenAt: ({ firstSeenAt }) => firstSeenAt,
  lastActivityAt: ({ lastActivityAt }) => lastActivityAt,
  firstTouchClickId: ({ firstTouch }) => firstTouch?.clickId ?? null,
  firstTouchLinkId: ({ firstTouch }) => firstTouch?.linkId ?? null,
  firstTouchCampaignId: ({ firstTouch }) => firstTouch?.campaignId ?? null,
  firstTouchSource: ({ firstTouch }) => firstTouch?.source ?? null,
  firstTouchMedium: ({ firstTouch }) => firstTouch?.medium ?? null,
  firstTouchReferrer: ({ firstTouch }) => firstTouch?.referrer ?? null,
  firstTouchOccurredAt: ({ firstTouch }) => firstTouch?.occurredAt ?? null,
  leads: ({ leads }) => leads,
  sales: ({ sales }) => sales,
  ltv: ({ ltv }) => ltv,
  currency: ({ currency }) => currency,
};

/**
 * The items that make the same customer again: itself with one of the clicks that it has claimed, and a
 * further one for each other click.
 */
function itemsOf(row: ExportedCustomer): object[] {
  const { externalId, email, name, avatar, country, metadata, createdAt } = row;
  const [first, ...others] = row.claimedClickIds ?? [];
  const type = 'customer';
  const given = Object.entries({ email, name, avatar, country, clickId: first ?? null }).filter(
    ([, value]) => value !== null,
  );
  return [
    {
      type,
      externalId,
      ...Object.fromEntries(given),
      ...(Object.keys(metadata).length > 0 && { metadata }),
      createdAt: createdAt.toISOString(),
    },
    ...others.map((clickId) => ({
      type,
      externalId,
      clickId,
      createdAt: createdAt.toISOString(),
    })),
  ];
}

/** How customers are written, with money in the workspace's currency. */
export const customerShape = (currency: string): Shape => ({
  columns: Object.keys(CELLS),
  cells: (row) => {
    const customer = toCustomerDto(row, currency);
    return Object.values(CELLS).map((cell) => cell(customer));
  },
  items: itemsOf,
});
