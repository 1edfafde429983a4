import { readFileSync } from 'node:fs';
import { CustomersClient } from '../../libs/sdk/src/index.js';
import { operationNamed } from '../support/documented-calls.js';

const customers = new CustomersClient({ apiKey: 'ck_1', baseUrl: 'http://127.0.0.1' });

const groups = [
  ['customers', customers, 'libs/sdk/src/client.ts'],
  ['track', customers.track, 'libs/sdk/src/track.ts'],
  ['conversions', customers.conversions, 'libs/sdk/src/conversions.ts'],
] as const;

const methods = groups.flatMap(([group, object, file]) =>
  Object.getOwnPropertyNames(Object.getPrototypeOf(object))
    .filter((name) => name !== 'constructor')
    .map((name) => [`${group}.${name}`, name, file] as const),
);

/** Nothing that a caller of the SDK sees. */
const STATUS = / \(20[01]\)/g;

const IN_OTHER_WORDS: Record<string, string> = {
  // The SDK lifts the limits that a request has.
  'track.batch': 'Apply any number of events in order, each on its own;',
};

/** The text of a method's docstring, in one line. */
function docstringOf(file: string, method: string): string | undefined {
  const docstring = new RegExp(
    String.raw`/\*\*((?:(?!\*/)[\s\S])*)\*/\s+(?:async )?${method}\(`,
  ).exec(readFileSync(file, 'utf8'))?.[1];
  return docstring?.replaceAll(/\s*\n?\s+\*?\s*/g, ' ').trim();
}

describe('the SDK', () => {
  it.each(methods)('says first of %s what the API says of the operation', (id, method, file) => {
    const { summary } = operationNamed(id).operation;
    const sentence = IN_OTHER_WORDS[id] ?? `${summary.replaceAll(STATUS, '')}.`;
    expect(docstringOf(file, method)?.slice(0, sentence.length)).toBe(sentence);
  });
});
