import { AppError } from "../../../platform/src/index.js";
export class KeyMissing extends AppError {
    constructor() {
        super('Send an API key as X-API-Key: KEY or Authorization: Bearer KEY.');
        this.code = 'UNAUTHORIZED';
        this.kind = 'unauthenticated';
    }
}
export class KeyInvalid extends AppError {
    /** An expired key is a mistake, an unknown one may be a guess. */
    constructor(isUnknown) {
        super('The API key is unknown, expired or revoked.');
        this.isUnknown = isUnknown;
        this.code = 'INVALID_API_KEY';
        this.kind = 'unauthenticated';
    }
}
export class RateExceeded extends AppError {
    constructor(message, retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
        this.code = 'RATE_LIMITED';
        this.kind = 'rate_limited';
    }
}
export class FeatureNotAvailable extends AppError {
    constructor(entitlement) {
        super(`The workspace's plan does not include ${entitlement}.`);
        this.code = 'FEATURE_NOT_AVAILABLE';
        this.kind = 'forbidden';
    }
}
export class ScopeMissing extends AppError {
    constructor(scope) {
        super(`The API key lacks the scope ${scope}.`);
        this.code = 'FORBIDDEN';
        this.kind = 'forbidden';
    }
}
//# sourceMappingURL=access.errors.js.map