/**
 * What every answer tells a browser, names and values in turn: that it is JSON whatever it looks like,
 * is no page and in no frame, and is nobody else's to embed or to keep. Other headers of the kind are about
 * pages, which the service has one of, or about TLS, which it has not.
 */
export const SECURITY_HEADERS: readonly string[] = [
  'content-security-policy',
  "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy',
  'same-origin',
  'referrer-policy',
  'no-referrer',
  'x-content-type-options',
  'nosniff',
  'x-frame-options',
  'DENY',
];

/** Of what says nothing else: a cache in between does not know that `X-API-Key` is a credential. */
export const KEEP_NOTHING = ['cache-control', 'no-store'] as const;
