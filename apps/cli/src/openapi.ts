import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './project.js';
import { JSON_OPTION, type Shell } from './shell.js';

export function addOpenApiCommand(program: Command, shell: Shell): void {
  program
    .command('openapi')
    .description('print the OpenAPI 3.1 document of the API')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      `
The document is JSON, with and without --json, and needs no database.

Example:
  $ npm run -s cli -- openapi > openapi.json`,
    )
    .action(() => {
      const file = path.join(projectFolder(), 'docs/openapi.json');
      shell.output.answer(readFileSync(file, 'utf8').trimEnd());
    });
}
