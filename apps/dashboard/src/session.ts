const KEY = 'customers-api.key';
const IN_FRAGMENT = /^#key=(.+)$/;

/** The key that this tab is signed in with: it is gone when the tab is closed, and no other tab sees it. */
export const readKey = (): string | null => sessionStorage.getItem(KEY);

export const keepKey = (key: string): void => {
  sessionStorage.setItem(KEY, key);
};

export const forgetKey = (): void => {
  sessionStorage.removeItem(KEY);
};

/** Takes a key out of the address bar and the tab's history; answers whether there was one. */
export function takeKeyFromFragment(): boolean {
  const found = IN_FRAGMENT.exec(window.location.hash);
  if (!found) return false;
  history.replaceState(null, '', `${window.location.pathname}${window.location.search}#/customers`);
  keepKey(decodeURIComponent(found[1] ?? ''));
  return true;
}
