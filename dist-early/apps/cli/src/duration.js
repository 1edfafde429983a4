const UNITS = {
    s: 1_000,
    m: 60_000,
    h: 3_600_000,
    d: 86_400_000,
    w: 604_800_000,
};
const MAX_MS = 36_500 * 86_400_000;
/** Milliseconds of `0`, `30m`, `24h` or `7d`, up to 100 years; undefined for any other text. */
export function parseDuration(text) {
    const [, digits = '', unit = ''] = /^(\d{1,12})([smhdw]?)$/.exec(text) ?? [];
    if (digits === '')
        return undefined;
    const ms = Number(digits) * (UNITS[unit] ?? (Number(digits) === 0 ? 0 : NaN));
    return ms <= MAX_MS ? ms : undefined;
}
//# sourceMappingURL=duration.js.map