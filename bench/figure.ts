import type { Bench } from './server/bench.js';
import type { Summary } from './measure/samples.js';

/** What a ratio has to be. */
export interface Bar {
  bound: 'at least' | 'at most';
  value: number;
}

export const atLeast = (value: number): Bar => ({ bound: 'at least', value });
export const atMost = (value: number): Bar => ({ bound: 'at most', value });

/** What was measured: the service's side, the baseline's side, and how they compare. */
export interface Measured {
  ratio: number;
  /** What the two sides are counted in. */
  unit: 'ms' | 'requests/s' | 'rows/s' | 'MiB';
  service: Summary;
  baseline: Summary;
  /** The cost by number of customers, where that was measured. */
  growth?: { customers: number; median: number }[];
}

/** One line of the table: what is compared with what, and the bar it has to reach. */
export interface Figure {
  /** `group/name`; a run can be narrowed to those that begin with a text. */
  figure: string;
  bar: Bar;
  /** What the service is compared with, and why that is fair. */
  baseline: string;
  measure(bench: Bench): Promise<Measured>;
}

export interface Result extends Measured {
  figure: string;
  bar: Bar;
  baselineIs: string;
  holds: boolean;
}

export const holds = (ratio: number, { bound, value }: Bar): boolean =>
  bound === 'at least' ? ratio >= value : ratio <= value;
