import type { JSX, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Journey, JourneyEvent, JourneySummary } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useAnswer } from '../api/use-answer.ts';
import { formatCount, formatSeconds } from '../format/numbers.ts';
import { ActionFailure } from '../parts/action-failure.tsx';
import { Panel } from '../parts/panel.tsx';
import { State } from '../parts/states.tsx';
import { Timeline } from './timeline.tsx';

const PAGE_SIZE = 50;

export function JourneyPanel({ path }: { path: string }): JSX.Element {
  const request = `${path}/journey?limit=${String(PAGE_SIZE)}`;
  const asked = useAnswer<Journey>(request);
  return (
    <Panel title="Journey" class="journey" hint={<Summary path={path} />} asked={asked}>
      {(journey) =>
        journey.events.length > 0 ? (
          <Pages key={asked.answer?.receivedAt} first={journey} request={request} />
        ) : (
          <State title="Nothing has happened yet">
            <p class="muted">
              Clicks, leads, sales and refunds of this customer appear here in their order.
            </p>
          </State>
        )
      }
    </Panel>
  );
}

function Summary({ path }: { path: string }): JSX.Element {
  const { answer } = useAnswer<JourneySummary>(`${path}/journey?summary=true`);
  if (!answer) return <>Clicks, leads, sales and refunds, from the first.</>;
  const { touches, leads, sales, customs, refunds, secondsToFirstConversion } = answer.data.summary;
  const counts = [
    ['click', touches],
    ['lead', leads],
    ['sale', sales],
    ['custom event', customs],
    ['refund', refunds],
  ] as const;
  const texts = counts.flatMap(([name, count]) =>
    count === 0 ? [] : [`${formatCount(count)} ${name}${count === 1 ? '' : 's'}`],
  );
  if (secondsToFirstConversion !== null) {
    texts.push(`${formatSeconds(secondsToFirstConversion)} from first touch to first conversion`);
  }
  return <>{texts.join(' · ') || 'No events.'}</>;
}

/** The first page, and those that follow as one scrolls to its end. */
function Pages({ first, request }: { first: Journey; request: string }): JSX.Element {
  const [events, setEvents] = useState<JourneyEvent[]>(first.events);
  const [cursor, setCursor] = useState(first.nextCursor);
  const { run, isRunning, failure } = useAction();
  const more = (): void => {
    if (cursor === null || isRunning) return;
    run(async (client) => {
      const page = await client.ask<Journey>(`${request}&cursor=${encodeURIComponent(cursor)}`);
      setEvents((before) => [...before, ...page.data.events]);
      setCursor(page.data.nextCursor);
    });
  };
  const end = useEndInSight(more, cursor !== null && !isRunning && !failure);
  return (
    <>
      <Timeline events={events} />
      <ActionFailure failure={failure} />
      <div ref={end} class="timeline-end">
        {cursor === null ? (
          <p class="muted small">That is all: {formatCount(events.length)} events.</p>
        ) : (
          <button class="button" type="button" onClick={more} disabled={isRunning}>
            {isRunning ? 'Loading …' : 'Show more'}
          </button>
        )}
      </div>
    </>
  );
}

/** Calls as soon as the end of the list is about to be seen. */
function useEndInSight(call: () => void, isWanted: boolean): RefObject<HTMLDivElement> {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(call);
  latest.current = call;
  useEffect(() => {
    if (!isWanted || !end.current) return undefined;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) latest.current();
      },
      { rootMargin: '300px' },
    );
    watcher.observe(end.current);
    return () => {
      watcher.disconnect();
    };
  }, [isWanted]);
  return end;
}
