import { LocalCalendar, addMonths, dayNumberOf, dayOf, endOfDay, firstDayOfMonth, firstDayOfWeek, monthNumberOf, monthOf, startOfDay, startOfMonth, weekNumberOf, } from "../../libs/platform/src/index.js";
import { BIG_WORKSPACE, TIMEZONE } from '../fill/workspaces.js';
import { COHORTS_BY_ORIGIN, COHORTS_BY_PERIOD, COHORTS_EXTENT, COHORTS_RETENTION, } from '../plain-sql/cohorts.js';
import { LTV_COHORTS } from '../plain-sql/ltv-cohorts.js';
/** The request for a question. */
export function pathOf(asked) {
    const { question, groupBy, ...rest } = asked;
    const parameters = Object.entries(rest).map(([name, value]) => `&${name}=${value}`);
    return `/customers/${question}?group_by=${groupBy}${parameters.join('')}`;
}
/** Asks the events, with the statements that the service had for it before there were rollups. */
export async function askPlainly(client, asked) {
    await (asked.question === 'cohorts' ? askCohorts(client, asked) : askLtv(client, asked));
}
/** Named by its text, so that a connection parses it once, as the service's statements. */
const runOn = (client) => async (text, values) => (await client.query({ name: nameOf(text), text, values })).rows;
const names = new Map();
function nameOf(text) {
    const name = names.get(text) ?? `plain-${names.size}`;
    names.set(text, name);
    return name;
}
async function askCohorts(client, asked) {
    const run = runOn(client);
    const range = [
        BIG_WORKSPACE,
        asked.start ? startOfDay(asked.start, TIMEZONE) : '-infinity',
        asked.end ? endOfDay(asked.end, TIMEZONE) : 'infinity',
    ];
    if (asked.groupBy === 'campaign' || asked.groupBy === 'source') {
        await run(COHORTS_BY_ORIGIN[asked.groupBy], range);
        return;
    }
    const [extent] = await run(COHORTS_EXTENT, range);
    const starts = periodStarts(asked.groupBy, extent?.first ?? new Date(), new Date());
    await run(COHORTS_BY_PERIOD, [...range, starts]);
    if (asked.periods)
        await run(COHORTS_RETENTION, [...range, starts, asked.periods]);
}
async function askLtv(client, asked) {
    const run = runOn(client);
    const asOf = asked.asOf ? new Date(endOfDay(asked.asOf, TIMEZONE).getTime() - 1) : new Date();
    const first = startOfMonth(addMonths(monthOf(asOf, TIMEZONE), 1 - asked.months), TIMEZONE);
    const values = [BIG_WORKSPACE, first, asOf, periodStarts('month', first, asOf)];
    const { cohorts, spending } = LTV_COHORTS[asked.groupBy];
    const found = await run(cohorts, values);
    const keys = found.map(({ key }) => key).filter((key) => key !== null);
    await run(spending, [...values, keys]);
}
/** The first instants of the weeks or months from one instant to another. */
function periodStarts(unit, from, to) {
    const calendar = LocalCalendar.of(TIMEZONE);
    const numberOf = (at) => {
        const day = dayNumberOf(dayOf(at, TIMEZONE));
        return unit === 'week' ? weekNumberOf(day) : monthNumberOf(day);
    };
    const first = numberOf(from);
    return Array.from({ length: numberOf(to) - first + 1 }, (_, index) => calendar.startOf(unit === 'week' ? firstDayOfWeek(first + index) : firstDayOfMonth(first + index)));
}
//# sourceMappingURL=plain-questions.js.map