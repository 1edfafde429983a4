import { MessageDispatcher, Metrics, messageTransport, type Env } from '@app/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { StartUpFault } from './start-up-fault.js';

/**
 * Takes messages from now on, through the guards, filters and interceptors of the requests. Answers how to
 * end it: without taking more, and once those that came have been answered. Throws
 * `InvalidConfiguration` and `StartUpFault`.
 */
export async function serveMessages(
  app: NestFastifyApplication,
  env: Env,
): Promise<() => Promise<void>> {
  const strategy = messageTransport(env, app.get(MessageDispatcher));
  if (!strategy) return () => Promise.resolve();
  const { isConnected } = strategy;
  if (isConnected !== undefined) {
    app
      .get(Metrics)
      .gauge('messages_connected', 'Whether the server of the messages is reached.', () =>
        Number(strategy.isConnected),
      );
  }
  // Without the application's own settings, nothing would check a message.
  const microservice = app.connectMicroservice({ strategy }, { inheritAppConfig: true });
  try {
    await microservice.listen();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new StartUpFault(
      `Messages cannot be taken at ${env.MESSAGE_URL ?? 'the default MESSAGE_URL'} (${code}); set MESSAGE_URL.`,
    );
  }
  return async () => {
    await strategy.close();
  };
}
