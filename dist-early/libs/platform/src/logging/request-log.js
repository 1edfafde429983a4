/**
 * One line a request: id, workspace, route, status, duration. The route is its pattern, never the
 * URL: an `ext_` id or a search is personal data.
 */
export function logRequests(fastify, workspaceOf) {
    fastify.addHook('onResponse', (request, reply, done) => {
        request.log.info({
            workspace: workspaceOf(request),
            method: request.method,
            route: request.routeOptions.url ?? null,
            status: reply.statusCode,
            durationMs: Math.round(reply.elapsedTime * 10) / 10,
        });
        done();
    });
}
//# sourceMappingURL=request-log.js.map