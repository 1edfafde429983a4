import type { DataSource } from 'typeorm';
import { StartUpFault } from './start-up-fault.js';

/** What is known of a server that keeps the data. */
export interface DatabaseTrust {
  fsync: string;
  fullPageWrites: string;
  /** As it is for the service's role and database. */
  synchronousCommit: string;
  role: string;
  isSuperuser: boolean;
}

interface TrustOptions {
  /** `ALLOW_UNSAFE_DATABASE`. */
  allowsUnsafe: boolean;
  warn: (sentence: string) => void;
}

/** What a server may do to data that it has said it has stored. */
export function unsafeSettings({
  fsync,
  fullPageWrites,
  synchronousCommit,
}: Pick<DatabaseTrust, 'fsync' | 'fullPageWrites' | 'synchronousCommit'>): string[] {
  return [
    ...(fsync === 'off' ? ['fsync is off: a crash of the machine may destroy the database'] : []),
    ...(fullPageWrites === 'off'
      ? ['full_page_writes is off: a crash of the machine may leave torn pages']
      : []),
    ...(synchronousCommit === 'off'
      ? ['synchronous_commit is off: a crash may lose what has been answered as stored']
      : []),
  ];
}

/** Throws `StartUpFault` for a server that may lose what it has confirmed, unless that is allowed. */
export async function checkTrust(
  dataSource: DataSource,
  place: string,
  { allowsUnsafe, warn }: TrustOptions,
): Promise<void> {
  const [trust] = await dataSource.query<DatabaseTrust[]>(
    `select current_setting('fsync') as fsync,
            current_setting('full_page_writes') as "fullPageWrites",
            current_setting('synchronous_commit') as "synchronousCommit",
            current_user as role,
            (select rolsuper from pg_roles where rolname = current_user) as "isSuperuser"`,
  );
  if (!trust) return;
  const unsafe = unsafeSettings(trust);
  if (unsafe.length > 0 && !allowsUnsafe) {
    throw new StartUpFault(
      `PostgreSQL at ${place} cannot be trusted with data:\n` +
        unsafe.map((sentence) => `  ${sentence}\n`).join('') +
        'Turn them on, or set ALLOW_UNSAFE_DATABASE=on where losing data does not matter.',
    );
  }
  for (const sentence of unsafe) warn(`PostgreSQL at ${place}: ${sentence}.`);
  if (trust.isSuperuser) {
    warn(
      `The role ${trust.role} is a superuser of PostgreSQL at ${place}: whoever gets hold of the service has the whole server. Give it a role that owns its database and nothing else.`,
    );
  }
}
