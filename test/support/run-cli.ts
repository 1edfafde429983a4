import { Readable, Writable } from 'node:stream';
import { run } from '../../apps/cli/src/run.js';
import type { TestApp } from './start-app.js';

/** What a command line left behind. */
export interface CliResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs a command line in this process, on the application's database. */
export async function runCli(
  app: TestApp,
  args: string[],
  { input = [], environment = {} }: { input?: Iterable<unknown>; environment?: Environment } = {},
): Promise<CliResult> {
  const answers: string[] = [];
  const rows: string[] = [];
  const said: string[] = [];
  const exitCode = await run(args, {
    output: {
      answer: (text) => answers.push(text),
      say: (sentence) => said.push(sentence),
      bytes: new Writable({
        write: (chunk, _encoding, done) => {
          rows.push(String(chunk));
          done();
        },
      }),
      terminal: undefined,
    },
    input: Readable.from(input, { objectMode: false }),
    environment: { DATABASE_URL: app.databaseUrl, ...environment },
  });
  return { exitCode, stdout: rows.join('') + answers.join('\n'), stderr: said.join('\n') };
}

type Environment = Record<string, string>;
