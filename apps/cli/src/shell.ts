import type { Readable } from 'node:stream';
import type { Output } from './output.js';
import type { Service } from './service.js';

/** What a command has around it; a test gives it something else than this process. */
export interface Shell {
  output: Output;
  input: Readable;
  environment: Record<string, string | undefined>;
}

/** The option that every command has. */
export const JSON_OPTION = ['--json', 'answer with JSON, for machines'] as const;

export interface JsonOption {
  json?: boolean;
}

/**
 * Runs `work` with the buses on the configured database, and leaves the database as it was found.
 * Loaded only now: `--help` need not wait for Nest.
 */
export async function withService<T>(
  shell: Shell,
  work: (service: Service) => Promise<T>,
): Promise<T> {
  const { runService } = await import('./service.js');
  return runService(shell.environment, shell.output, work);
}
