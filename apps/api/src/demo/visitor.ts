import type { Channel } from './channels.js';
import { toInstant, type TimedEvent } from './demo-event.js';
import type { Random } from './random.js';

/** A browser, which clicks links. */
export class Visitor {
  /** Of the latest click; undefined for somebody who has never clicked. */
  latestClickId: string | undefined;
  private clicks = 0;

  constructor(
    private readonly number: number,
    private readonly country: string,
    private readonly random: Random,
    private readonly tell: (at: number, event: TimedEvent['event']) => void,
  ) {}

  click(at: number, channel: Channel): void {
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
