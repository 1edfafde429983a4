const LINE_FEED = 0x0a;
/**
 * The lines of a stream, those of a chunk together. Holds one chunk and one line of at most
 * `maxBytes`, however long a line goes on.
 */
export async function* readLines(stream, maxBytes) {
    let number = 1;
    let begun = [];
    let length = 0;
    const add = (part) => {
        length += part.length;
        if (length <= maxBytes)
            begun.push(part);
        else
            begun = [];
    };
    const end = () => {
        const line = { number, bytes: length > maxBytes ? undefined : Buffer.concat(begun) };
        number += 1;
        begun = [];
        length = 0;
        return line;
    };
    for await (const chunk of stream) {
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        const lines = [];
        let start = 0;
        for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, start)) {
            add(bytes.subarray(start, at));
            lines.push(end());
            start = at + 1;
        }
        add(bytes.subarray(start));
        yield lines;
    }
    if (length > 0)
        yield [end()];
}
//# sourceMappingURL=read-lines.js.map