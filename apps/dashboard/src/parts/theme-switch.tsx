import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { chooseTheme, onSystemTheme, themeNow } from '../theme.ts';

export function ThemeSwitch(): JSX.Element {
  const [theme, setTheme] = useState(themeNow);
  useEffect(
    () =>
      onSystemTheme(() => {
        setTheme(themeNow());
      }),
    [],
  );
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <button
      class="button button-quiet button-icon"
      type="button"
      aria-label={`Use the ${other} theme`}
      title={`Use the ${other} theme`}
      onClick={() => {
        chooseTheme(other);
        setTheme(other);
      }}
    >
      <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
        <circle cx="10" cy="10" r="7.2" fill="none" stroke="currentColor" stroke-width="1.6" />
        <path d="M10 2.8a7.2 7.2 0 0 1 0 14.4z" fill="currentColor" />
      </svg>
    </button>
  );
}
