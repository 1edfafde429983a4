/** What a plan lets a workspace do. Entitlements are named as on the wire. */
export const PLANS = ['starter', 'pro', 'enterprise'];
export const ENTITLEMENTS = ['revenueTracking'];
const ENTITLEMENTS_OF = {
    starter: [],
    pro: ['revenueTracking'],
    enterprise: ['revenueTracking'],
};
export const isEntitled = (plan, entitlement) => ENTITLEMENTS_OF[plan].includes(entitlement);
//# sourceMappingURL=plans.js.map