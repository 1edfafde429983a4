import type { Actor } from '@app/workspaces';
import { userInfo } from 'node:os';

/** Who uses the command line, as the audit log names them. */
export function cliActor(): Actor {
  return { name: `cli:${userName()}`, requestId: null };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container a user may have a number and no name.
    return String(process.getuid?.() ?? 'unknown');
  }
}
