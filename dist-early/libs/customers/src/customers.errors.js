import { AppError } from "../../platform/src/index.js";
export class CustomerNotFound extends AppError {
    constructor() {
        super('There is no such customer.');
        this.code = 'NOT_FOUND';
        this.kind = 'not_found';
    }
}
export class ExternalIdTaken extends AppError {
    constructor() {
        super('Another customer has this externalId.');
        this.code = 'DUPLICATE_EXTERNAL_ID';
        this.kind = 'conflict';
    }
}
//# sourceMappingURL=customers.errors.js.map