let lastTime = NaN;
let lastText = '';

/** A line's time as pino wants it, made once a millisecond: there are many lines in one. */
export function timestamp(): string {
  const time = Date.now();
  if (time !== lastTime) {
    lastTime = time;
    lastText = `,"time":"${new Date(time).toISOString()}"`;
  }
  return lastText;
}
