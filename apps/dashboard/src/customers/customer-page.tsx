import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Customer, Recalculation } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useAnswer } from '../api/use-answer.ts';
import { formatMoney } from '../format/money.ts';
import { ActionFailure } from '../parts/action-failure.tsx';
import { FailureState, Loading } from '../parts/states.tsx';
import { linkTo } from '../route.ts';
import { AttributionPanel } from './attribution-panel.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { Facts } from './facts.tsx';
import { JourneyPanel } from './journey-panel.tsx';
import { initialsOf, titleOf } from './naming.ts';

export function CustomerPage({ id }: { id: string }): JSX.Element {
  const path = `customers/${encodeURIComponent(id)}`;
  const asked = useAnswer<Customer>(path);
  const customer = asked.answer?.data;
  const title = customer ? titleOf(customer) : 'Customer';
  useEffect(() => {
    document.title = `${title} · Customers`;
  }, [title]);
  return (
    <>
      <p class="crumb">
        <a href={linkTo('customers')}>← Customers</a>
      </p>
      {asked.failure && <FailureState asked={asked} />}
      {!customer && !asked.failure && <Loading what="the customer" />}
      {customer && (
        <>
          <Head customer={customer} path={path} onChange={asked.refresh} />
          <div class="customer-columns">
            <Facts customer={customer} asked={asked} />
            <div class="stack">
              <AttributionPanel path={path} customer={customer} />
              <JourneyPanel path={path} />
            </div>
          </div>
        </>
      )}
    </>
  );
}

interface HeadProps {
  customer: Customer;
  path: string;
  onChange: () => void;
}

function Head({ customer, path, onChange }: HeadProps): JSX.Element {
  const [open, setOpen] = useState<'edit' | 'erase'>();
  const [result, setResult] = useState<Recalculation>();
  const { run, isRunning, failure } = useAction();
  const recalculate = (): void => {
    setResult(undefined);
    run(async (client) => {
      const { data } = await client.ask<Recalculation>(`${path}/recalculate-ltv`, {
        method: 'POST',
      });
      setResult(data);
      onChange();
    });
  };
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <>
      <header class="page-head customer-head">
        <span class="avatar" aria-hidden="true">
          {initialsOf(customer)}
        </span>
        <div class="customer-title">
          <h1>{titleOf(customer)}</h1>
          <p class="muted">{[customer.email, customer.externalId].filter(Boolean).join(' · ')}</p>
        </div>
        <div class="actions">
          <button class="button" type="button" onClick={recalculate} disabled={isRunning}>
            {isRunning ? 'Recalculating …' : 'Recalculate'}
          </button>
          <button
            class="button"
            type="button"
            onClick={() => {
              setOpen('edit');
            }}
          >
            Edit
          </button>
          <button
            class="button button-danger"
            type="button"
            onClick={() => {
              setOpen('erase');
            }}
          >
            Delete
          </button>
        </div>
      </header>
      <ActionFailure failure={failure} />
      {result && <RecalculationNotice result={result} />}
      {open === 'edit' && (
        <EditDialog customer={customer} path={path} onClose={close} onSaved={onChange} />
      )}
      {open === 'erase' && <EraseDialog customer={customer} path={path} onClose={close} />}
    </>
  );
}

function RecalculationNotice({ result }: { result: Recalculation }): JSX.Element {
  const { ltv, previousLtv, currency } = result;
  return (
    <p class="notice notice-calm" role="status">
      <strong>Recalculated from the events.</strong>{' '}
      {ltv === previousLtv
        ? `The lifetime value was right: ${formatMoney(ltv, currency)}.`
        : `The lifetime value is ${formatMoney(ltv, currency)}; it was ${formatMoney(previousLtv, currency)}.`}
    </p>
  );
}
