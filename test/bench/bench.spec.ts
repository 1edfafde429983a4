import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { holds, atLeast, atMost, type Result } from '../../bench/figure.js';
import { alternate, alternateUneven } from '../../bench/measure/alternate.js';
import { rateSummaryOf, readable, summaryOf } from '../../bench/measure/samples.js';
import { decades, plot } from '../../bench/report/plot.js';
import { shortfallOf, tableOf } from '../../bench/report/table.js';
import { build } from '../support/run-service.js';

const nothing = { median: 1, p95: 2, count: 3 };

const aResult = (ratio: number, bar = atLeast(100)): Result => ({
  figure: 'questions/cohorts',
  ratio,
  bar,
  baselineIs: 'plain SQL',
  holds: holds(ratio, bar),
  unit: 'ms',
  service: nothing,
  baseline: nothing,
});

describe('the arithmetic of the bench', () => {
  it('takes the middle of an odd number and the mean of the two middles of an even one', () => {
    expect(summaryOf([9, 1, 5]).median).toBe(5);
    expect(summaryOf([9, 1, 5, 7]).median).toBe(6);
  });

  it('takes a p95 that one value in twenty exceeds', () => {
    const values = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(summaryOf(values)).toEqual({ median: 50.5, p95: 96, count: 100 });
  });

  it('takes of rates the one that all but one in twenty reach', () => {
    const rates = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(rateSummaryOf(rates)).toEqual({ median: 50.5, p95: 5, count: 100 });
  });

  it('writes three digits that mean something', () => {
    expect([0.012345, 3.14159, 1234.5, NaN].map(readable)).toEqual([
      '0.0123',
      '3.14',
      '1,235',
      '–',
    ]);
  });

  it('says by how much a bar is missed, in either direction', () => {
    expect(shortfallOf(aResult(50))).toBe('misses by 2×');
    expect(shortfallOf(aResult(6, atMost(2)))).toBe('misses by 3×');
    expect(shortfallOf(aResult(100))).toBe('');
  });

  it('runs both sides in every round, in turning order', async () => {
    let order = '';
    const side = (name: string) => (): Promise<void> => {
      order += name;
      return Promise.resolve();
    };
    const sides = [side('a'), side('b')];
    const [a, b] = await alternate(sides, { atLeast: 4, atMost: 4, seconds: 60 });
    expect(order).toBe('ababbaabba');
    expect([a?.count, b?.count]).toEqual([4, 4]);
  });

  it('repeats the quick side more often than the slow one', async () => {
    let [slowly, quickly] = [0, 0];
    const { slow, quick } = await alternateUneven(
      () => Promise.resolve((slowly += 1)),
      () => Promise.resolve((quickly += 1)),
      10,
      { atLeast: 3, atMost: 3, seconds: 60 },
    );
    expect([slow.count, quick.count]).toEqual([3, 30]);
    expect(slowly).toBe(4);
    expect(quickly).toBe(40);
  });
});

describe('the report of the bench', () => {
  it('lines its columns up', () => {
    const lines = tableOf([aResult(120), aResult(7)]).split('\n');
    expect(lines[0]).toMatch(/^figure +ratio +bar/);
    expect(lines[1]).toMatch(/^questions\/cohorts +120 +≥ 100 +holds/);
    expect(lines[2]).toMatch(/^questions\/cohorts +7 +≥ 100 +misses by 14.3×/);
  });

  it('ticks its axes at powers of ten around all values', () => {
    expect(decades([3, 250])).toEqual([1, 10, 100, 1_000]);
    expect(decades([10])).toEqual([10, 100]);
  });

  it('draws a line and a key for each series, and no markup of theirs', () => {
    const svg = plot('Growth', { x: 'customers', y: 'ms' }, [
      {
        name: 'a < b',
        points: [
          { x: 1_000, y: 2 },
          { x: 10_000, y: 3 },
        ],
      },
    ]);
    expect(svg).toContain('a &lt; b');
    expect(svg.match(/<circle/g)).toHaveLength(2);
  });
});

describe('npm run bench', () => {
  it('fills a database, measures one figure and prints it as JSON', async () => {
    build();
    const args = ['dist/bench/main.js', 'lists/count', '--customers', '200', '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const list = JSON.parse(stdout) as Record<string, unknown>[];
    expect(list).toEqual([
      expect.objectContaining({
        figure: 'lists/count',
        ratio: expect.any(Number) as number,
        bar: 2,
        bound: 'at most',
        holds: expect.any(Boolean) as boolean,
      }),
    ]);
  }, 120_000);
});
