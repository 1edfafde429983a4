import type { RateState } from './rate-limiter.js';

/** What a workspace with a limit is told of it: names and values in turn. */
export const rateHeaders = ({ limit, remaining, resetSeconds }: RateState): string[] => [
  'ratelimit-policy',
  `"second";q=${String(limit)};w=1`,
  'ratelimit',
  `"second";r=${String(Math.max(0, remaining))};t=${String(resetSeconds)}`,
];
