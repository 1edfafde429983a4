export type Theme = 'light' | 'dark';

const NAME = 'customers-api.theme';
const wish = window.matchMedia('(prefers-color-scheme: dark)');

/** What was chosen with the switch, or else what the system prefers. */
export function themeNow(): Theme {
  const chosen = localStorage.getItem(NAME);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return wish.matches ? 'dark' : 'light';
}

export function applyTheme(): void {
  document.documentElement.dataset['theme'] = themeNow();
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(NAME, theme);
  applyTheme();
}

export function onSystemTheme(listener: () => void): () => void {
  wish.addEventListener('change', listener);
  return () => {
    wish.removeEventListener('change', listener);
  };
}
