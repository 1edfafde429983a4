import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Client } from './api/client.ts';
import { forgetKey, keepKey, readKey, takeKeyFromFragment } from './session.ts';
import { Shell } from './shell.tsx';
import { SignIn } from './sign-in.tsx';
import { SessionContext, type Session } from './signed-in.ts';

/** Until the first answer that tells, or for a key that may not ask for it. */
const UNKNOWN = { currency: 'USD', timezone: 'UTC' };

export function App(): JSX.Element {
  const [key, setKey] = useState(readKey);
  const [reason, setReason] = useState<string>();

  useEffect(() => {
    const take = (): void => {
      if (takeKeyFromFragment()) setKey(readKey());
    };
    window.addEventListener('hashchange', take);
    return () => {
      window.removeEventListener('hashchange', take);
    };
  }, []);

  const session = useMemo<Session | undefined>(() => {
    if (key === null) return undefined;
    const signOut = (why?: string): void => {
      forgetKey();
      setReason(why);
      setKey(null);
    };
    return { client: new Client(key), workspace: UNKNOWN, signOut };
  }, [key]);

  if (!session) {
    const signIn = (pasted: string): void => {
      keepKey(pasted);
      setReason(undefined);
      setKey(pasted);
    };
    return <SignIn reason={reason} onKey={signIn} />;
  }
  return (
    <SessionContext.Provider value={session} key={key}>
      <Shell session={session} />
    </SessionContext.Provider>
  );
}
