import { AppError } from "../../platform/src/index.js";
export class WorkspaceNotFound extends AppError {
    constructor(slug) {
        super(`There is no workspace ${slug}.`);
        this.code = 'NOT_FOUND';
        this.kind = 'not_found';
    }
}
export class SlugTaken extends AppError {
    constructor(slug) {
        super(`There is a workspace ${slug} already.`);
        this.code = 'VALIDATION_ERROR';
        this.kind = 'conflict';
    }
}
export class KeyNotFound extends AppError {
    constructor(id) {
        super(`There is no key ${id}.`);
        this.code = 'NOT_FOUND';
        this.kind = 'not_found';
    }
}
//# sourceMappingURL=workspaces.errors.js.map