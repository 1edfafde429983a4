import type { ComponentChildren, JSX } from 'preact';
import type { Customer } from '../api/types.ts';
import type { Asked } from '../api/use-answer.ts';
import { formatMoney } from '../format/money.ts';
import { formatCount } from '../format/numbers.ts';
import { formatInstant } from '../format/time.ts';
import { LiveCheck } from '../parts/live-check.tsx';
import { useSession } from '../signed-in.ts';
import { originOf } from './naming.ts';

export function Facts({
  customer,
  asked,
}: {
  customer: Customer;
  asked: Asked<Customer>;
}): JSX.Element {
  const { timezone } = useSession().workspace;
  const { firstTouch, metadata } = customer;
  const at = (instant: string | null): string => formatInstant(instant, timezone);
  return (
    <section class="card facts" aria-labelledby="facts">
      <header class="card-head">
        <h2 id="facts">Facts</h2>
      </header>
      <dl class="headline">
        <div>
          <dt>Lifetime value</dt>
          <dd>{formatMoney(customer.ltv, customer.currency)}</dd>
        </div>
        <div>
          <dt>Sales</dt>
          <dd>{formatCount(customer.sales)}</dd>
        </div>
        <div>
          <dt>Leads</dt>
          <dd>{formatCount(customer.leads)}</dd>
        </div>
      </dl>
      <dl class="pairs">
        <Pair name="First seen">{at(customer.firstSeenAt)}</Pair>
        <Pair name="Last activity">{at(customer.lastActivityAt)}</Pair>
        <Pair name="First touch">
          {firstTouch ? (
            <>
              {originOf(firstTouch)}
              <small>
                {firstTouch.linkId}, {at(firstTouch.occurredAt)}
              </small>
            </>
          ) : (
            'no click before the first conversion'
          )}
        </Pair>
        <Pair name="Country">{customer.country ?? '–'}</Pair>
        <Pair name="Created">{at(customer.createdAt)}</Pair>
        <Pair name="Updated">{at(customer.updatedAt)}</Pair>
        <Pair name="Id">
          <code>{customer.id}</code>
        </Pair>
        <Pair name="External id">
          <code>{customer.externalId}</code>
        </Pair>
        {Object.entries(metadata).map(([name, value]) => (
          <Pair key={name} name={name}>
            <code>{String(value)}</code>
          </Pair>
        ))}
      </dl>
      <LiveCheck asked={asked} />
    </section>
  );
}

function Pair({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
