import {
  CrossOrigin,
  BATCH_BODY_LIMIT,
  BODY_LIMIT,
  MAX_PARAM_LENGTH,
  Draining,
  EnvelopeAdapter,
  Env,
  ErrorFilter,
  EventLog,
  MessageDispatcher,
  Metrics,
  NestLog,
  answerMalformedRequests,
  createLogger,
  echoRequestIds,
  keepBodiesUnread,
  refuseUnknownRoutes,
  requestIdOf,
  requestLog,
  requestLogger,
  tellBrowsers,
  watchRequests,
  type DatabaseEnv,
  type ServedRequest,
} from '@app/platform';
import { AccessHook, WarmAnswers, type Caller } from '@app/workspaces';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { ApiModule } from './api.module.js';
import { serveDashboard } from './dashboard.js';
import { serveDocs } from './docs.js';

/** The application as `main` and every test run it; it is not listening yet. */
export async function createApp(
  env: DatabaseEnv,
  logger = createLogger(env.LOG_LEVEL),
): Promise<NestFastifyApplication> {
  const crossOrigin = new CrossOrigin(env.CORS_ORIGINS);
  const adapter = new EnvelopeAdapter({
    loggerInstance: logger,
    childLoggerFactory: requestLogger,
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
    genReqId: requestIdOf,
    trustProxy: env.TRUST_PROXY > 0 && ((_address, hop) => hop < env.TRUST_PROXY),
    bodyLimit: BODY_LIMIT,
    // The request reader reads the query, and tells more of its faults.
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH, querystringParser: () => ({}) },
    // A client that sends its headers or its body too slowly must not hold a connection.
    requestTimeout: env.REQUEST_TIMEOUT_MS,
    http: {
      headersTimeout: env.HEADERS_TIMEOUT_MS,
      connectionsCheckingInterval: Math.min(5_000, env.HEADERS_TIMEOUT_MS / 2),
    },
    forceCloseConnections: 'idle',
    // While closing, a request on an open connection is still served: nobody loses one.
    return503OnClosing: false,
    // There is no middleware: looking for it would cost each request.
    skipMiddie: true,
    ...answerMalformedRequests(crossOrigin),
  });
  const fastify = adapter.getInstance();
  fastify.addHook('onRoute', (route) => {
    if (route.url.endsWith('/track/batch')) route.bodyLimit = BATCH_BODY_LIMIT;
  });
  echoRequestIds(fastify);
  tellBrowsers(fastify, crossOrigin);
  refuseUnknownRoutes(fastify);
  keepBodiesUnread(fastify);

  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(env), adapter, {
    bodyParser: false,
    logger: new NestLog(logger),
    abortOnError: false,
  });
  app.get(Draining).closeConnections(fastify);
  app.get(AccessHook).guard(fastify);
  app.get(EventLog).writeTo((about, sentence) => {
    logger.info(about, sentence);
  });
  const write = requestLog(logger);
  const { requests } = app.get(Metrics);
  const served = (request: ServedRequest): void => {
    write(request);
    requests.add(request);
  };
  app.get(MessageDispatcher).configure({
    largePatterns: ['track.batch'],
    workspaceOf: (message) => (message.caller as Caller | undefined)?.workspace.id,
    listener: served,
  });
  watchRequests(fastify, (request) => request.caller?.workspace.id, served);
  if (env.API_PREFIX) {
    app.setGlobalPrefix(env.API_PREFIX, { exclude: ['livez', 'readyz'] });
  }
  app.useGlobalFilters(new ErrorFilter());
  await serveDocs(app, app.get(Env));
  await serveDashboard(app, app.get(Env));
  await app.init();
  await fastify.ready();
  app.get(WarmAnswers).standBefore(fastify, served);
  return app;
}
