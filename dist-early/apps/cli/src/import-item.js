import { canonicalJson, checkTree } from "../../../libs/platform/src/index.js";
import { createHmac } from 'node:crypto';
const CONVERSIONS = new Set(['lead', 'sale', 'custom']);
/**
 * The item of a line; undefined for a blank one. Throws with what is wrong with it. `secret` keys
 * the ids that are made from content.
 */
export function readItem(bytes, secret) {
    let text;
    try {
        // It also drops a byte order mark, and JSON takes the carriage return of a CRLF for space.
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw new Error('is not valid UTF-8');
    }
    if (text.trim() === '')
        return undefined;
    let item;
    try {
        item = JSON.parse(text);
    }
    catch {
        throw new Error('is not valid JSON');
    }
    checkTree(item);
    return withOrderId(item, secret);
}
/**
 * Gives a conversion without `orderId` one that is made from its content: it is the same at every
 * run, so a line that has been imported is known again. It outlives an erasure: without the
 * workspace's secret nobody can test whether a line that they guess was there.
 */
function withOrderId(item, secret) {
    if (typeof item !== 'object' || item === null || Array.isArray(item))
        return item;
    const { orderId, ...content } = item;
    if (!CONVERSIONS.has(content['type']))
        return item;
    if (orderId !== undefined && orderId !== null)
        return item;
    const hash = createHmac('sha256', secret).update(canonicalJson(content)).digest('base64url');
    return { ...content, orderId: `import:${hash}` };
}
//# sourceMappingURL=import-item.js.map