export const fillOf = (customers, now) => ({
    customers,
    smallWorkspaces: Math.min(1_000, Math.max(5, Math.round(customers / 1_000))),
    events: Math.min(100_000, Math.max(100, customers)),
    months: 24,
    now,
});
//# sourceMappingURL=extent.js.map