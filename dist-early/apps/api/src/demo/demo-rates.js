import { DAY } from './demo-event.js';
import { Random } from './random.js';
const MEAN = 1.1;
/** Invented dollars for a euro, one rate a working day, from shortly before `start` to `end`. */
export function demoRates(start, end, seed) {
    const random = new Random(seed);
    const rates = [];
    let rate = MEAN;
    // The first days of the story may be a weekend.
    for (let at = start.getTime() - 7 * DAY; at <= end.getTime(); at += DAY) {
        rate += (MEAN - rate) * 0.01 + random.between(-0.007, 0.007);
        const day = new Date(at);
        if (day.getUTCDay() === 0 || day.getUTCDay() === 6)
            continue;
        rates.push({ currency: 'USD', day: day.toISOString().slice(0, 10), rate: rate.toFixed(4) });
    }
    return rates;
}
//# sourceMappingURL=demo-rates.js.map