import type { ServedRequest } from '../logging/request-log.js';

/** Upper bounds in milliseconds. */
const BOUNDS_MS = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000];
const NAME = 'http_request_duration_seconds';

/** Requests of one method, route and status. */
class Durations {
  /** How many ended within each bound, and behind the last one. */
  readonly counts = new Array<number>(BOUNDS_MS.length + 1).fill(0);
  sumMs = 0;

  add(durationMs: number): void {
    let i = 0;
    while (i < BOUNDS_MS.length && durationMs > (BOUNDS_MS[i] ?? Infinity)) i += 1;
    this.counts[i] = (this.counts[i] ?? 0) + 1;
    this.sumMs += durationMs;
  }
}

interface Sample {
  metricName: string;
  labels: Record<string, string | number>;
  value: number;
}

/**
 * The histogram of all requests. prom-client prints it; its own takes 1.7 µs a request to find out
 * which labels it was given, this 0.1 µs.
 */
export class RequestDurations {
  readonly name = NAME;
  readonly help = 'How long requests took, by method, route pattern and status.';
  readonly type = 'histogram';
  readonly aggregator = 'sum';
  private readonly byRoute = new Map<string | null, Map<string, Map<number, Durations>>>();

  add({ method, route, status, durationMs }: ServedRequest): void {
    let byMethod = this.byRoute.get(route);
    if (!byMethod) this.byRoute.set(route, (byMethod = new Map<string, Map<number, Durations>>()));
    let byStatus = byMethod.get(method);
    if (!byStatus) byMethod.set(method, (byStatus = new Map<number, Durations>()));
    let durations = byStatus.get(status);
    if (!durations) byStatus.set(status, (durations = new Durations()));
    durations.add(durationMs);
  }

  /** As a registry of prom-client asks for it. */
  get(): Promise<object> {
    const { name, help, type, aggregator } = this;
    return Promise.resolve({ name, help, type, aggregator, values: this.samples() });
  }

  private samples(): Sample[] {
    const samples: Sample[] = [];
    for (const [route, byMethod] of this.byRoute) {
      for (const [method, byStatus] of byMethod) {
        for (const [status, durations] of byStatus) {
          samples.push(...samplesOf({ method, route: route ?? '', status }, durations));
        }
      }
    }
    return samples;
  }
}

function samplesOf(labels: Sample['labels'], { counts, sumMs }: Durations): Sample[] {
  let total = 0;
  const buckets = counts.map((count, i): Sample => {
    total += count;
    const bound = BOUNDS_MS[i];
    const le = bound === undefined ? '+Inf' : bound / 1_000;
    return { metricName: `${NAME}_bucket`, labels: { ...labels, le }, value: total };
  });
  return [
    ...buckets,
    { metricName: `${NAME}_sum`, labels, value: sumMs / 1_000 },
    { metricName: `${NAME}_count`, labels, value: total },
  ];
}
