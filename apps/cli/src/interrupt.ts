const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** npm passes on the Ctrl-C that the terminal has sent us already: that is no second one. */
const SAME_MS = 1_000;

/** Runs `work`, which ends early by itself when the process is asked to; asked twice, it dies. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let askedAt: number | undefined;
  const ask = (name: NodeJS.Signals): void => {
    if (askedAt === undefined) {
      askedAt = performance.now();
      controller.abort();
    } else if (performance.now() - askedAt > SAME_MS) {
      stopListening();
      process.kill(process.pid, name);
    }
  };
  const stopListening = (): void => {
    for (const name of SIGNALS) process.off(name, ask);
  };
  for (const name of SIGNALS) process.on(name, ask);
  try {
    return await work(controller.signal);
  } finally {
    stopListening();
  }
}
