import { NEWSLETTER, RETARGETING } from './channels.js';
import { DAY, HOUR, MINUTE, toInstant } from './demo-event.js';
import { basketOf } from './shop.js';
const OFFICE_LOYALTY = 0.78;
const LOYALTY = 0.6;
/** Who has bought often goes on with it. */
const LOYALTY_PER_ORDER = 0.07;
const MOST_LOYAL = 0.94;
/** A customer who places orders, one after the other, until the story ends or the interest does. */
export class Buyer {
    constructor(externalId, person, channel, isOffice, visitor, random, 
    /** Takes what happens before the end of the story; what would come later is not told. */
    tell, end) {
        this.externalId = externalId;
        this.person = person;
        this.channel = channel;
        this.isOffice = isOffice;
        this.visitor = visitor;
        this.random = random;
        this.tell = tell;
        this.end = end;
        this.orders = 0;
    }
    live(firstOrderAt) {
        for (let at = firstOrderAt; at <= this.end; at = this.nextOrderAt(at)) {
            this.remind(at);
            this.order(at);
            if (!this.random.chance(this.returns()))
                return;
        }
    }
    returns() {
        const loyalty = (this.isOffice ? OFFICE_LOYALTY : LOYALTY) + this.channel.loyalty;
        return Math.min(MOST_LOYAL, loyalty + LOYALTY_PER_ORDER * this.orders);
    }
    nextOrderAt(at) {
        const pause = this.isOffice ? 9 + this.random.exponential(14) : 7 + this.random.exponential(21);
        return at + pause * DAY;
    }
    /** Some come back by themselves, some by a newsletter or an ad. */
    remind(orderAt) {
        if (this.orders === 0 || !this.random.chance(0.4))
            return;
        const count = 1 + this.random.poisson(0.5);
        for (let i = 0; i < count; i += 1) {
            const by = this.random.chance(0.7) ? NEWSLETTER : RETARGETING;
            this.visitor.click(orderAt - this.random.exponential(30) * HOUR - MINUTE, by);
        }
    }
    order(at) {
        const isFirst = this.orders === 0;
        this.orders += 1;
        const orderId = `order-${this.externalId}-${String(this.orders)}`;
        const { amount, metadata } = basketOf({ channel: this.channel, isOffice: this.isOffice, isFirst }, this.random);
        const status = this.statusOf(at, isFirst);
        this.tell(at, {
            type: 'sale',
            ...this.identity(isFirst),
            orderId,
            eventName: this.isOffice ? 'Wholesale order' : 'Order',
            amount,
            currency: this.person.currency,
            ...(status !== 'approved' && { status }),
            occurredAt: toInstant(at),
            metadata,
        });
        if (status === 'approved')
            this.afterwards(at, orderId, amount);
    }
    identity(isFirst) {
        const { latestClickId } = this.visitor;
        const { name, email, country } = this.person;
        return {
            externalId: this.externalId,
            ...(isFirst && { name, email, country }),
            ...(latestClickId !== undefined && this.random.chance(0.6) && { clickId: latestClickId }),
        };
    }
    statusOf(at, isFirst) {
        if (isFirst && this.random.chance(this.channel.fraud * 2))
            return 'fraud';
        if (this.random.chance(0.012))
            return 'rejected';
        // A bank transfer takes some days, and now and then somebody never pays.
        const isRecent = this.end - at < 6 * DAY;
        return this.random.chance(isRecent ? 0.14 : 0.006) ? 'pending' : 'approved';
    }
    afterwards(orderAt, orderId, amount) {
        if (this.random.chance(this.channel.refunds)) {
            const at = orderAt + 2 * DAY + this.random.exponential(6) * DAY;
            const isPartial = this.random.chance(0.45);
            const part = Math.max(1, Math.round((amount * this.random.between(0.15, 0.7)) / 10) * 10);
            const refundedAmount = isPartial ? part : amount;
            this.tell(at, { type: 'refund', orderId, refundedAmount, refundedAt: toInstant(at) });
        }
        else if (this.random.chance(0.14)) {
            const at = orderAt + 3 * DAY + this.random.exponential(5) * DAY;
            this.tell(at, {
                type: 'custom',
                externalId: this.externalId,
                eventName: 'Review written',
                orderId: `review-${orderId}`,
                occurredAt: toInstant(at),
                metadata: { stars: this.random.pick([3, 4, 4, 5, 5, 5]) },
            });
        }
    }
}
//# sourceMappingURL=buyer.js.map