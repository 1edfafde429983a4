import 'reflect-metadata';
import { Draining, Env, createLogger, openDatabase } from '@app/platform';
import { createApp } from './configure-app.js';
import { openDemo } from './demo/load-demo.js';
import { banner } from './start/banner.js';
import { demoKeyFile } from './start/demo-key.js';
import { Lifetime } from './start/lifetime.js';
import { checkAddress, close, listen } from './start/listen.js';
import { prepareSchema } from './start/prepare-schema.js';
import { reachDatabase } from './start/reach-database.js';
import { say } from './start/say.js';
import { serveMessages } from './start/serve-messages.js';
import { serveMetrics } from './start/serve-metrics.js';

const lifetime = new Lifetime();

await lifetime.begin(async () => {
  const given = Env.read();
  await checkAddress(given);
  const { env, embedded, close: leaveDatabase } = await openDatabase(given, say);
  lifetime.atEnd(leaveDatabase);
  if (!embedded) await reachDatabase(env, lifetime.signal);
  const app = await createApp(env);
  let endMessages = (): Promise<void> => Promise.resolve();
  lifetime.atEnd(() => close(app, () => endMessages()));

  const isMigrated = await prepareSchema(app, env);
  const wantsDemo = embedded && env.DEMO && isMigrated;
  const key = wantsDemo ? await openDemo(app, env.DATA_DIR, lifetime.signal) : undefined;
  const endMetrics = await serveMetrics(app, env);
  if (endMetrics) lifetime.atEnd(endMetrics);
  endMessages = await serveMessages(app, env);
  const url = await listen(app, env);
  if (!embedded) {
    const drainMs = (): number => (lifetime.isSupervised ? env.SHUTDOWN_DRAIN_MS : 0);
    lifetime.atEnd(() => app.get(Draining).drain(drainMs()));
  }
  if (embedded) {
    const demo = key === undefined ? undefined : { key, file: demoKeyFile(env.DATA_DIR) };
    process.stdout.write(banner({ url, prefix: env.API_PREFIX, demo, isMigrated }));
  } else {
    const log = createLogger(env.LOG_LEVEL);
    if (!env.REDIS_URL) {
      log.info('REDIS_URL is not set: this instance has snapshots and rate limits of its own.');
    }
    log.info({ url }, 'The Customers API is ready.');
  }
});
