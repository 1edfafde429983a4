import { rebuildRollups } from '@app/analytics';
import { Database } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import type { TestApp } from './start-app.js';

/** Builds the rollups of a workspace from its events. */
export const buildRollups = (app: TestApp, { id }: Workspace): Promise<void> =>
  app.nest.get(Database).transaction((transaction) => rebuildRollups(transaction, id));
