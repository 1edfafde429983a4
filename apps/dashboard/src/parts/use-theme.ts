import { useEffect, useState } from 'preact/hooks';
import { themeNow, type Theme } from '../theme.ts';

/** The theme that the page has: what is drawn on a canvas has to be drawn again with it. */
export function useTheme(): Theme {
  const [theme, setTheme] = useState(themeNow);
  useEffect(() => {
    const watcher = new MutationObserver(() => {
      setTheme(document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light');
    });
    watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      watcher.disconnect();
    };
  }, []);
  return theme;
}
