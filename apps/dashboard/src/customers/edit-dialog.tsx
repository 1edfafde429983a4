import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Customer } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { ActionFailure } from '../parts/action-failure.tsx';
import { Dialog } from '../parts/dialog.tsx';

const FIELDS = [
  ['name', 'Name'],
  ['email', 'Email'],
  ['externalId', 'External id'],
  ['country', 'Country (two letters)'],
  ['avatar', 'Avatar (a URL)'],
] as const;

type Field = (typeof FIELDS)[number][0];

interface Props {
  customer: Customer;
  path: string;
  onClose: () => void;
  onSaved: () => void;
}

export function EditDialog({ customer, path, onClose, onSaved }: Props): JSX.Element {
  const [values, setValues] = useState<Partial<Record<Field, string>>>({});
  const { run, isRunning, failure } = useAction();
  const form = useRef<HTMLFormElement>(null);
  const close = (): void => {
    form.current?.closest('dialog')?.close();
  };
  const changes = changesOf(customer, values);
  const save = (): void => {
    run(async (client) => {
      if (Object.keys(changes).length > 0) {
        await client.ask(path, { method: 'PATCH', body: changes });
        onSaved();
      }
      close();
    });
  };
  return (
    <Dialog title="Edit the customer" onClose={onClose}>
      <form
        ref={form}
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {FIELDS.map(([field, label]) => (
          <label key={field}>
            <span>{label}</span>
            <input
              name={field}
              type="text"
              autocomplete="off"
              value={values[field] ?? customer[field] ?? ''}
              onInput={(event) => {
                setValues({ ...values, [field]: event.currentTarget.value });
              }}
            />
          </label>
        ))}
        <p class="muted small">
          An empty field is cleared. Times, touches and sums come from events: they are not edited.
        </p>
        <ActionFailure failure={failure} />
        <div class="dialog-foot">
          <button class="button" type="button" onClick={close}>
            Cancel
          </button>
          <button class="button button-main" type="submit" disabled={isRunning}>
            {isRunning ? 'Saving …' : 'Save'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Only what was changed is sent: somebody else may have changed the rest meanwhile. */
function changesOf(
  customer: Customer,
  values: Partial<Record<Field, string>>,
): Record<string, string | null> {
  const changed = FIELDS.filter(
    ([field]) => values[field] !== undefined && values[field] !== (customer[field] ?? ''),
  );
  return Object.fromEntries(changed.map(([field]) => [field, values[field]?.trim() || null]));
}
