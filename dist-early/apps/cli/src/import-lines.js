import { grouped } from './output.js';
import { readLines } from './read-lines.js';
/** As long as one body may be over HTTP. */
const MAX_LINE_BYTES = 1024 * 1024;
/** So that a batch of long lines does not take a gigabyte. */
const MAX_BATCH_BYTES = 4 * MAX_LINE_BYTES;
const MAX_KEPT = 1_000;
/**
 * Imports the lines of a stream, batch after batch in their order: of equal orders the first wins,
 * and a refund needs its sale before it.
 */
export class LineImport {
    constructor(steps) {
        this.steps = steps;
        this.summary = {
            lines: 0,
            created: 0,
            updated: 0,
            duplicates: 0,
            errors: 0,
            badLines: [],
        };
        /** All lines up to this one are done with. */
        this.lastLine = 0;
        this.batch = [];
        this.batchBytes = 0;
        this.bytes = 0;
        this.lastRead = 0;
    }
    /** Answers whether all of the stream has been read. */
    async run(stream) {
        const { batchSize, signal } = this.steps;
        for await (const lines of readLines(stream, MAX_LINE_BYTES)) {
            for (const line of lines) {
                if (signal.aborted)
                    return false;
                this.add(line);
                if (this.batch.length >= batchSize || this.batchBytes >= MAX_BATCH_BYTES) {
                    await this.flush();
                }
            }
        }
        if (signal.aborted)
            return false;
        await this.flush();
        return true;
    }
    add({ number, bytes }) {
        this.lastRead = number;
        this.bytes += (bytes?.length ?? MAX_LINE_BYTES) + 1;
        this.batchBytes += bytes?.length ?? 0;
        try {
            if (!bytes)
                throw new Error(`is longer than ${grouped(MAX_LINE_BYTES)} bytes`);
            const item = this.steps.read(bytes);
            if (item !== undefined)
                this.batch.push({ line: number, item });
        }
        catch (error) {
            this.batch.push({ line: number, fault: faultOf(error) });
        }
    }
    async flush() {
        const batch = this.batch;
        this.batch = [];
        this.batchBytes = 0;
        const events = batch.flatMap((read) => ('item' in read ? [read.item] : []));
        const results = (events.length > 0 ? await this.steps.track(events) : []).values();
        for (const read of batch) {
            this.summary.lines += 1;
            if ('fault' in read)
                this.refuse(read.line, read.fault);
            else
                this.count(read.line, results.next().value);
        }
        this.lastLine = this.lastRead;
        this.steps.onProgress(this.summary, this.bytes);
    }
    count(line, result) {
        if (result?.status === 'created')
            this.summary.created += 1;
        else if (result?.status === 'updated')
            this.summary.updated += 1;
        else if (result?.status === 'duplicate')
            this.summary.duplicates += 1;
        else
            this.refuse(line, result?.error?.message ?? 'was refused');
    }
    refuse(line, message) {
        const bad = { line, message };
        this.summary.errors += 1;
        if (this.summary.badLines.length < MAX_KEPT)
            this.summary.badLines.push(bad);
        this.steps.onBadLine(bad);
    }
}
const faultOf = (error) => error instanceof Error ? error.message : String(error);
//# sourceMappingURL=import-lines.js.map