import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Asked } from '../api/use-answer.ts';
import { LiveCheck } from './live-check.tsx';
import { FailureState, Loading } from './states.tsx';

interface Props<T> {
  title: string;
  /** A sentence on how to read it. */
  hint?: ComponentChildren;
  tools?: ComponentChildren;
  asked: Asked<T>;
  class?: string;
  children: (data: T) => ComponentChildren;
}

/** A card with an answer in it, or with what there is instead; at its foot, the request that it shows. */
export function Panel<T>({ title, hint, tools, asked, children, ...rest }: Props<T>): JSX.Element {
  const id = useId();
  const { answer, failure, isLoading } = asked;
  return (
    <section class={`card ${rest.class ?? ''}`} aria-labelledby={id} aria-busy={isLoading}>
      <header class="card-head">
        <div>
          <h2 id={id}>{title}</h2>
          {hint !== undefined && <p class="muted small">{hint}</p>}
        </div>
        {tools}
      </header>
      {failure && <FailureState asked={asked} />}
      {answer ? (
        <div class={isLoading || failure ? 'stale' : undefined}>{children(answer.data)}</div>
      ) : (
        !failure && <Loading what={title} />
      )}
      <LiveCheck asked={asked} />
    </section>
  );
}
