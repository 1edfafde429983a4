import { toInstant } from './demo-event.js';
/** A browser, which clicks links. */
export class Visitor {
    constructor(number, country, random, tell) {
        this.number = number;
        this.country = country;
        this.random = random;
        this.tell = tell;
        this.clicks = 0;
    }
    click(at, channel) {
        this.clicks += 1;
        this.latestClickId = `clk_${String(this.number)}_${String(this.clicks)}`;
        const { campaignId, source, medium, referrer } = channel;
        this.tell(at, {
            type: 'click',
            clickId: this.latestClickId,
            linkId: this.random.pick(channel.links),
            ...(campaignId !== null && { campaignId }),
            source,
            medium,
            ...(referrer !== null && { referrer }),
            country: this.country,
            visitorId: `vis_${String(this.number)}`,
            occurredAt: toInstant(at),
        });
    }
}
//# sourceMappingURL=visitor.js.map