/** What a plan lets a workspace do. Entitlements are named as on the wire. */
export const PLANS = ['starter', 'pro', 'enterprise'] as const;
export type Plan = (typeof PLANS)[number];

export const ENTITLEMENTS = ['revenueTracking'] as const;
export type Entitlement = (typeof ENTITLEMENTS)[number];

const ENTITLEMENTS_OF: Record<Plan, readonly Entitlement[]> = {
  starter: [],
  pro: ['revenueTracking'],
  enterprise: ['revenueTracking'],
};

export const isEntitled = (plan: Plan, entitlement: Entitlement): boolean =>
  ENTITLEMENTS_OF[plan].includes(entitlement);
