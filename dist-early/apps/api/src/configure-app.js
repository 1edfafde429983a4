import { BATCH_BODY_LIMIT, BODY_LIMIT, MAX_PARAM_LENGTH, DtoPipe, EnvelopeInterceptor, Env, ErrorFilter, NestLog, RequestReaderInterceptor, answerMalformedRequests, createLogger, echoRequestIds, keepBodiesUnread, logRequests, refuseUnknownRoutes, rememberRequestIds, requestIdOf, } from "../../../libs/platform/src/index.js";
import { AccessHook } from "../../../libs/workspaces/src/index.js";
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { ApiModule } from './api.module.js';
import { serveDocs } from './docs.js';
/** The application as `main` and every test run it; it is not listening yet. */
export async function createApp(env, logger = createLogger(env.LOG_LEVEL)) {
    const adapter = new FastifyAdapter({
        loggerInstance: logger,
        logController: new LogController({
            disableRequestLogging: true,
            requestIdLogLabel: 'requestId',
        }),
        genReqId: requestIdOf,
        trustProxy: (_address, hop) => hop < env.TRUST_PROXY,
        bodyLimit: BODY_LIMIT,
        routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
        // A client that sends its headers or its body too slowly must not hold a connection.
        requestTimeout: 60_000,
        http: { headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
        forceCloseConnections: 'idle',
        // While closing, a request on an open connection is still served: nobody loses one.
        return503OnClosing: false,
        ...answerMalformedRequests,
    });
    const fastify = adapter.getInstance();
    fastify.addHook('onRoute', (route) => {
        if (route.url.endsWith('/track/batch'))
            route.bodyLimit = BATCH_BODY_LIMIT;
    });
    echoRequestIds(fastify);
    rememberRequestIds(fastify);
    refuseUnknownRoutes(fastify);
    logRequests(fastify, (request) => request.caller?.workspace.id);
    keepBodiesUnread(fastify);
    const app = await NestFactory.create(ApiModule.forRoot(env), adapter, {
        bodyParser: false,
        logger: new NestLog(logger),
        abortOnError: false,
    });
    const access = app.get(AccessHook);
    fastify.addHook('onRequest', (request, reply) => access.onRequest(request, reply));
    if (env.API_PREFIX) {
        app.setGlobalPrefix(env.API_PREFIX, { exclude: ['livez', 'readyz'] });
    }
    app.useGlobalFilters(new ErrorFilter());
    app.useGlobalInterceptors(new EnvelopeInterceptor(), new RequestReaderInterceptor());
    app.useGlobalPipes(new DtoPipe());
    await serveDocs(app, app.get(Env));
    await app.init();
    await fastify.ready();
    return app;
}
//# sourceMappingURL=configure-app.js.map