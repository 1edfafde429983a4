import type { JSX } from 'preact';
import type { JourneyEvent } from '../api/types.ts';
import { formatMoney } from '../format/money.ts';
import { dayOf, formatClock, formatLongDate } from '../format/time.ts';
import { useSession } from '../signed-in.ts';
import { originOf } from './naming.ts';

const NAMES: Readonly<Record<JourneyEvent['type'], string>> = {
  click: 'Click',
  lead: 'Lead',
  sale: 'Sale',
  custom: 'Custom',
  refund: 'Refund',
};

interface Day {
  day: string;
  events: JourneyEvent[];
}

function byDay(events: JourneyEvent[], timeZone: string): Day[] {
  const days: Day[] = [];
  for (const event of events) {
    const day = dayOf(event.occurredAt, timeZone);
    const latest = days.at(-1);
    if (latest?.day === day) latest.events.push(event);
    else days.push({ day, events: [event] });
  }
  return days;
}

export function Timeline({ events }: { events: JourneyEvent[] }): JSX.Element {
  const { timezone } = useSession().workspace;
  return (
    <ol class="timeline" aria-label="Events by day">
      {byDay(events, timezone).map(({ day, events: ofDay }) => (
        <li key={day} class="day">
          <h3>
            <time dateTime={day}>{formatLongDate(ofDay[0]?.occurredAt ?? day, timezone)}</time>
          </h3>
          <ol>
            {ofDay.map((event) => (
              <Event key={`${event.type} ${event.id}`} event={event} timezone={timezone} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function Event({ event, timezone }: { event: JourneyEvent; timezone: string }): JSX.Element {
  const { type, amount, currency, status, orderId } = event;
  const details = type === 'click' ? [originOf(event), event.linkId, event.referrer] : [orderId];
  return (
    <li class={`event event-${type}`}>
      <time class="muted" dateTime={event.occurredAt}>
        {formatClock(event.occurredAt, timezone)}
      </time>
      <span class="event-type">{NAMES[type]}</span>
      <span class="event-what">
        {event.name !== null && event.name !== NAMES[type] && <strong>{event.name} </strong>}
        <span class="muted">{details.filter(Boolean).join(' · ')}</span>
        {status !== null && status !== 'approved' && <span class="badge">{status}</span>}
      </span>
      {amount !== null && currency !== null && (
        <span class="event-amount">
          {type === 'refund' && '−'}
          {formatMoney(amount, currency)}
        </span>
      )}
    </li>
  );
}
