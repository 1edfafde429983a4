import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Mark } from './parts/mark.tsx';
import { ThemeSwitch } from './parts/theme-switch.tsx';

interface Props {
  /** Why the session before has ended. */
  reason: string | undefined;
  onKey: (key: string) => void;
}

export function SignIn({ reason, onKey }: Props): JSX.Element {
  const [key, setKey] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = 'Sign in · Customers';
    field.current?.focus();
  }, []);
  return (
    <main class="sign-in">
      <div class="sign-in-theme">
        <ThemeSwitch />
      </div>
      <form
        class="card sign-in-card"
        onSubmit={(event) => {
          event.preventDefault();
          if (key.trim() !== '') onKey(key.trim());
        }}
      >
        <h1>
          <Mark /> Customers
        </h1>
        <p>Cohorts, lifetime values, journeys and attribution of your workspace.</p>
        {reason !== undefined && (
          <p class="notice notice-warn" role="alert">
            <strong>That key was not accepted.</strong> {reason}
          </p>
        )}
        <label for="key">API key</label>
        <input
          id="key"
          ref={field}
          type="password"
          autocomplete="off"
          spellcheck={false}
          placeholder="ck_…"
          aria-describedby="key-help"
          value={key}
          onInput={(event) => {
            setKey(event.currentTarget.value);
          }}
        />
        <button class="button button-main" type="submit">
          Sign in
        </button>
        <p id="key-help" class="muted small">
          The key stays in this tab until you close it or sign out, and is sent to this service
          only. A new one: <code>npm run -s cli -- key create --workspace …</code>
        </p>
      </form>
    </main>
  );
}
