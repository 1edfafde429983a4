import findMyWay from 'find-my-way';
import { MethodNotAllowed, RouteNotFound } from '../errors/transport-errors.js';
/** No shorter than a request's line may be: whatever id it has, it is looked for, and not found. */
export const MAX_PARAM_LENGTH = 16_384;
/**
 * Answers unknown routes (404) and methods (405 with `Allow`) ahead of everything else. Fastify
 * itself knows no 405: a second router over the same routes tells which methods a path has.
 */
export function refuseUnknownRoutes(fastify) {
    const methodsOf = new Map();
    let router;
    fastify.addHook('onRoute', ({ url, method }) => {
        const methods = methodsOf.get(url) ?? new Set();
        for (const one of [method].flat())
            methods.add(one);
        methodsOf.set(url, methods);
        router = undefined;
    });
    const routerOf = () => {
        const built = findMyWay({ maxParamLength: MAX_PARAM_LENGTH });
        for (const [url, methods] of methodsOf) {
            built.on('GET', url, () => undefined, { methods });
        }
        return built;
    };
    fastify.addHook('onRequest', (request, _reply, done) => {
        if (!request.is404) {
            done();
            return;
        }
        router ??= routerOf();
        const path = (request.raw.url ?? '/').split('?')[0] ?? '/';
        const store = router.find('GET', path)?.store;
        done(store ? new MethodNotAllowed([...store.methods].sort()) : new RouteNotFound());
    });
}
//# sourceMappingURL=unknown-routes.js.map