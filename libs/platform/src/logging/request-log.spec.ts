import { createLogger } from './logger.js';
import { requestLog, type ServedRequest } from './request-log.js';

function linesOf(level: string, served: ServedRequest): string[] {
  const lines: string[] = [];
  const logger = createLogger(level, { write: (line) => lines.push(line) });
  requestLog(logger)(served);
  logger.info({ ...served, durationMs: Math.round(served.durationMs * 10) / 10 });
  return lines.map((line) => line.replace(/"time":"[^"]+"/, '"time":""'));
}

const served: ServedRequest = {
  requestId: 'req_1',
  workspace: 'ws_1',
  method: 'GET',
  route: '/customers/:id',
  status: 200,
  durationMs: 12.3456,
};

describe('the line of a request', () => {
  it.each([
    served,
    { ...served, workspace: undefined, route: null, status: 404, durationMs: 0 },
    { ...served, requestId: '"quoted\\"', route: '/\u00e9"' },
  ])('is what the logger would write: %j', (request) => {
    const [line, expected] = linesOf('info', request);
    expect(line).toBe(expected);
    expect(JSON.parse(line ?? '')).toMatchObject({ requestId: request.requestId });
  });

  it('is left out above its level', () => {
    expect(linesOf('warn', served)).toEqual([]);
  });
});
