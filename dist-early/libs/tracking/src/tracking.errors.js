import { AppError } from "../../platform/src/index.js";
export class ConversionNotFound extends AppError {
    constructor() {
        super('There is no such conversion.');
        this.code = 'NOT_FOUND';
        this.kind = 'not_found';
    }
}
export class StatusMoveRefused extends AppError {
    constructor(from, to) {
        super(`A conversion that is ${from} cannot become ${to}.`);
        this.code = 'INVALID_STATUS_TRANSITION';
        this.kind = 'conflict';
    }
}
export class RefundRefused extends AppError {
    constructor() {
        super('Only an approved sale can be refunded.');
        this.code = 'INVALID_STATUS_TRANSITION';
        this.kind = 'conflict';
    }
}
//# sourceMappingURL=tracking.errors.js.map