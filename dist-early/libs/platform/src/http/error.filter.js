var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Catch } from '@nestjs/common';
import { codeOf } from '../database/database-errors.js';
import { toAppError } from '../errors/to-app-error.js';
import { MethodNotAllowed } from '../errors/transport-errors.js';
import { STATUS_OF_KIND } from './error-status.js';
/** The failure envelope of SPEC section 2. */
export const errorBody = (error, requestId) => ({
    success: false,
    error: {
        code: error.code,
        message: error.message,
        requestId,
        ...(error.details && { details: error.details }),
    },
});
/** The one place where an error becomes an HTTP answer. */
let ErrorFilter = class ErrorFilter {
    catch(thrown, host) {
        const http = host.switchToHttp();
        const request = http.getRequest();
        const reply = http.getResponse();
        const error = toAppError(thrown);
        const status = STATUS_OF_KIND[error.kind];
        if (error.kind === 'failed') {
            request.log.error({ code: error.code, err: error.cause ?? error });
        }
        else if (error.kind === 'unavailable') {
            // Every request says it while it lasts: its stack would be noise.
            request.log.warn({ code: error.code, cause: codeOf(error.cause) }, error.message);
        }
        if (error instanceof MethodNotAllowed)
            void reply.header('allow', error.allowed.join(', '));
        if (error.kind === 'unauthenticated')
            void reply.header('www-authenticate', 'Bearer');
        if (error.retryAfter !== undefined)
            void reply.header('retry-after', error.retryAfter);
        void reply
            .status(status)
            .type('application/json; charset=utf-8')
            .send(errorBody(error, request.id));
    }
};
ErrorFilter = __decorate([
    Catch()
], ErrorFilter);
export { ErrorFilter };
//# sourceMappingURL=error.filter.js.map