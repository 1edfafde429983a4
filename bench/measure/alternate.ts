import { rateSummaryOf, summaryOf, type Summary } from './samples.js';

type Step = () => Promise<unknown>;

export interface Repetitions {
  /** Rounds at least; each runs every side once. */
  atLeast: number;
  /** Rounds at most. */
  atMost: number;
  /** No further round begins after this. */
  seconds: number;
}

/** Milliseconds that each side takes, one after the other in every round, in turning order. */
export async function alternate(
  sides: readonly Step[],
  repetitions: Repetitions,
): Promise<Summary[]> {
  // What is planned, read or compiled for the first time belongs to no side.
  for (const side of sides) await side();
  return rounds(sides, repetitions);
}

async function rounds(
  sides: readonly Step[],
  { atLeast, atMost, seconds }: Repetitions,
): Promise<Summary[]> {
  const samples = sides.map((): number[] => []);
  const startedAt = performance.now();
  for (let round = 0; round < atMost; round += 1) {
    if (round >= atLeast && performance.now() - startedAt > seconds * 1_000) break;
    for (let turn = 0; turn < sides.length; turn += 1) {
      const index = (turn + round) % sides.length;
      const began = performance.now();
      await sides[index]?.();
      samples[index]?.push(performance.now() - began);
    }
  }
  return samples.map(summaryOf);
}

const TURN_MS = 1_000;

/**
 * The same for a side that takes seconds and one that takes milliseconds: in each round this one
 * runs `times`, or for about a second if that is less.
 */
export async function alternateUneven(
  slow: Step,
  quick: Step,
  times: number,
  repetitions: Repetitions,
): Promise<{ slow: Summary; quick: Summary }> {
  let samples: number[] = [];
  const quickTurn = async (): Promise<void> => {
    const turnEnds = performance.now() + TURN_MS;
    for (let time = 0; time < times && performance.now() < turnEnds; time += 1) {
      const began = performance.now();
      await quick();
      samples.push(performance.now() - began);
    }
  };
  const warmUp = async (): Promise<void> => {
    await slow();
    await quickTurn();
    samples = [];
  };
  await warmUp();
  const [summary] = await rounds([slow, quickTurn], repetitions);
  return { slow: summary ?? summaryOf([]), quick: summaryOf(samples) };
}

/** Rates of sides that run for a while each, in turning order, as often as `rounds`. */
export async function alternateRates(
  sides: readonly (() => Promise<number>)[],
  rounds: number,
): Promise<Summary[]> {
  const rates = sides.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < sides.length; turn += 1) {
      const index = (turn + round) % sides.length;
      const rate = await sides[index]?.();
      if (rate !== undefined) rates[index]?.push(rate);
    }
  }
  return rates.map(rateSummaryOf);
}
