import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Long enough that a quick typist asks once a word, too short to be waited for. */
const PAUSE_MS = 180;

interface Props {
  value: string;
  onSearch: (text: string) => void;
}

export function SearchField({ value, onSearch }: Props): JSX.Element {
  const [text, setText] = useState(value);
  const timer = useRef<number>();
  const latest = useRef(onSearch);
  latest.current = onSearch;
  const sent = useRef(value);
  useEffect(() => {
    // The address has changed by something else than typing.
    if (value !== sent.current) setText(value);
    sent.current = value;
  }, [value]);
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
    },
    [],
  );
  const search = (next: string, pause: number): void => {
    setText(next);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      sent.current = next;
      latest.current(next);
    }, pause);
  };
  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        search(text, 0);
      }}
    >
      <label class="sr-only" for="search">
        Search customers
      </label>
      <input
        id="search"
        type="search"
        maxLength={255}
        placeholder="Name, email or external id"
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => {
          search(event.currentTarget.value, PAUSE_MS);
        }}
      />
    </form>
  );
}
