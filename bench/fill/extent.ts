/** How much to fill in. */
export interface Fill {
  /** Customers of the big workspace, with ten events each on average. */
  customers: number;
  smallWorkspaces: number;
  /** Events of the one customer that has most. */
  events: number;
  months: number;
  /** Nothing happened after it. */
  now: Date;
}

export const fillOf = (customers: number, now: Date): Fill => ({
  customers,
  smallWorkspaces: Math.min(1_000, Math.max(5, Math.round(customers / 1_000))),
  events: Math.min(100_000, Math.max(100, customers)),
  months: 24,
  now,
});
