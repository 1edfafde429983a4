/** Tells the person at the terminal; standard output is for the log and the banner. */
export function say(sentence) {
    process.stderr.write(`${sentence}\n`);
}
/** A sentence with a percentage: it counts up in place on a terminal, and in four lines elsewhere. */
export function sayPercent(sentence) {
    let told = -1;
    return (share) => {
        const step = process.stderr.isTTY ? 1 : 25;
        const percent = Math.floor((share * 100) / step) * step;
        if (percent === told)
            return;
        told = percent;
        const text = `${sentence} ${String(percent)} %`;
        if (!process.stderr.isTTY)
            say(text);
        else
            process.stderr.write(`\r${text}${percent === 100 ? '\n' : ''}`);
    };
}
//# sourceMappingURL=say.js.map