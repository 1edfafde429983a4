import { readFileSync } from 'node:fs';
import { operations } from '../support/documented-calls.js';

const SOURCES: Record<string, string> = {
  customers: 'libs/sdk/src/client.ts',
  track: 'libs/sdk/src/track.ts',
  conversions: 'libs/sdk/src/conversions.ts',
};

/** Nothing that a caller of the SDK sees. */
const STATUS = / \(20[01]\)/g;

const IN_OTHER_WORDS: Record<string, string> = {
  // The SDK lifts the limits that a request has.
  'track.batch': 'Apply any number of events in order, each on its own;',
};

/** The text of a method's docstring, in one line. */
function docstringOf(source: string, method: string): string | undefined {
  const docstring = new RegExp(
    String.raw`/\*\*((?:(?!\*/)[\s\S])*)\*/\s+(?:async )?${method}\(`,
  ).exec(source)?.[1];
  return docstring?.replaceAll(/\s*\n?\s+\*?\s*/g, ' ').trim();
}

describe('a method of the SDK', () => {
  const ids = operations
    .filter(({ operation }) => !operation.operationId.startsWith('health.'))
    .map(({ operation }) => [operation.operationId, operation.summary] as const);

  it.each(ids)('%s is there, and says first what the API says of it', (id, summary) => {
    const [group = '', method = ''] = id.split('.');
    const source = readFileSync(SOURCES[group] ?? '', 'utf8');
    const sentence = IN_OTHER_WORDS[id] ?? `${summary.replaceAll(STATUS, '')}.`;
    expect(docstringOf(source, method)?.slice(0, sentence.length)).toBe(sentence);
  });
});
