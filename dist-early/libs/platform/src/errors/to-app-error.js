import { HttpException } from '@nestjs/common';
import { AppError, ValidationFailed } from './app-error.js';
import { PayloadTooLarge, RouteNotFound, UnexpectedFailure, UnsupportedMediaType, } from './transport-errors.js';
import { DatabaseUnavailable, isTimeout } from '../database/database-errors.js';
const statusOf = (error) => {
    if (error instanceof HttpException)
        return error.getStatus();
    if (error instanceof Error && 'statusCode' in error)
        return Number(error.statusCode);
    return undefined;
};
/** Any error as one that can be shown to the caller. */
export function toAppError(error) {
    if (error instanceof AppError)
        return error;
    if (isTimeout(error))
        return new DatabaseUnavailable(error);
    const status = statusOf(error);
    if (status === 404)
        return new RouteNotFound();
    if (status === 413)
        return new PayloadTooLarge();
    if (status === 415)
        return new UnsupportedMediaType();
    if (status !== undefined && status >= 400 && status < 500) {
        return ValidationFailed.of('', 'The request is malformed');
    }
    return new UnexpectedFailure(error);
}
//# sourceMappingURL=to-app-error.js.map