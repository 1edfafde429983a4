import { Health } from './health.js';

describe('Health', () => {
  let said: string[];
  let health: Health;

  beforeEach(() => {
    jest.useFakeTimers();
    said = [];
    health = new Health(
      (error) => said.push(`lost ${String(error)}`),
      () => said.push('back'),
    );
  });

  afterEach(() => jest.useRealTimers());

  it('says a loss once and a recovery once, and nothing of a good start', () => {
    health.works();
    for (let i = 0; i < 5; i += 1) health.fails('a');
    jest.advanceTimersByTime(500);
    for (let i = 0; i < 5; i += 1) health.works();
    expect([said, health.isUp]).toEqual([['lost a', 'back'], true]);
  });

  it('says a bad start', () => {
    health.fails('a');
    health.works();
    expect(said).toEqual(['lost a', 'back']);
  });

  it('is up again at the first look after a steady time', () => {
    health.works();
    jest.advanceTimersByTime(60_000);
    health.fails('a');
    health.works();
    expect(health.isUp).toBe(true);
  });

  it('leaves alone for longer what comes and goes, up to 5 seconds', () => {
    const rests: number[] = [];
    health.works();
    for (let i = 0; i < 6; i += 1) {
      health.fails('a');
      let rest = 0;
      health.works();
      while (!health.isUp) {
        jest.advanceTimersByTime(100);
        rest += 100;
        health.works();
      }
      rests.push(rest);
    }
    expect(rests).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000]);
  });
});
