const requestIds = new WeakMap<object, string>();

/** Keeps which request a body came with. */
export function rememberOrigin(body: object, requestId: string): void {
  requestIds.set(body, requestId);
}

/**
 * The id of the request that a body came with, for what is logged far from it. An AsyncLocalStorage
 * would tell it everywhere, and makes every promise of the process slower on Node 20.
 */
export const originOf = (body: object): string | undefined => requestIds.get(body);
