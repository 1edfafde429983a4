import { SingleBar } from 'cli-progress';
import { cursorTo, clearLine } from 'node:readline';
import { counted, grouped } from './output.js';
const LINE_EVERY_MS = 5_000;
/** How far a command has come: a bar for a person, otherwise a line now and then. */
export class Progress {
    constructor(output, 
    /** What is counted, in the singular. */
    noun) {
        this.output = output;
        this.noun = noun;
        this.startedAt = performance.now();
        this.saidAt = performance.now();
    }
    at(count, share) {
        const perSecond = Math.round((count * 1_000) / (performance.now() - this.startedAt));
        if (this.output.terminal && share.of) {
            this.bar ??= this.startBar(this.output.terminal, share.of);
            this.bar.update(Math.min(share.part, share.of), {
                done: counted(count, this.noun),
                speed: `${grouped(perSecond)}/s`,
            });
            return;
        }
        if (performance.now() - this.saidAt < LINE_EVERY_MS)
            return;
        this.saidAt = performance.now();
        const percent = share.of ? `, ${String(Math.floor((share.part * 100) / share.of))} %` : '';
        this.output.say(`${counted(count, this.noun)}${percent}, ${grouped(perSecond)}/s`);
    }
    /** A line of its own; a bar goes on below it. */
    say(sentence) {
        const { terminal } = this.output;
        if (this.bar && terminal) {
            cursorTo(terminal, 0);
            clearLine(terminal, 0);
        }
        this.output.say(sentence);
    }
    stop() {
        this.bar?.stop();
        this.bar = undefined;
    }
    startBar(stream, total) {
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
//# sourceMappingURL=progress.js.map