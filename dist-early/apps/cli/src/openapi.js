import { JSON_OPTION } from './shell.js';
export function addOpenApiCommand(program, shell) {
    program
        .command('openapi')
        .description('print the OpenAPI 3.1 document of the API')
        .option(...JSON_OPTION)
        .addHelpText('after', `
The document is JSON, with and without --json, and needs no database.

Example:
  $ npm run -s cli -- openapi > openapi.json`)
        .action(async () => {
        const { Env, readOpenApi } = await import('./openapi-document.js');
        const { API_PREFIX } = Env.read(shell.environment);
        shell.output.answer(JSON.stringify(readOpenApi(API_PREFIX), null, 2));
    });
}
//# sourceMappingURL=openapi.js.map