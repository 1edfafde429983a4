import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LineBuffer } from './standard-output.js';

describe('log lines', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lines-'));
  const file = path.join(folder, 'log');
  const descriptor = openSync(file, 'w');
  const buffer = new LineBuffer(descriptor);
  const written = (): string => readFileSync(file, 'utf8');

  afterAll(() => {
    closeSync(descriptor);
    rmSync(folder, { recursive: true });
  });

  it('are written together, soon after the first', async () => {
    buffer.write('one é\n');
    buffer.write('two\n');
    expect(written()).toBe('');
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(written()).toBe('one é\ntwo\n');
  });

  it('are written at once when they are many, or when somebody wants them to be', () => {
    const many = `${'x'.repeat(20_000)}\n`;
    buffer.write(many);
    expect(written()).toBe(`one é\ntwo\n${many}`);
    buffer.write('last\n');
    buffer.flushSync();
    expect(written().endsWith('last\n')).toBe(true);
  });

  it('end quietly when nobody reads them any more', () => {
    const gone = openSync(file, 'r');
    const unread = new LineBuffer(gone);
    unread.write('lost\n');
    expect(() => {
      unread.flushSync();
    }).not.toThrow();
    closeSync(gone);
  });
});
