import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { standardOutput } from './standard-output.js';
import { timestamp } from './timestamp.js';

/** Bound values and rows are personal data: of a database error only its code and place are kept. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const isFromDatabase = 'severity' in error;
  return {
    type: error.name,
    code,
    ...(!isFromDatabase && { message: error.message }),
    stack: frames.join('\n'),
  };
}

/** Structured lines, one JSON object each, on standard output if nowhere else. */
export const createLogger = (
  level: string,
  destination: DestinationStream = standardOutput(),
): Logger =>
  pino(
    {
      level,
      base: undefined,
      timestamp,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describe },
    },
    destination,
  );

/** What `logger.error(error, { requestId })` adds to its line. */
const namesRequest = (about: unknown): about is { requestId: string } =>
  typeof about === 'object' && about !== null && 'requestId' in about;

/** Nest's own messages, as lines of the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    // Nest narrates every route and module at this level: noise in production.
    this.logger.debug({ context: rest.at(-1) }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const about = { context: rest.at(-1), ...rest.find(namesRequest) };
    // An error's own text may have values in it: `describe` says what of it may be written.
    if (message instanceof Error) this.logger.error({ ...about, err: message });
    else this.logger.error(about, String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn({ context: rest.at(-1), ...rest.find(namesRequest) }, String(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.trace({ context: rest.at(-1) }, String(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.trace({ context: rest.at(-1) }, String(message));
  }
}
