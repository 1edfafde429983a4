import { AppError } from './app-error.js';
export class RouteNotFound extends AppError {
    constructor() {
        super('There is no such route.');
        this.code = 'NOT_FOUND';
        this.kind = 'not_found';
    }
}
export class MethodNotAllowed extends AppError {
    constructor(allowed) {
        super(`This route takes ${allowed.join(', ')}.`);
        this.allowed = allowed;
        this.code = 'METHOD_NOT_ALLOWED';
        this.kind = 'method_not_allowed';
    }
}
export class PayloadTooLarge extends AppError {
    constructor() {
        super('The body is larger than this route takes: 1 MiB, or 5 MiB for /track/batch.');
        this.code = 'PAYLOAD_TOO_LARGE';
        this.kind = 'too_large';
    }
}
export class UnsupportedMediaType extends AppError {
    constructor() {
        super('The body must be application/json in UTF-8, not encoded.');
        this.code = 'UNSUPPORTED_MEDIA_TYPE';
        this.kind = 'unsupported_media_type';
    }
}
/** What nobody expected. The answer says no more than this; the log has the cause. */
export class UnexpectedFailure extends AppError {
    constructor(cause) {
        super('Something went wrong here. The log has the reason, under this request id.', { cause });
        this.code = 'INTERNAL_ERROR';
        this.kind = 'failed';
    }
}
//# sourceMappingURL=transport-errors.js.map