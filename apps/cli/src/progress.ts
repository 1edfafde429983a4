import { SingleBar } from 'cli-progress';
import { cursorTo, clearLine } from 'node:readline';
import { counted, grouped, type Output } from './output.js';

const LINE_EVERY_MS = 5_000;

/** How much of the whole is done, in whatever unit the whole is known. */
export interface Share {
  part: number;
  of: number | undefined;
}

/** How far a command has come: a bar for a person, otherwise a line now and then. */
export class Progress {
  private readonly startedAt = performance.now();
  private bar: SingleBar | undefined;
  private saidAt = performance.now();

  constructor(
    private readonly output: Output,
    /** What is counted, in the singular. */
    private readonly noun: string,
  ) {}

  at(count: number, share: Share): void {
    const perSecond = Math.round((count * 1_000) / (performance.now() - this.startedAt));
    if (this.output.terminal && share.of) {
      this.bar ??= this.startBar(this.output.terminal, share.of);
      this.bar.update(Math.min(share.part, share.of), {
        done: counted(count, this.noun),
        speed: `${grouped(perSecond)}/s`,
      });
      return;
    }
    if (performance.now() - this.saidAt < LINE_EVERY_MS) return;
    this.saidAt = performance.now();
    const percent = share.of ? `, ${String(Math.floor((share.part * 100) / share.of))} %` : '';
    this.output.say(`${counted(count, this.noun)}${percent}, ${grouped(perSecond)}/s`);
  }

  /** A line of its own; a bar goes on below it. */
  say(sentence: string): void {
    const { terminal } = this.output;
    if (this.bar && terminal) {
      cursorTo(terminal, 0);
      clearLine(terminal, 0);
    }
    this.output.say(sentence);
  }

  stop(): void {
    this.bar?.stop();
    this.bar = undefined;
  }

  private startBar(stream: NodeJS.WriteStream, total: number): SingleBar {
    const bar = new SingleBar({
      format: '{bar} {percentage} % | {done} | {speed} | {eta_formatted} left',
      barCompleteChar: '█',
      barIncompleteChar: '░',
      barsize: 30,
      stream,
      // Its own handler of Ctrl-C would keep the process from ending.
      gracefulExit: false,
    });
    bar.start(total, 0, { done: counted(0, this.noun), speed: '' });
    return bar;
  }
}
