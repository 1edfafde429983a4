import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { apiUrl, type Answer } from '../api/client.ts';
import type { Asked } from '../api/use-answer.ts';
import { formatSeconds } from '../format/numbers.ts';
import { CopyButton } from './copy-button.tsx';

/** The key itself stays out of what is shown and copied. */
const curlOf = (path: string): string => `curl -H "X-API-Key: $KEY" '${apiUrl(path)}'`;

/** "This picture is that request": how old the answer is, how to get it again, here and on the command line. */
export function LiveCheck({ asked }: { asked: Asked<unknown> }): JSX.Element {
  const { path, answer, isLoading, refresh } = asked;
  const curl = curlOf(path);
  return (
    <footer class="live-check small">
      <details>
        <summary>This picture is that request</summary>
        <div class="request">
          <code>{curl}</code>
          <CopyButton text={curl} what="the request as a curl command" />
        </div>
      </details>
      {answer?.cache && <Age answer={answer} cache={answer.cache} />}
      <button class="button button-small" type="button" onClick={refresh} disabled={isLoading}>
        {isLoading ? 'Asking …' : 'Refresh'}
      </button>
    </footer>
  );
}

function Age({ answer, cache }: { answer: Answer<unknown>; cache: string }): JSX.Element {
  const now = useNow();
  const seconds = Math.max(0, answer.age + (now - answer.receivedAt) / 1_000);
  return (
    <span class="age muted" title={`X-Cache: ${cache}`}>
      {formatSeconds(Math.floor(seconds))} old,{' '}
      {cache === 'HIT' ? 'from a snapshot' : 'computed for this page'}
    </span>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = window.setInterval(() => {
      setNow(Date.now());
    }, 1_000);
    return () => {
      window.clearInterval(timer);
    };
  }, []);
  return now;
}
