const DAY_MS = 24 * 60 * 60 * 1_000;
/** How many of the touches, which are in time order, satisfy a condition that only turns false. */
function countWhile(touches, holds) {
    let low = 0;
    let high = touches.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        const touch = touches[middle];
        if (touch && holds(touch.occurredAt.getTime()))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/**
 * The touches that may have brought about what occurred: those in the attribution window, whole
 * days of 24 hours up to and including that instant.
 */
export function eligibleTouches(touches, occurredAt, windowDays) {
    const last = occurredAt.getTime();
    const first = last - windowDays * DAY_MS;
    return {
        from: countWhile(touches, (at) => at < first),
        to: countWhile(touches, (at) => at <= last),
    };
}
//# sourceMappingURL=eligible-touches.js.map