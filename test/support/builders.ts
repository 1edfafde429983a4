let count = 0;

/** A text that no other call of this process gets. */
export const unique = (prefix = 'u'): string => `${prefix}-${String((count += 1))}`;

interface Fields {
  [field: string]: unknown;
}

/** The body of an upsert. */
export const aCustomer = (fields: Fields = {}): Fields => ({
  externalId: unique('user'),
  ...fields,
});

/** The body of a click. */
export const aClick = (fields: Fields = {}): Fields => ({
  clickId: unique('clk'),
  linkId: 'link_home',
  occurredAt: '2026-03-01T09:00:00Z',
  ...fields,
});

/** The body of a sale; it names nobody unless the fields do. */
export const aSale = (fields: Fields = {}): Fields => ({
  amount: 1_000,
  orderId: unique('order'),
  occurredAt: '2026-03-02T09:00:00Z',
  ...fields,
});

/** The body of a lead; it names nobody unless the fields do. */
export const aLead = (fields: Fields = {}): Fields => ({
  orderId: unique('lead'),
  occurredAt: '2026-03-01T12:00:00Z',
  ...fields,
});

/** The body of a custom event; it names nobody unless the fields do. */
export const aCustom = (fields: Fields = {}): Fields => ({
  eventName: 'Demo booked',
  orderId: unique('demo'),
  occurredAt: '2026-03-01T13:00:00Z',
  ...fields,
});

/** A list of as many as asked for, each made from its place. */
export const times = <T>(length: number, make: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => make(index));
