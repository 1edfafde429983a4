import type { ComponentChildren, JSX } from 'preact';
import type { Failure } from '../api/failure.ts';
import type { Asked } from '../api/use-answer.ts';
import { linkTo } from '../route.ts';
import { CopyButton } from './copy-button.tsx';

interface StateProps {
  title: string;
  tone?: 'calm' | 'warn';
  children: ComponentChildren;
}

export function State({ title, tone = 'calm', children }: StateProps): JSX.Element {
  return (
    <div class={`state state-${tone}`} role={tone === 'warn' ? 'alert' : undefined}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

export function Loading({ what }: { what: string }): JSX.Element {
  return (
    <div class="loading" role="status">
      <span class="sr-only">Loading {what} …</span>
      <span class="bone" />
      <span class="bone" />
      <span class="bone" />
      <span class="bone" />
    </div>
  );
}

export function NotThere({ what }: { what: string }): JSX.Element {
  return (
    <State title={`There is no such ${what}`}>
      <p>
        <a href={linkTo('customers')}>All customers</a>
      </p>
    </State>
  );
}

const TITLES: Readonly<Record<Failure['kind'], string>> = {
  unreachable: 'The service cannot be reached',
  'signed-out': 'Signed out',
  forbidden: 'This key may not see this',
  'no-entitlement': 'Not in the workspace’s plan',
  'not-found': 'There is no such customer',
  busy: 'Too many requests for this plan',
  refused: 'The service refused the question',
  broken: 'Something broke in the service',
};

const ADVICE: Readonly<Record<Failure['kind'], string>> = {
  unreachable: 'It is asked again by itself until it is back.',
  'signed-out': '',
  forbidden: 'Sign in with a key that has this scope, or have one made: key create --scopes …',
  'no-entitlement': 'An operator can change it: workspace update SLUG --plan pro.',
  'not-found': 'It was deleted, or never existed.',
  busy: 'It is asked again by itself in a moment.',
  refused: 'Change the question, or go back.',
  broken:
    'Try again; if it stays, give your operator the request’s id: the log has the reason under it.',
};

/** What a person sees in place of an answer. */
export function FailureState({
  asked,
}: {
  asked: Pick<Asked<unknown>, 'failure' | 'refresh'>;
}): JSX.Element | null {
  const { failure, refresh } = asked;
  if (!failure) return null;
  const isFinal = failure.kind === 'forbidden' || failure.kind === 'no-entitlement';
  return (
    <State title={TITLES[failure.kind]} tone="warn">
      <p>{failure.message}</p>
      <p class="muted">{ADVICE[failure.kind]}</p>
      <p class="state-foot">
        {!isFinal && (
          <button class="button" type="button" onClick={refresh}>
            Try again
          </button>
        )}
        {failure.code !== null && <code>{failure.code}</code>}
        {failure.requestId !== null && (
          <span class="request-id">
            <span class="muted">Request</span> <code>{failure.requestId}</code>{' '}
            <CopyButton text={failure.requestId} what="the request’s id" />
          </span>
        )}
      </p>
    </State>
  );
}
