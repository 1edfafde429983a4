import type { Calls } from './calls.js';
import type { WriteOptions } from './options.js';
import type { ItemResult, TrackBatch } from './schema.js';

/** The body of an item's own route, plus its `type`. */
export type BatchItem = TrackBatch['events'][number];

type Items = Iterable<BatchItem> | AsyncIterable<BatchItem>;

const MAX_ITEMS = 1_000;
const MAX_BYTES = 5 * 1024 * 1024;
const FRAME_BYTES = '{"events":[]}'.length;

/** A request's items, and its body as it is measured and sent. */
interface Part {
  items: BatchItem[];
  body: string;
}

/**
 * A batch on its way. It is sent once: when it is awaited, which gives all results, or as it is
 * looped over, which gives each result when its request has been answered. `index` counts through
 * the whole batch.
 */
export class Batch implements AsyncIterable<ItemResult>, PromiseLike<ItemResult[]> {
  readonly #results: AsyncGenerator<ItemResult, void, undefined>;
  #all: Promise<ItemResult[]> | undefined;

  constructor(calls: Calls, items: Items, options: WriteOptions) {
    this.#results = resultsOf(calls, items, options);
  }

  [Symbol.asyncIterator](): AsyncGenerator<ItemResult, void, undefined> {
    return this.#results;
  }

  // Without it, the plain `await track.batch(items)` would send nothing, and say nothing either.
  then<Fulfilled = ItemResult[], Rejected = never>(
    onFulfilled?: ((results: ItemResult[]) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    this.#all ??= collected(this.#results);
    return this.#all.then(onFulfilled, onRejected);
  }
}

async function collected(results: AsyncIterable<ItemResult>): Promise<ItemResult[]> {
  const all: ItemResult[] = [];
  for await (const result of results) all.push(result);
  return all;
}

async function* resultsOf(
  calls: Calls,
  items: Items,
  { idempotencyKey, ...options }: WriteOptions,
): AsyncGenerator<ItemResult, void, undefined> {
  let sent = 0;
  let requests = 0;
  for await (const { items: events, body } of partsOf(items)) {
    const key = idempotencyKey === undefined ? undefined : `${idempotencyKey}:${requests}`;
    const { data } = await calls.write({ ...options, idempotencyKey: key }, (api, init) =>
      api.POST('/track/batch', { body: { events }, bodySerializer: () => body, ...init }),
    );
    for (const result of data.results) yield { ...result, index: sent + result.index };
    sent += events.length;
    requests += 1;
  }
}

async function* partsOf(items: Items): AsyncGenerator<Part, void, undefined> {
  const encoder = new TextEncoder();
  let part: BatchItem[] = [];
  let texts: string[] = [];
  let bytes = FRAME_BYTES;
  const cut = (): Part => {
    const made = { items: part, body: `{"events":[${texts.join(',')}]}` };
    [part, texts, bytes] = [[], [], FRAME_BYTES];
    return made;
  };
  for await (const item of items) {
    const text = JSON.stringify(item);
    const size = encoder.encode(text).length + ','.length;
    if (part.length === MAX_ITEMS || (part.length > 0 && bytes + size >= MAX_BYTES)) yield cut();
    part.push(item);
    texts.push(text);
    bytes += size;
  }
  if (part.length > 0) yield cut();
}
