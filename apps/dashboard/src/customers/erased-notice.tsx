import type { JSX } from 'preact';
import { useAnswer } from '../api/use-answer.ts';
import { linkTo } from '../route.ts';

/** What has become of a deletion: the service is asked for the customer once more. */
export function ErasedNotice({ id }: { id: string }): JSX.Element {
  const { failure, answer } = useAnswer(`customers/${encodeURIComponent(id)}`);
  const isGone = failure?.kind === 'not-found';
  return (
    <div class={`notice ${answer ? 'notice-warn' : 'notice-calm'}`} role="status">
      <p>
        {isGone && (
          <>
            <strong>Erased.</strong> The service answers 404 for <code>{id}</code> now. What it
            bought still counts in cohorts and totals, without a name.
          </>
        )}
        {answer && (
          <>
            <strong>Still there.</strong> The service knows <code>{id}</code>.
          </>
        )}
        {!isGone && !answer && <>Checking that {id} is gone …</>}
      </p>
      <a href={linkTo('customers')}>Close</a>
    </div>
  );
}
