import { WriterGate } from './writer-gate.js';

/** Work that runs until it is told to end, and a count of how much of it runs. */
class Work {
  running = 0;
  most = 0;
  private readonly ends: (() => void)[] = [];

  readonly run = async (): Promise<void> => {
    this.running += 1;
    this.most = Math.max(this.most, this.running);
    await new Promise<void>((resolve) => this.ends.push(resolve));
    this.running -= 1;
  };

  async endAll(): Promise<void> {
    const turn = async (): Promise<void> => {
      await new Promise((resolve) => setImmediate(resolve));
    };
    await turn();
    while (this.ends.length > 0) {
      this.ends.shift()?.();
      await turn();
    }
  }
}

describe('WriterGate', () => {
  it('lets no more writers of a workspace run than it is wide, and each of them in the end', async () => {
    const gate = new WriterGate(2, 10_000);
    const work = new Work();
    const all = Promise.all(Array.from({ length: 7 }, () => gate.pass('ws_1', work.run)));
    await work.endAll();
    await all;
    expect(work.most).toBe(2);
    expect(work.running).toBe(0);
  });

  it('keeps the workspaces apart', async () => {
    const gate = new WriterGate(1, 10_000);
    const work = new Work();
    const all = Promise.all(['ws_1', 'ws_2'].map((id) => gate.pass(id, work.run)));
    await work.endAll();
    await all;
    expect(work.most).toBe(2);
  });

  it('sends away who waits too long, and goes on with the others', async () => {
    const gate = new WriterGate(1, 20);
    const work = new Work();
    const first = gate.pass('ws_1', work.run);
    await expect(gate.pass('ws_1', work.run)).rejects.toThrow('try again');
    await work.endAll();
    await first;
    await expect(gate.pass('ws_1', () => Promise.resolve('done'))).resolves.toBe('done');
  });

  it('goes on after a writer that fails', async () => {
    const gate = new WriterGate(1, 10_000);
    const failing = gate.pass('ws_1', () => Promise.reject(new Error('broken')));
    const next = gate.pass('ws_1', () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('broken');
    await expect(next).resolves.toBe('done');
  });
});
