import { ExamineWorkspace } from '@app/customers';
import type { Workspace } from '@app/workspaces';
import { QueryBus } from '@nestjs/cqrs';
import type { TestApp } from './start-app.js';

/** Fails with what differs when anything stored is not what the events come to. */
export async function expectHealthy(app: TestApp, workspace: Workspace): Promise<void> {
  const differences = await app.nest.get(QueryBus).execute(new ExamineWorkspace(workspace));
  expect(differences).toEqual([]);
}
