import { parseArgs } from 'node:util';

export const USAGE = `npm run bench -- [NAME…] [--customers 1000000] [--json]

  NAME            only the figures that begin with it, such as cohorts or lists/count
  --customers N   customers of the big workspace, with ten events each
  --json          the results as JSON on standard output
  --list          the names of the figures, and nothing else
  --minutes M     how long the memory is watched (default 1; 10 for the record)
  --keep DIR      keeps the filled databases there, and uses them again
  --write         writes docs/performance.md and its plot`;

export interface Arguments {
  names: string[];
  customers: number;
  minutes: number;
  keep: string | undefined;
  json: boolean;
  list: boolean;
  write: boolean;
}

const OPTIONS = {
  customers: { type: 'string', default: '1000000' },
  minutes: { type: 'string', default: '1' },
  keep: { type: 'string' },
  json: { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
} as const;

export function parseArguments(args: string[]): Arguments | { fault: string } {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const { keep, json, list, write } = values;
    const [customers, minutes] = [Number(values.customers), Number(values.minutes)];
    if (!Number.isInteger(customers) || customers < 100 || customers > 10_000_000) {
      return { fault: '--customers must be a whole number from 100 to 10000000.' };
    }
    if (!(minutes > 0)) return { fault: '--minutes must be a number above 0.' };
    return { names: positionals, customers, minutes, keep, json, list, write };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}
