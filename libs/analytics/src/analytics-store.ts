import type { Value } from '@app/platform';

/** One statement of a question: its SQL for each store, and the type of a row of its answer. */
export class Select<Row> {
  /** Only a type: what one row of the answer is. */
  declare readonly row: Row;

  constructor(
    readonly name: string,
    readonly sql: { readonly postgres: string },
  ) {}
}

/** Runs one statement with bound values on the store's one view of the events. */
export type Run = <Row>(select: Select<Row>, values: Value[]) => Promise<Row[]>;

/**
 * Called now and then by a fold that takes long: it lets others run when it is time to, and throws
 * when the question has taken too long.
 */
export type Pause = () => Promise<void> | undefined;

/** A question to an analytics store: its SQL lives with it, the store only runs it. */
export interface Question<Params, Answer> {
  readonly name: string;
  /** Asks in as few statements as it takes, and folds the rows; the fold knows no SQL dialect. */
  readonly answer: (run: Run, params: Params, pause?: Pause) => Promise<Answer>;
}

/** The one port of the analytics: a store that can be asked. */
export abstract class AnalyticsStore {
  /**
   * Throws `AnalyticsUnavailable` (503) when the store is off, out of reach or too slow, and
   * `AnalyticsFailed` (500) when it fails to run the question.
   */
  abstract ask<Params, Answer>(question: Question<Params, Answer>, params: Params): Promise<Answer>;

  /** Whether the store answers. */
  abstract ping(): Promise<boolean>;
}
