import { channelAt, rushOf } from './channels.js';
import { DAY, toInstant } from './demo-event.js';
import { demoRates } from './demo-rates.js';
import { newcomer } from './newcomer.js';
import { People } from './people.js';
import { Random } from './random.js';
import { Visitor } from './visitor.js';
const SEED = 20_260_301;
const MONTHS = 18;
/** How many sign up on an ordinary Thursday at the begin and at the end of the story. */
const SIGN_UPS = { begin: 2.8, end: 8 };
/** Visitors who never tell who they are, for each one who does. */
const ANONYMOUS = 0.55;
/** Out of 24 hours, how busy each is. */
const HOURS = [2, 1, 1, 1, 1, 2, 4, 8, 10, 9, 8, 8, 9, 8, 7, 7, 7, 8, 9, 11, 12, 11, 8, 4];
/**
 * A coffee roaster's first 18 months, up to `end`: the same `end` tells the same story, so that one
 * that was interrupted can be told again without doubles.
 */
export function demoStory(end) {
    const start = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - MONTHS, 1));
    const told = [];
    const tell = (at, event) => {
        if (at <= end.getTime())
            told.push({ at, event });
    };
    const random = new Random(SEED);
    const people = new People();
    let visitors = 1_000;
    for (let day = start.getTime(); day <= end.getTime(); day += DAY) {
        const progress = (day - start.getTime()) / (end.getTime() - start.getTime());
        const usual = SIGN_UPS.begin * (SIGN_UPS.end / SIGN_UPS.begin) ** progress;
        const expected = usual * rushOf(new Date(day));
        // What is left of the last day takes all that it would have seen.
        const length = Math.min(DAY, end.getTime() - day);
        const timeOfDay = () => {
            const hour = random.weighted([...HOURS.keys()], (index) => HOURS[index] ?? 0);
            return Math.floor(day + ((hour + random.next()) / 24) * length);
        };
        // A day on which nobody came would leave a hole in the shortest cohort.
        const signUps = Math.max(1, random.poisson(expected));
        for (let i = 0; i < signUps; i += 1) {
            const at = timeOfDay();
            const channel = channelAt(new Date(day), progress, random);
            const person = people.meet(random);
            visitors += 1;
            const own = random.fork();
            const visitor = new Visitor(visitors, person.country, own, tell);
            const isHasty = i === 0;
            newcomer({ number: visitors, at, end: end.getTime(), person, channel, visitor, isHasty }, own, tell);
        }
        for (let i = random.poisson(expected * ANONYMOUS); i > 0; i -= 1) {
            visitors += 1;
            const country = random.pick(['US', 'DE', 'GB', 'FR', 'IN', 'BR', 'PL', 'CA']);
            const visitor = new Visitor(visitors, country, random.fork(), tell);
            const channel = channelAt(new Date(day), progress, random);
            for (let clicks = 1 + random.poisson(0.3); clicks > 0; clicks -= 1) {
                visitor.click(timeOfDay(), channel);
            }
        }
        if (random.chance(0.15))
            unknownSender(timeOfDay(), told.length, tell);
    }
    told.sort((a, b) => a.at - b.at);
    return { rates: demoRates(start, end, SEED), events: told.map(({ event }) => event) };
}
/** Somebody leaves an address that belongs to no customer: it waits for one. */
function unknownSender(at, number, tell) {
    tell(at, {
        type: 'lead',
        email: `taster${String(number)}@example.com`,
        eventName: 'Newsletter signup',
        orderId: `lead-letter-${String(number)}`,
        occurredAt: toInstant(at),
    });
}
//# sourceMappingURL=demo-story.js.map