import { createHmac } from 'node:crypto';
/**
 * What ties a visitor's clicks together. The visitor id itself is erased with the last live customer
 * that it touched; its clicks still belong together, and a click that comes later still joins them.
 */
export const visitorKeyOf = (workspace, visitorId) => visitorId
    ? createHmac('sha256', workspace.hashSecret).update(visitorId).digest('base64url').slice(0, 22)
    : null;
//# sourceMappingURL=visitor-key.js.map