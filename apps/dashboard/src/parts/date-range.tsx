import type { JSX } from 'preact';

interface Props {
  label: string;
  start: string | null;
  end: string | null;
  onChange: (start: string | null, end: string | null) => void;
}

/** Two days, both inclusive; a side that is empty is open. */
export function DateRange({ label, start, end, onChange }: Props): JSX.Element {
  return (
    <fieldset class="range">
      <legend>{label}</legend>
      <div>
        <input
          type="date"
          aria-label={`${label} from`}
          max={end ?? undefined}
          value={start ?? ''}
          onChange={(event) => {
            onChange(event.currentTarget.value || null, end);
          }}
        />
        <span aria-hidden="true">–</span>
        <input
          type="date"
          aria-label={`${label} to`}
          min={start ?? undefined}
          value={end ?? ''}
          onChange={(event) => {
            onChange(start, event.currentTarget.value || null);
          }}
        />
        {(start !== null || end !== null) && (
          <button
            class="button button-small"
            type="button"
            onClick={() => {
              onChange(null, null);
            }}
          >
            All time
          </button>
        )}
      </div>
    </fieldset>
  );
}
