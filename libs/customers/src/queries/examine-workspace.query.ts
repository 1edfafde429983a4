import { compareRollups, type CountedDifference, type Difference } from '@app/analytics';
import { Database } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { differingCustomers } from '../customer-check.store.js';
import { directoryDifferences } from '../directory/directory-check.js';

/** Differences of a kind that are told one by one. */
const MOST = 100;
/** The longest time-out that PostgreSQL and Node know: 24 days. */
const NO_LIMIT_MS = 2 ** 31 - 1;

/**
 * Computes all that is stored of a workspace's events a second time, from the events, and compares:
 * customers' rows, the directory, rollups with their deltas, counts. On one view of the database, so that writers
 * need not stop. Answers the first 100 differences of each kind, each with the total of its kind.
 */
export class ExamineWorkspace extends Query<CountedDifference[]> {
  constructor(readonly workspace: Workspace) {
    super();
  }
}

@QueryHandler(ExamineWorkspace)
export class ExamineWorkspaceHandler implements IQueryHandler<ExamineWorkspace> {
  constructor(private readonly database: Database) {}

  execute({ workspace: { id } }: ExamineWorkspace): Promise<CountedDifference[]> {
    return this.database.patiently((patient) =>
      patient.snapshot(NO_LIMIT_MS, async (view) => [
        ...(await firstOf(differingCustomers(view, id))),
        ...(await firstOf(directoryDifferences(view, id))),
        ...(await compareRollups(view, id, MOST)),
      ]),
    );
  }
}

/** The first differences of each kind, and how many there are of it. */
async function firstOf(parts: AsyncGenerator<Difference[]>): Promise<CountedDifference[]> {
  const totals = new Map<string, number>();
  const first: Difference[] = [];
  for await (const differences of parts) {
    for (const difference of differences) {
      const total = (totals.get(difference.kind) ?? 0) + 1;
      totals.set(difference.kind, total);
      if (total <= MOST) first.push(difference);
    }
  }
  return first.map((difference) => ({ ...difference, total: totals.get(difference.kind) ?? 0 }));
}
