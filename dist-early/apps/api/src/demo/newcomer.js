import { Buyer } from './buyer.js';
import { NEWSLETTER, RETARGETING } from './channels.js';
import { DAY, HOUR, MINUTE, toInstant } from './demo-event.js';
/** Those who type the address in: nothing says what brought them. */
const DIRECT = 0.12;
/** Those who compare for weeks before they sign up. */
const THOROUGH = 0.03;
/** Tells how somebody came, signed up, and, if so, bought. */
export function newcomer(arrival, random, tell) {
    const { number, at, end, person, channel, visitor, isHasty } = arrival;
    const isDirect = random.chance(DIRECT);
    const isThorough = !isDirect && !isHasty && random.chance(THOROUGH);
    const decidesIn = isHasty ? 0 : isThorough ? random.between(8, 40) * DAY : lagOf(random);
    const signUpAt = Math.floor(at + decidesIn);
    if (!isDirect) {
        visitor.click(at, channel);
        const more = isThorough ? random.integer(12, 38) : decidesIn > HOUR ? random.poisson(1.3) : 0;
        for (let i = 0; i < more; i += 1) {
            const by = random.weighted([channel, NEWSLETTER, RETARGETING], (it) => it === channel ? 3 : 1);
            visitor.click(Math.floor(random.between(at, signUpAt)), by);
        }
    }
    const isOffice = random.chance(channel.offices);
    const externalId = `shop-${String(number)}`;
    signUp({ externalId, person, visitor, isOffice, at: signUpAt }, random, tell);
    if (random.chance(isDirect ? 0.4 : channel.buys)) {
        const firstOrderAt = Math.floor(signUpAt + firstOrderLag(random, isHasty));
        new Buyer(externalId, person, channel, isOffice, visitor, random, tell, end).live(firstOrderAt);
    }
}
/** Most decide in the visit that brought them, some after days. */
const lagOf = (random) => random.chance(0.6) ? random.exponential(12) * MINUTE : random.exponential(4) * DAY;
const firstOrderLag = (random, isHasty) => isHasty || random.chance(0.6) ? random.exponential(9) * MINUTE : random.exponential(5) * DAY;
/** An account, a lead or both: what the shop happens to send first. */
function signUp({ externalId, person, visitor, isOffice, at }, random, tell) {
    const { name, email, country } = person;
    const clickId = visitor.latestClickId;
    const identity = { externalId, name, email, country, ...(clickId !== undefined && { clickId }) };
    const isLead = isOffice || random.chance(0.4);
    if (isLead) {
        const isSpam = random.chance(0.04);
        tell(at, {
            type: 'lead',
            ...identity,
            eventName: isOffice
                ? 'Wholesale enquiry'
                : random.pick(['Newsletter signup', 'Sample request']),
            orderId: `lead-${externalId}`,
            ...(isSpam && { status: 'rejected' }),
            occurredAt: toInstant(at),
            metadata: isOffice
                ? { seats: random.integer(4, 180) }
                : { form: random.pick(['footer', 'quiz']) },
        });
    }
    if (!isLead || random.chance(0.7)) {
        tell(at, {
            type: 'customer',
            ...identity,
            createdAt: toInstant(at),
            metadata: {
                segment: isOffice ? 'office' : 'home',
                roast: random.pick(['light', 'medium', 'dark']),
                newsletter: random.chance(0.55),
            },
        });
    }
    if (random.chance(0.22)) {
        const quizAt = Math.floor(at + random.exponential(2) * DAY);
        tell(quizAt, {
            type: 'custom',
            externalId,
            eventName: 'Taste quiz completed',
            orderId: `quiz-${externalId}`,
            occurredAt: toInstant(quizAt),
            metadata: { result: random.pick(['fruity', 'nutty', 'chocolate', 'floral']) },
        });
    }
}
//# sourceMappingURL=newcomer.js.map