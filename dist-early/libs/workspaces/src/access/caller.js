import { createParamDecorator } from '@nestjs/common';
/** The caller's workspace, as an argument of a controller's method. */
export const CurrentWorkspace = createParamDecorator((_data, context) => {
    const { caller } = context.switchToHttp().getRequest();
    if (!caller)
        throw new Error('A route without @Access has no workspace');
    return caller.workspace;
});
//# sourceMappingURL=caller.js.map