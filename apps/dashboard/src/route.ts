import { useEffect, useState } from 'preact/hooks';

/** What stands behind `#/`: the server never sees it, so it needs no rewriting of paths. */
export interface Route {
  path: string[];
  params: URLSearchParams;
}

export type Params = Readonly<Record<string, string | number | null | undefined>>;

function readRoute(): Route {
  const [path = '', query = ''] = window.location.hash.replace(/^#\/?/, '').split('?', 2);
  return {
    path: path.split('/').filter(Boolean).map(decodeURIComponent),
    params: new URLSearchParams(query),
  };
}

/** `?a=1&b=2`, without what is empty. */
export function queryOf(params: Params): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text && `?${text}`;
}

export const linkTo = (path: string, params: Params = {}): string => `#/${path}${queryOf(params)}`;

export function goTo(link: string): void {
  window.location.hash = link;
}

/** Changes the address without a step in the tab's history: for each key stroke of a search. */
export function moveTo(link: string): void {
  history.replaceState(null, '', link);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

export function useRoute(): Route {
  const [route, setRoute] = useState(readRoute);
  useEffect(() => {
    const read = (): void => {
      setRoute(readRoute());
    };
    window.addEventListener('hashchange', read);
    // It may have changed before anybody listened.
    read();
    return () => {
      window.removeEventListener('hashchange', read);
    };
  }, []);
  return route;
}
