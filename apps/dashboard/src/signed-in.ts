import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Client } from './api/client.ts';

/** What the workspace of the key counts and dates in, as far as the key may know it. */
interface Workspace {
  currency: string;
  timezone: string;
}

export interface Session {
  client: Client;
  workspace: Workspace;
  /** Ends the session; what is said is shown where one signs in. */
  signOut: (reason?: string) => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Nobody is signed in.');
  return session;
}
