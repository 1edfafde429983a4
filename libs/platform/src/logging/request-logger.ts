import type { FastifyBaseLogger } from 'fastify';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/**
 * A request's logger, which puts the request's id into each line. Most requests log nothing but
 * their one line: the real child logger, which costs more than such a line, is made by the first
 * that does.
 */
class RequestLogger {
  private made?: FastifyBaseLogger;

  constructor(
    private readonly parent: FastifyBaseLogger,
    private readonly bindings: Record<string, unknown>,
  ) {}

  get level(): string {
    return this.own.level;
  }

  set level(level: string) {
    this.own.level = level;
  }

  child(...given: Parameters<FastifyBaseLogger['child']>): FastifyBaseLogger {
    return this.own.child(...given);
  }

  get own(): FastifyBaseLogger {
    this.made ??= this.parent.child(this.bindings);
    return this.made;
  }
}

for (const level of LEVELS) {
  Object.defineProperty(RequestLogger.prototype, level, {
    value(this: RequestLogger, ...line: [object, string?]) {
      this.own[level](...line);
    },
  });
}

/** A Fastify `childLoggerFactory`. */
export const requestLogger = (
  parent: FastifyBaseLogger,
  bindings: Record<string, unknown>,
): FastifyBaseLogger => new RequestLogger(parent, bindings) as unknown as FastifyBaseLogger;
