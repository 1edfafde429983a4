import { Database, DatabaseUnavailable, Statement, isTimeout, type Value } from '@app/platform';
import { AnalyticsStore, Select, type Pause, type Question, type Run } from '../analytics-store.js';
import { AnalyticsFailed, AnalyticsUnavailable } from '../analytics.errors.js';

const ONE = new Select<{ one: number }>('one', { postgres: 'select 1 as one' });
const PING_TIMEOUT_MS = 1_000;

class TimeIsUp extends Error {}

/** How long a fold may keep everybody else of this process waiting. */
const TURN_MS = 10;

function pauseUntil(deadline: number): Pause {
  let turnEnds = performance.now() + TURN_MS;
  return () => {
    const now = performance.now();
    if (now < turnEnds) return undefined;
    if (now >= deadline) throw new TimeIsUp();
    return new Promise((resolve) => {
      setImmediate(() => {
        turnEnds = performance.now() + TURN_MS;
        resolve();
      });
    });
  };
}

/** Answers from the tables that the service writes: one read-only view of them a question. */
export class PostgresStore extends AnalyticsStore {
  constructor(
    private readonly database: Database,
    /** For a whole question: the wait for a connection and all of its statements. */
    private readonly timeoutMs: number,
  ) {
    super();
  }

  async ask<Params, Answer>(question: Question<Params, Answer>, params: Params): Promise<Answer> {
    try {
      return await this.within(this.timeoutMs, (run, pause) => question.answer(run, params, pause));
    } catch (error) {
      if (error instanceof AnalyticsUnavailable) throw error;
      if (error instanceof DatabaseUnavailable) {
        throw new AnalyticsUnavailable('The analytics backend is out of reach; try again.', error);
      }
      if (error instanceof TimeIsUp || isTimeout(error)) {
        throw new AnalyticsUnavailable('The analytics backend took too long; try again.', error);
      }
      throw new AnalyticsFailed(question.name, error);
    }
  }

  async ping(): Promise<boolean> {
    try {
      await this.within(Math.min(PING_TIMEOUT_MS, this.timeoutMs), (run) => run(ONE, []));
      return true;
    } catch {
      return false;
    }
  }

  /**
   * The snapshot bounds its statements; the timer also bounds the wait for a connection, which
   * can take longer than a question may.
   */
  private async within<T>(
    timeoutMs: number,
    work: (run: Run, pause: Pause) => Promise<T>,
  ): Promise<T> {
    const pause = pauseUntil(performance.now() + timeoutMs);
    const snapshot = this.database.snapshot(timeoutMs, (transaction) =>
      work(
        <Row>({ name, sql }: Select<Row>, values: Value[]) =>
          transaction.rows(new Statement<Row>(`analytics.${name}`, sql.postgres), values),
        pause,
      ),
    );
    let timer: NodeJS.Timeout | undefined;
    const timeIsUp = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new TimeIsUp());
      }, timeoutMs);
    });
    try {
      return await Promise.race([snapshot, timeIsUp]);
    } finally {
      clearTimeout(timer);
    }
  }
}
