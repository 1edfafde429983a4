import { Registry, type Metric } from 'prom-client';
import type { ServedRequest } from '../logging/request-log.js';
import { RequestDurations } from './request-durations.js';

const served = (durationMs: number, more: Partial<ServedRequest> = {}): ServedRequest => ({
  requestId: 'req_1',
  workspace: 'ws_1',
  method: 'GET',
  route: '/customers/:id',
  status: 200,
  durationMs,
  ...more,
});

async function printed(requests: ServedRequest[]): Promise<string[]> {
  const durations = new RequestDurations();
  for (const request of requests) durations.add(request);
  const registry = new Registry();
  registry.registerMetric(durations as unknown as Metric);
  return (await registry.metrics()).split('\n');
}

describe('the histogram of requests', () => {
  it('counts each request in its bound and all above it', async () => {
    const lines = await printed([served(0.5), served(1), served(30), served(60_000)]);
    const at = (le: string): string | undefined =>
      lines
        .find((line) => line.includes(`le="${le}"`))
        ?.split(' ')
        .at(-1);
    expect(['0.001', '0.025', '0.05', '10', '+Inf'].map(at)).toEqual(['2', '2', '3', '3', '4']);
    expect(lines).toContain('# TYPE http_request_duration_seconds histogram');
    const labels = '{method="GET",route="/customers/:id",status="200"}';
    expect(lines).toContain(`http_request_duration_seconds_count${labels} 4`);
    expect(lines).toContain(`http_request_duration_seconds_sum${labels} 60.0315`);
  });

  it('keeps methods, routes and statuses apart', async () => {
    const lines = await printed([
      served(1),
      served(1, { status: 404 }),
      served(1, { method: 'PATCH' }),
      served(1, { route: null, status: 404 }),
    ]);
    expect(lines.filter((line) => line.includes('_count{'))).toHaveLength(4);
  });
});
