import { stat } from 'node:fs/promises';
import { inTime } from './in-time.js';

const beBusy = (ms: number): void => {
  for (const end = performance.now() + ms; performance.now() < end;);
};

describe('inTime', () => {
  it('does not wait for what does not come', async () => {
    await expect(inTime(new Promise(() => undefined), 5)).rejects.toThrow('no answer within 5 ms');
  });

  it('hands on answers and failures', async () => {
    expect(await inTime(Promise.resolve(7), 5)).toBe(7);
    await expect(inTime(Promise.reject(new Error('no')), 5)).rejects.toThrow('no');
  });

  it('reads what has arrived while this process was busy itself', async () => {
    const answer = inTime(stat('.'), 5);
    beBusy(50);
    expect((await answer).isDirectory()).toBe(true);
  });
});
