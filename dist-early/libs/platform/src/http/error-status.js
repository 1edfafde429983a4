export const STATUS_OF_KIND = {
    invalid: 400,
    unauthenticated: 401,
    forbidden: 403,
    not_found: 404,
    method_not_allowed: 405,
    conflict: 409,
    too_large: 413,
    unsupported_media_type: 415,
    unprocessable: 422,
    rate_limited: 429,
    failed: 500,
    unavailable: 503,
};
//# sourceMappingURL=error-status.js.map