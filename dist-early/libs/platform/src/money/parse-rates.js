import { parse } from 'csv-parse/sync';
import { isDay } from '../time/calendar.js';
/** A file that is not what the European Central Bank publishes, with the line that shows it. */
class InvalidRates extends Error {
}
/**
 * Reads `Date,USD,JPY,…`: units of each currency for 1 EUR; `N/A` or nothing for none. Throws
 * `InvalidRates`.
 */
export function parseRates(csv) {
    let rows;
    try {
        rows = parse(csv, { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true });
    }
    catch (error) {
        throw new InvalidRates(error instanceof Error ? error.message : String(error));
    }
    const [header, ...lines] = rows;
    if (header?.[0]?.toLowerCase() !== 'date') {
        throw new InvalidRates('The first line must be Date,USD,JPY,…');
    }
    const currencies = header.slice(1);
    for (const currency of currencies) {
        if (currency !== '' && !/^[A-Z]{3}$/.test(currency)) {
            throw new InvalidRates(`${currency} in the first line is not a currency code`);
        }
        if (currency !== '' && currencies.indexOf(currency) !== currencies.lastIndexOf(currency)) {
            throw new InvalidRates(`${currency} is in the first line twice`);
        }
    }
    const days = new Set();
    return lines.flatMap(([day = '', ...values], index) => {
        if (!isDay(day))
            throw new InvalidRates(`Line ${String(index + 2)}: ${day} is not a day`);
        if (days.has(day))
            throw new InvalidRates(`Line ${String(index + 2)}: ${day} is there twice`);
        days.add(day);
        return currencies.flatMap((currency, column) => {
            const rate = values[column] ?? '';
            if (currency === '' || rate === '' || rate.toUpperCase() === 'N/A')
                return [];
            if (!/^\d{1,15}(\.\d{1,20})?$/.test(rate) || Number(rate) === 0) {
                throw new InvalidRates(`Line ${String(index + 2)}: ${rate} is not a rate of ${currency}`);
            }
            return [{ currency, day, rate }];
        });
    });
}
//# sourceMappingURL=parse-rates.js.map