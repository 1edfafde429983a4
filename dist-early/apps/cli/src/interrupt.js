const SIGNALS = ['SIGINT', 'SIGTERM'];
/** npm passes on the Ctrl-C that the terminal has sent us already: that is no second one. */
const SAME_MS = 1_000;
/** Runs `work`, which ends early by itself when the process is asked to; asked twice, it dies. */
export async function interruptible(work) {
    const controller = new AbortController();
    let askedAt;
    const ask = (name) => {
        if (askedAt === undefined) {
            askedAt = performance.now();
            controller.abort();
        }
        else if (performance.now() - askedAt > SAME_MS) {
            stopListening();
            process.kill(process.pid, name);
        }
    };
    const stopListening = () => {
        for (const name of SIGNALS)
            process.off(name, ask);
    };
    for (const name of SIGNALS)
        process.on(name, ask);
    try {
        return await work(controller.signal);
    }
    finally {
        stopListening();
    }
}
//# sourceMappingURL=interrupt.js.map