import { AnalyticsStore, type Question } from '@app/analytics';
import type { TestApp } from './start-app.js';

/** The app's analytics store: which questions reach it, and a gate that holds their answers back. */
export class WatchedStore {
  readonly asked: string[] = [];
  /** How many answers have been found, also those that are held back. */
  found = 0;
  private gate: Promise<void> = Promise.resolve();
  private open: () => void = () => undefined;
  private failure: Error | undefined;

  constructor({ nest }: TestApp) {
    const store: AnalyticsStore = nest.get(AnalyticsStore);
    const ask = store.ask.bind(store);
    store.ask = async <P, A>(question: Question<P, A>, params: P): Promise<A> => {
      this.asked.push(question.name);
      const { gate, failure } = this;
      this.failure = undefined;
      if (failure) throw failure;
      const answer = await ask(question, params);
      this.found += 1;
      await gate;
      return answer;
    };
  }

  /** Answers stay away until the gate is opened again. */
  close(): () => void {
    this.gate = new Promise((resolve) => {
      this.open = resolve;
    });
    return this.open;
  }

  failOnce(failure: Error): void {
    this.failure = failure;
  }

  /** Once so many questions have come in. */
  async until(count: number): Promise<void> {
    while (this.asked.length < count) await new Promise((resolve) => setTimeout(resolve, 2));
  }

  /** Once so many answers have been found: what is written from now on is not in them. */
  async untilFound(count: number): Promise<void> {
    while (this.found < count) await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
