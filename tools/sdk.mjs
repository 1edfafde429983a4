// What the SDK takes from the OpenAPI document: its types, and its version.
import openapiTS, { astToString } from 'openapi-typescript';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';

const SCHEMA = 'libs/sdk/src/schema.ts';
const PACKAGE = 'libs/sdk/package.json';

/** The generated files of libs/sdk, by their name. */
export async function sdkFiles(document) {
  return { [SCHEMA]: await schemaOf(document), [PACKAGE]: packageOf(document) };
}

async function schemaOf(document) {
  // A field with a default need not be given in a request.
  const types = astToString(await openapiTS(document, { defaultNonNullable: false }));
  const names = Object.keys(document.components.schemas).map(
    (name) => `export type ${name} = components['schemas']['${name}'];`,
  );
  const source = [
    '// Made from docs/openapi.json by `npm run sync`: do not edit.',
    types,
    ...names,
  ].join('\n');
  const style = await prettier.resolveConfig(
    fileURLToPath(new URL(`../${SCHEMA}`, import.meta.url)),
  );
  return prettier.format(source, { ...style, parser: 'typescript' });
}

/** The package's version is the document's; nothing else in it is generated. */
function packageOf({ info }) {
  const text = readFileSync(new URL(`../${PACKAGE}`, import.meta.url), 'utf8');
  return text.replace(/^( {2}"version": )"[^"]*"/m, `$1"${info.version}"`);
}
