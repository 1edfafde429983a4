import { ValidationFailed } from '../errors/app-error.js';
import { UnsupportedMediaType } from '../errors/transport-errors.js';
export const BODY_LIMIT = 1024 * 1024;
export const BATCH_BODY_LIMIT = 5 * BODY_LIMIT;
const MAX_DEPTH = 32;
/** A body that has arrived and is not read yet: the guards come first. */
export class UnreadBody {
    constructor(bytes, contentType, contentEncoding) {
        this.bytes = bytes;
        this.contentType = contentType;
        this.contentEncoding = contentEncoding;
    }
    /** The JSON value; undefined when the body is empty. Throws what the caller did wrong. */
    read() {
        if (this.bytes.length === 0)
            return undefined;
        if (!/^application\/json\s*(;|$)/i.test(this.contentType) || this.contentEncoding !== '') {
            throw new UnsupportedMediaType();
        }
        const value = parse(this.bytes);
        checkTree(value);
        return value;
    }
}
function parse(bytes) {
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw ValidationFailed.of('', 'The body is not valid UTF-8');
    }
    if (text.trim() === '')
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        throw ValidationFailed.of('', 'The body is not valid JSON');
    }
}
/** Why a text can not be stored or sent back, or undefined. */
export function faultOfText(text) {
    if (text.includes('\0'))
        return 'must not contain NUL characters';
    if (!text.isWellFormed())
        return 'must not contain lone surrogates';
    return undefined;
}
/**
 * Refuses what no field may hold, before any validator sees it: class-transformer overflows the
 * stack on deep trees, and PostgreSQL has no NUL. A body has room for millions of values, so nothing
 * is made for one that is in order.
 */
export function checkTree(root) {
    const fault = findFault(root, 1);
    if (fault)
        throw ValidationFailed.of(fault.path.join('.'), fault.message);
}
/** Never recurses deeper than `MAX_DEPTH`. */
function findFault(value, depth) {
    if (typeof value === 'string')
        return faultOf(faultOfText(value));
    if (typeof value !== 'object' || value === null)
        return undefined;
    if (depth > MAX_DEPTH) {
        throw ValidationFailed.of('', `must not be nested deeper than ${String(MAX_DEPTH)}`);
    }
    if (Array.isArray(value)) {
        for (let i = 0; i < value.length; i += 1) {
            const fault = findFault(value[i], depth + 1);
            if (fault)
                return within(String(i), fault);
        }
        return undefined;
    }
    for (const key of Object.keys(value)) {
        const wrongKey = key === '__proto__' ? 'must not have a field named __proto__' : undefined;
        const fault = faultOf(wrongKey ?? faultOfText(key));
        if (fault)
            return fault;
        const inside = findFault(value[key], depth + 1);
        if (inside)
            return within(key, inside);
    }
    return undefined;
}
const faultOf = (message) => message === undefined ? undefined : { path: [], message };
const within = (key, { path, message }) => ({
    path: [key, ...path],
    message,
});
/** Makes Fastify keep bodies unread; Nest's own parsers would answer 400 ahead of the guards. */
export function keepBodiesUnread(fastify) {
    fastify.removeAllContentTypeParsers();
    fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
        const { 'content-type': type = '', 'content-encoding': encoding = '' } = request.headers;
        done(null, new UnreadBody(body, type, encoding === 'identity' ? '' : encoding));
    });
}
//# sourceMappingURL=json-body.js.map