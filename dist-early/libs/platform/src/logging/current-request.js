import { AsyncLocalStorage } from 'node:async_hooks';
const requestIds = new AsyncLocalStorage();
/** The id of the request that is being served here, for what is logged far from it. */
export const currentRequestId = () => requestIds.getStore();
export function rememberRequestIds(fastify) {
    fastify.addHook('onRequest', (request, _reply, done) => {
        requestIds.run(request.id, done);
    });
}
//# sourceMappingURL=current-request.js.map