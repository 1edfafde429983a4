import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useSession } from '../signed-in.ts';
import type { Answer } from './client.ts';
import { Failure } from './failure.ts';

/** An answer that a part of the page shows, from the first wait to the next. */
export interface Asked<T> {
  /** The request, relative to the API's root. */
  path: string;
  /** The latest answer; while another is waited for, that of the question before. */
  answer: Answer<T> | undefined;
  failure: Failure | undefined;
  isLoading: boolean;
  /** Asks again; freshly, rather than for the snapshot. */
  refresh: () => void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/** Longer from time to time, so that many open tabs do not keep a service down that comes up. */
function pauseAfter({ retryAfterSeconds }: Failure, failuresBefore: number): number {
  const pause = Math.max(FIRST_PAUSE_MS * 2 ** failuresBefore, (retryAfterSeconds ?? 0) * 1_000);
  return Math.min(pause, LONGEST_PAUSE_MS);
}

/** Asks the API, again when the question changes, and by itself until the service is back. */
export function useAnswer<T>(path: string): Asked<T> {
  const { client, signOut } = useSession();
  const [answer, setAnswer] = useState<Answer<T>>();
  const [failure, setFailure] = useState<Failure>();
  const [isLoading, setIsLoading] = useState(true);
  const [turn, setTurn] = useState(0);
  const wantsFresh = useRef(false);
  const failuresInTurn = useRef(0);

  useEffect(() => {
    const aborter = new AbortController();
    let retry: number | undefined;
    const isFresh = wantsFresh.current;
    wantsFresh.current = false;
    const fail = (error: unknown): void => {
      if (aborter.signal.aborted) return;
      if (!(error instanceof Failure)) throw error;
      if (error.kind === 'signed-out') {
        signOut(error.message);
        return;
      }
      if (error.passes) {
        retry = window.setTimeout(
          () => {
            setTurn((count) => count + 1);
          },
          pauseAfter(error, failuresInTurn.current),
        );
        failuresInTurn.current += 1;
      } else {
        setAnswer(undefined);
      }
      setFailure(error);
      setIsLoading(false);
    };
    setIsLoading(true);
    client.ask<T>(path, { signal: aborter.signal, isFresh }).then((found) => {
      failuresInTurn.current = 0;
      setAnswer(found);
      setFailure(undefined);
      setIsLoading(false);
    }, fail);
    return () => {
      aborter.abort();
      window.clearTimeout(retry);
    };
  }, [client, path, turn]);

  const refresh = useCallback(() => {
    wantsFresh.current = true;
    setTurn((count) => count + 1);
  }, []);
  return { path, answer, failure, isLoading, refresh };
}
