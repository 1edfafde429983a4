import { Random } from '../support/random-history.js';

/** Whether `npm run chaos` runs the harnesses in full, and not `npm test` in small. */
export const isFull = process.env['CHAOS'] === 'full';

/** How long the crash checker runs. */
export const MINUTES = Number(process.env['CHAOS_MINUTES'] ?? (isFull ? 15 : 1));

/** Repeats what was random of a run; what the scheduler does it cannot repeat. */
export const SEED = Number(process.env['CHAOS_SEED'] ?? Date.now() % 1_000_000_000);

/** A stream of its own for each part, so that one more draw here changes nothing there. */
export const randomOf = (part: number): Random => new Random(SEED + part * 7_919);

/** Tells the figures of a run, which Jest would hide behind a reporter's decoration. */
export function tell(harness: string, figures: Record<string, unknown>): void {
  const parts = Object.entries(figures).map(([name, figure]) => `${name} ${String(figure)}`);
  process.stderr.write(`  chaos: ${harness}, seed ${String(SEED)}: ${parts.join(', ')}\n`);
}
