const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const cleanUps = new Set();
/**
 * Runs `cleanUp`, which cannot wait for anything, if the process ends without having stopped the
 * server: by process.exit(), by an exception, or by a signal that nobody else handles. Where the
 * application handles the signal, ending is its business.
 */
export function onUntidyExit(cleanUp) {
    if (cleanUps.size === 0) {
        process.on('exit', runAll);
        for (const name of SIGNALS)
            process.on(name, onSignal);
    }
    cleanUps.add(cleanUp);
    return () => {
        if (cleanUps.delete(cleanUp) && cleanUps.size === 0)
            stopListening();
    };
}
function onSignal(name) {
    if (process.listenerCount(name) > 1)
        return;
    runAll();
    process.kill(process.pid, name);
}
function runAll() {
    stopListening();
    // The last thing begun is the first to end: programs that run in a folder before its removal.
    const pending = [...cleanUps].reverse();
    cleanUps.clear();
    for (const cleanUp of pending) {
        try {
            cleanUp();
        }
        catch {
            // Nobody is left to be told, and the others must have their turn.
        }
    }
}
function stopListening() {
    process.off('exit', runAll);
    for (const name of SIGNALS)
        process.off(name, onSignal);
}
//# sourceMappingURL=exit-hooks.js.map