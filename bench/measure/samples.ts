/** What one side took, again and again. */
export interface Summary {
  median: number;
  /** What 95 % of the repetitions stay within: of times the long ones, of rates the low ones. */
  p95: number;
  count: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

export function summaryOf(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const median =
    sorted.length % 2 === 1
      ? at(sorted, 0.5)
      : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
  return { median, p95: at(sorted, 0.95), count: sorted.length };
}

/** Of rates the low ones are the bad ones. */
export const rateSummaryOf = (rates: readonly number[]): Summary => ({
  ...summaryOf(rates),
  p95: -summaryOf(rates.map((rate) => -rate)).p95,
});

/** A number as a person reads it: three digits that mean something. */
export function readable(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 1_000) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}
