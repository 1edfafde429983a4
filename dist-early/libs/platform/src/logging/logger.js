import { currentRequestId } from './current-request.js';
import { pino } from 'pino';
/** Bound values and rows are personal data: of a database error only its code and place are kept. */
function describe(error) {
    if (!(error instanceof Error))
        return { type: typeof error };
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
export const createLogger = (level, destination) => pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describe },
}, destination);
/** Nest's own messages, as lines of the same log. */
export class NestLog {
    constructor(logger) {
        this.logger = logger;
    }
    log(message, ...rest) {
        // Nest narrates every route and module at this level: noise in production.
        this.logger.debug({ context: rest.at(-1) }, String(message));
    }
    error(message, ...rest) {
        const about = { context: rest.at(-1), requestId: currentRequestId() };
        // An error's own text may have values in it: `describe` says what of it may be written.
        if (message instanceof Error)
            this.logger.error({ ...about, err: message });
        else
            this.logger.error(about, String(message));
    }
    warn(message, ...rest) {
        this.logger.warn({ context: rest.at(-1) }, String(message));
    }
    debug(message, ...rest) {
        this.logger.trace({ context: rest.at(-1) }, String(message));
    }
    verbose(message, ...rest) {
        this.logger.trace({ context: rest.at(-1) }, String(message));
    }
}
//# sourceMappingURL=logger.js.map