const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
export function summaryOf(samples) {
    const sorted = [...samples].sort((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    const median = sorted.length % 2 === 1
        ? at(sorted, 0.5)
        : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
    return { median, p95: at(sorted, 0.95), count: sorted.length };
}
/** A number as a person reads it: three digits that mean something. */
export function readable(value) {
    if (!Number.isFinite(value))
        return '–';
    if (value >= 1_000)
        return Math.round(value).toLocaleString('en-US');
    return String(Number(value.toPrecision(3)));
}
//# sourceMappingURL=samples.js.map