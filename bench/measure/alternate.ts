import { summaryOf, type Summary } from './samples.js';

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
  { atLeast, atMost, seconds }: Repetitions,
): Promise<Summary[]> {
  const samples = sides.map((): number[] => []);
  // What is planned, read or compiled for the first time belongs to no side.
  for (const side of sides) await side();
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

/** The same for a side that takes seconds and one that takes milliseconds: this one runs more often. */
export async function alternateUneven(
  slow: Step,
  quick: Step,
  times: number,
  repetitions: Repetitions,
): Promise<{ slow: Summary; quick: Summary }> {
  const quickSamples: number[] = [];
  const timesQuick = async (): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      const began = performance.now();
      await quick();
      quickSamples.push(performance.now() - began);
    }
  };
  await timesQuick();
  quickSamples.length = 0;
  const [summary] = await alternate(
    [
      slow,
      // Once a round, in turning order with the slow side.
      timesQuick,
    ],
    repetitions,
  );
  return { slow: summary ?? summaryOf([]), quick: summaryOf(quickSamples.slice(times)) };
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
  return rates.map(summaryOf);
}
