import type { JSX } from 'preact';
import type { Customer } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { ActionFailure } from '../parts/action-failure.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { goTo, linkTo } from '../route.ts';
import { titleOf } from './naming.ts';

interface Props {
  customer: Customer;
  path: string;
  onClose: () => void;
}

export function EraseDialog({ customer, path, onClose }: Props): JSX.Element {
  const { run, isRunning, failure } = useAction();
  const erase = (): void => {
    run(async (client) => {
      await client.ask(path, { method: 'DELETE' });
      goTo(linkTo('customers', { erased: customer.id }));
    });
  };
  return (
    <Dialog title={`Erase ${titleOf(customer)}?`} onClose={onClose}>
      <p>
        This is for good: <strong>there is no undo</strong>, here or anywhere else in the service.
      </p>
      <ul>
        <li>
          <strong>Gone:</strong> names, email, external id, country, avatar and metadata of this
          customer, what its conversions say of it, and its tie to visitors.
        </li>
        <li>
          <strong>At once:</strong> it leaves lists, counts, search and look-ups, in every copy of
          the service.
        </li>
        <li>
          <strong>Stays:</strong> its clicks and sales, without a name, so that cohorts, lifetime
          values and totals do not change.
        </li>
        <li>
          <strong>Not reached:</strong> backups, and the systems that send events here.
        </li>
        <li>
          A later event with the same external id makes a <strong>new</strong> customer, with no
          link to this one.
        </li>
      </ul>
      <ActionFailure failure={failure} />
      <div class="dialog-foot">
        <button
          class="button"
          type="button"
          onClick={(event) => event.currentTarget.closest('dialog')?.close()}
        >
          Keep the customer
        </button>
        <button class="button button-danger" type="button" onClick={erase} disabled={isRunning}>
          {isRunning ? 'Erasing …' : 'Erase for good'}
        </button>
      </div>
    </Dialog>
  );
}
