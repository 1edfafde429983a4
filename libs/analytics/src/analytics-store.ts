/** A question to an analytics store: its SQL lives with it, the store only runs it. */
export interface Question<Params, Answer> {
  readonly name: string;
  /** Asks in as few statements as it takes, on one consistent view, and folds the rows. */
  readonly answer: (run: Run, params: Params) => Promise<Answer>;
}

/** Runs one SQL text with bound values inside the store's transaction. */
export type Run = <Row>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

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
