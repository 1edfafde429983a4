import { createLogger, EmbeddedPostgresError, InvalidConfiguration } from "../../../../libs/platform/src/index.js";
import { say } from './say.js';
import { StartUpFault } from './start-up-fault.js';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** npm passes on the Ctrl-C that the terminal has sent us already: that is no second one. */
const SAME_MS = 1_000;
const PARENT_CHECK_MS = 250;
/** From the start of the process to its orderly end, whatever ends it. */
export class Lifetime {
    constructor() {
        this.steps = [];
        this.stopping = new AbortController();
        // A process that dies says why, whatever LOG_LEVEL is.
        this.log = createLogger('fatal');
        this.askedAt = 0;
        this.exitCode = 0;
        for (const name of SIGNALS) {
            process.on(name, () => {
                this.onSignal();
            });
        }
        process.on('uncaughtException', (error) => {
            this.onFault(error);
        });
        process.on('unhandledRejection', (error) => {
            this.onFault(error);
        });
        if (process.env['npm_lifecycle_event'])
            this.endWithParent();
        // Whoever read our output has gone; that ends nothing but the output.
        process.stdout.on('error', () => undefined);
        process.stderr.on('error', () => undefined);
    }
    /** Is aborted when the end begins: what takes long should then give up. */
    get signal() {
        return this.stopping.signal;
    }
    /** Has something done at the end; what was begun last ends first. */
    atEnd(step) {
        this.steps.push(step);
    }
    /** Runs what starts the service; a failure is explained and ends the process. */
    async begin(start) {
        try {
            await start();
        }
        catch (error) {
            // Once the end has begun, a start that fails is a consequence of it.
            if (this.signal.aborted)
                return;
            if (isForPerson(error))
                say(error.message);
            else
                this.log.fatal({ err: error }, 'The service could not start.');
            await this.end(1);
        }
    }
    /** npm passes its signals to a shell, which ends and does not pass them on to us. */
    endWithParent() {
        const parent = process.ppid;
        setInterval(() => {
            if (process.ppid !== parent)
                void this.end(0);
        }, PARENT_CHECK_MS).unref();
    }
    onSignal() {
        if (this.askedAt === 0) {
            this.askedAt = performance.now();
            if (process.stderr.isTTY)
                say('\nStopping …');
            void this.end(0);
        }
        else if (performance.now() - this.askedAt > SAME_MS) {
            process.exit(130);
        }
    }
    onFault(error) {
        this.log.fatal({ err: error }, 'An error that nothing caught ends the process.');
        void this.end(1);
    }
    async end(exitCode) {
        this.exitCode ||= exitCode;
        if (this.signal.aborted)
            return;
        this.stopping.abort();
        for (const step of this.steps.reverse()) {
            try {
                await step();
            }
            catch (error) {
                this.exitCode = 1;
                this.log.fatal({ err: error }, 'The process did not end in good order.');
            }
        }
        process.exit(this.exitCode);
    }
}
const isForPerson = (error) => error instanceof StartUpFault ||
    error instanceof InvalidConfiguration ||
    error instanceof EmbeddedPostgresError;
//# sourceMappingURL=lifetime.js.map