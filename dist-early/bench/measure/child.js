import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
/** A module of the bench in a process of its own, which does one job after the other. */
export class Child {
    constructor(process) {
        this.process = process;
        this.settle = null;
        process.on('message', (reply) => {
            if ('error' in reply)
                this.settle?.reject(new Error(reply.error));
            else
                this.settle?.resolve(reply.answer);
        });
        process.on('exit', () => {
            this.settle?.reject(new Error('A process of the bench ended before it answered.'));
        });
    }
    static start(module) {
        return new Child(fork(fileURLToPath(module), { serialization: 'advanced' }));
    }
    ask(job) {
        return new Promise((resolve, reject) => {
            this.settle = { resolve, reject };
            this.process.send(job);
        });
    }
    async stop() {
        if (this.process.exitCode !== null || this.process.signalCode !== null)
            return;
        const ended = once(this.process, 'exit');
        this.process.kill();
        await ended;
    }
}
/** The other end: what such a module does with each job. */
export function doJobs(work) {
    process.on('message', (job) => {
        work(job).then((answer) => process.send?.({ answer }), (error) => process.send?.({ error: String(error) }));
    });
    process.on('disconnect', () => process.exit());
}
//# sourceMappingURL=child.js.map