import type { JSX, RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Cohorts } from './api/types.ts';
import { useAnswer } from './api/use-answer.ts';
import { CohortsPage } from './cohorts/cohorts-page.tsx';
import { CustomerPage } from './customers/customer-page.tsx';
import { CustomersPage } from './customers/customers-page.tsx';
import { LtvPage } from './ltv/ltv-page.tsx';
import { FailureState, Loading, NotThere } from './parts/states.tsx';
import { Mark } from './parts/mark.tsx';
import { ThemeSwitch } from './parts/theme-switch.tsx';
import { linkTo, useRoute, type Route } from './route.ts';
import { SessionContext, type Session } from './signed-in.ts';

const PAGES = [
  ['customers', 'Customers'],
  ['cohorts', 'Cohorts'],
  ['ltv', 'Lifetime value'],
] as const;

/** The frame around the pages. It learns what the workspace counts in from an answer that most pages need anyway. */
export function Shell({ session }: { session: Session }): JSX.Element {
  const route = useRoute();
  const page = route.path[0] ?? 'customers';
  const asked = useAnswer<Cohorts>('customers/cohorts?group_by=month');
  const { data } = asked.answer ?? {};
  const known = useMemo<Session>(
    () =>
      data
        ? { ...session, workspace: { currency: data.currency, timezone: data.timezone } }
        : session,
    [session, data?.currency, data?.timezone],
  );
  // Without links:read there is still the page that needs another scope.
  const isOpen = data !== undefined || asked.failure?.kind === 'forbidden';
  const main = useFocusOnNewPage(route);
  return (
    <SessionContext.Provider value={known}>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the content
      </a>
      <header class="top">
        <a class="brand" href={linkTo('customers')} aria-label="Customers, start page">
          <Mark />
        </a>
        <nav aria-label="Pages">
          {PAGES.map(([path, name]) => (
            <a key={path} href={linkTo(path)} aria-current={page === path ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
        {data && (
          <span class="workspace muted small">
            {data.currency} · {data.timezone}
          </span>
        )}
        <ThemeSwitch />
        <button
          class="button button-quiet"
          type="button"
          onClick={() => {
            session.signOut();
          }}
        >
          Sign out
        </button>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        {isOpen ? (
          <Page route={route} />
        ) : asked.failure ? (
          <FailureState asked={asked} />
        ) : (
          <Loading what="the workspace" />
        )}
      </main>
    </SessionContext.Provider>
  );
}

function Page({ route }: { route: Route }): JSX.Element {
  const [page = 'customers', id] = route.path;
  if (page === 'customers') {
    return id === undefined ? (
      <CustomersPage params={route.params} />
    ) : (
      <CustomerPage key={id} id={id} />
    );
  }
  if (page === 'cohorts') return <CohortsPage params={route.params} />;
  if (page === 'ltv') return <LtvPage params={route.params} />;
  return <NotThere what="page" />;
}

/** A screen reader begins at the top of a page that has come in place of another. */
function useFocusOnNewPage({ path }: Route): RefObject<HTMLElement> {
  const main = useRef<HTMLElement>(null);
  const shown = useRef<string>();
  const here = path.join('/');
  useEffect(() => {
    if (shown.current !== undefined && shown.current !== here) {
      main.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    shown.current = here;
  }, [here]);
  return main;
}
