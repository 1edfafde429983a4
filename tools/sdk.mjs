// What the SDK takes from the OpenAPI document: its types, and its version.
import openapiTS, { astToString } from 'openapi-typescript';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';

const SCHEMA = 'libs/sdk/src/schema.ts';
const PACKAGE = 'libs/sdk/package.json';

const inRoot = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const read = (name) => readFileSync(inRoot(name), 'utf8');

/** The generated files of libs/sdk, by their name. */
export async function sdkFiles(document) {
  return {
    [SCHEMA]: await schemaOf(document),
    [PACKAGE]: packageOf(document),
    // npm packs no file from outside of the package.
    'libs/sdk/LICENSE': read('LICENSE'),
  };
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
  const style = await prettier.resolveConfig(inRoot(SCHEMA));
  return prettier.format(source, { ...style, parser: 'typescript' });
}

/** The package's version is the document's; nothing else in it is generated. */
function packageOf({ info }) {
  return read(PACKAGE).replace(/^( {2}"version": )"[^"]*"/m, `$1"${info.version}"`);
}
