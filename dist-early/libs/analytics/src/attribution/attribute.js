import { compareNullable } from "../../../platform/src/index.js";
import { PLACES, WHOLE, creditModels } from './credit-models.js';
import { eligibleTouches } from './eligible-touches.js';
import { shareOut } from './revenue-shares.js';
const NOBODY = { linkId: null, campaignId: null, source: null };
// Shares are rounded down: a sum that is just below a tie is the tie.
const SLACK = WHOLE >> 90n;
/** To 4 decimals, half away from zero. */
const toFourDecimals = (credit) => Number((credit * 10000n + WHOLE / 2n + SLACK) >> PLACES) / 10_000;
const compareEntries = (a, b) => b.revenue - a.revenue ||
    b.credit - a.credit ||
    compareNullable(a.linkId, b.linkId) ||
    compareNullable(a.campaignId, b.campaignId) ||
    compareNullable(a.source, b.source);
class Totals {
    constructor() {
        this.byOrigin = new Map();
    }
    add({ linkId, campaignId, source }, credit, revenue) {
        const key = JSON.stringify([linkId, campaignId, source]);
        const total = this.byOrigin.get(key);
        if (total) {
            total.credit += credit;
            total.revenue += revenue;
        }
        else {
            this.byOrigin.set(key, { origin: { linkId, campaignId, source }, credit, revenue });
        }
    }
    entries() {
        return Array.from(this.byOrigin.values(), ({ origin, credit, revenue }) => ({
            ...origin,
            credit: toFourDecimals(credit),
            revenue,
        })).sort(compareEntries);
    }
}
/** Adds to a range of touches by noting where the sum rises and falls again. */
function rise(steps, from, count, by) {
    steps[from] = (steps[from] ?? 0) + by;
    steps[from + count] = (steps[from + count] ?? 0) - by;
}
function* attributeBy(model, touches, sales) {
    const totals = new Totals();
    // How much more each touch has than the one before it: a share is added to many at once.
    const credits = Array.from({ length: touches.length + 1 }, () => 0n);
    const revenues = Array.from({ length: touches.length + 1 }, () => 0);
    const shares = Array.from({ length: touches.length + 1 }, () => 0);
    for (const { net, window } of sales) {
        yield;
        if (window.from === window.to) {
            totals.add(NOBODY, WHOLE, net);
            continue;
        }
        const parts = model(window);
        const revenueShares = shareOut(net, parts);
        parts.forEach(({ from, count, share }, index) => {
            const { units, more } = revenueShares[index] ?? { units: 0, more: 0 };
            credits[from] = (credits[from] ?? 0n) + share;
            credits[from + count] = (credits[from + count] ?? 0n) - share;
            rise(revenues, from, count, units);
            rise(revenues, from, more, 1);
            rise(shares, from, count, 1);
        });
    }
    let credit = 0n;
    let revenue = 0;
    let shared = 0;
    touches.forEach((touch, index) => {
        credit += credits[index] ?? 0n;
        revenue += revenues[index] ?? 0;
        shared += shares[index] ?? 0;
        if (shared > 0)
            totals.add(touch, credit, revenue);
    });
    return totals.entries();
}
function* attributionSteps(touches, sales, windowDays) {
    const windows = sales.map((sale) => ({
        ...sale,
        window: eligibleTouches(touches, sale.occurredAt, windowDays),
    }));
    const models = creditModels(touches);
    const by = (name) => attributeBy(models[name], touches, windows);
    return {
        firstTouch: yield* by('firstTouch'),
        lastTouch: yield* by('lastTouch'),
        linear: yield* by('linear'),
        timeDecay: yield* by('timeDecay'),
        positionBased: yield* by('positionBased'),
    };
}
/**
 * Attributes counting sales to touches, which are in their order, by each of the models. It takes
 * time with sales times touches: 1,000 of each some seconds, in which `pause` lets others run.
 */
export async function attribute(touches, sales, windowDays, pause = () => undefined) {
    const steps = attributionSteps(touches, sales, windowDays);
    for (;;) {
        const step = steps.next();
        if (step.done)
            return step.value;
        const pausing = pause();
        if (pausing)
            await pausing;
    }
}
//# sourceMappingURL=attribute.js.map