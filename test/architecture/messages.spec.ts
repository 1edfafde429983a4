import { declaredPatterns, declaredRoutes, type DeclaredPattern } from '../support/routes.js';
import { patternOf } from '../support/sample-messages.js';
import { TestApp } from '../support/start-app.js';

/** SPEC section 9. */
const PATTERNS = [
  'customers.list',
  'customers.count',
  'customers.get',
  'customers.upsert',
  'customers.update',
  'customers.delete',
  'customers.recalculate-ltv',
  'customers.cohorts',
  'customers.ltv-cohorts',
  'customers.journey',
  'customers.attribution',
  'track.click',
  'track.lead',
  'track.sale',
  'track.refund',
  'track.custom',
  'track.batch',
  'conversions.list',
  'conversions.get',
  'conversions.update',
];

/** The commands and queries that a method makes: a controller's one line makes one. */
const madeBy = (handler: () => unknown): string[] =>
  [...handler.toString().matchAll(/new (?:\w+\.)?(\w+)\(/g)].map(([, name = '']) => name);

const summaryOf = ({ pattern, access, handler }: Omit<DeclaredPattern, 'isPublic'>): object => ({
  pattern,
  access,
  makes: madeBy(handler),
});

const byPattern = (a: { pattern: string }, b: { pattern: string }): number =>
  a.pattern < b.pattern ? -1 : 1;

describe('message patterns', () => {
  let app: TestApp;
  let patterns: DeclaredPattern[];

  beforeAll(async () => {
    app = await TestApp.start();
    patterns = declaredPatterns(app).sort(byPattern);
  });

  afterAll(() => app.stop());

  it('are those of the contract', () => {
    expect(patterns.map(({ pattern }) => pattern)).toEqual([...PATTERNS].sort());
  });

  it('declare their access', () => {
    const open = patterns.filter(({ access, isPublic }) => !access || isPublic);
    expect(open).toEqual([]);
  });

  it('leave out the routes that stream a file, and these alone', () => {
    const streamed = declaredRoutes(app).filter(({ isStreamed }) => isStreamed);
    expect(streamed.map(({ operationId }) => operationId).sort()).toEqual([
      'clicks.export',
      'conversions.export',
      'customers.export',
    ]);
    expect(patterns.filter(({ pattern }) => pattern.endsWith('.export'))).toEqual([]);
  });

  it('reach what the routes reach and nothing else, under the same access', () => {
    const routes = declaredRoutes(app)
      .filter(({ isPublic, isStreamed }) => !isPublic && !isStreamed)
      .map(({ operationId, ...declared }) => ({ ...declared, pattern: patternOf(operationId) }))
      .sort(byPattern);
    expect(patterns.map(summaryOf)).toEqual(routes.map(summaryOf));
    for (const { handler } of patterns) expect(madeBy(handler)).toHaveLength(1);
  });
});
