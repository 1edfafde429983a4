import { ulid } from 'ulid';
const PRINTABLE = /^[\x21-\x7e]{1,255}$/;
/** The caller's own `X-Request-Id` when it is 1 to 255 printable characters, else a new one. */
export function requestIdOf(request) {
    const given = request.headers['x-request-id'];
    return typeof given === 'string' && PRINTABLE.test(given) ? given : `req_${ulid()}`;
}
export function echoRequestIds(fastify) {
    fastify.addHook('onRequest', (request, reply, done) => {
        void reply.header('x-request-id', request.id);
        done();
    });
}
//# sourceMappingURL=request-id.js.map