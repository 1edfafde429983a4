import { useState } from 'preact/hooks';
import { useSession } from '../signed-in.ts';
import type { Client } from './client.ts';
import { Failure } from './failure.ts';

export interface Action {
  isRunning: boolean;
  failure: Failure | undefined;
  run: (work: (client: Client) => Promise<void>) => void;
}

/** Something that a person does, and what became of it. */
export function useAction(): Action {
  const { client, signOut } = useSession();
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const run = (work: (client: Client) => Promise<void>): void => {
    setIsRunning(true);
    setFailure(undefined);
    work(client)
      .catch((error: unknown) => {
        if (!(error instanceof Failure)) throw error;
        if (error.kind === 'signed-out') signOut(error.message);
        else setFailure(error);
      })
      .finally(() => {
        setIsRunning(false);
      });
  };
  return { isRunning, failure, run };
}
