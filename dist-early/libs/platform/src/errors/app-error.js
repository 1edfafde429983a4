/** A failure that is expected and explained to the caller. */
export class AppError extends Error {
}
export class ValidationFailed extends AppError {
    constructor(details) {
        super(details.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; '));
        this.details = details;
        this.code = 'VALIDATION_ERROR';
        this.kind = 'invalid';
    }
    static of(path, message) {
        return new ValidationFailed([{ path, message }]);
    }
}
export class ServiceUnavailable extends AppError {
    constructor() {
        super(...arguments);
        this.code = 'SERVICE_UNAVAILABLE';
        this.kind = 'unavailable';
        this.retryAfter = 1;
    }
}
//# sourceMappingURL=app-error.js.map