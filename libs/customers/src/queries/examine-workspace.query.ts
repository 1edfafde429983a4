import { compareRollups, type CountedDifference } from '@app/analytics';
import { Database } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { differingCustomers } from '../customer-check.store.js';

/** Differences of a kind that are told one by one. */
const MOST = 100;
/** The longest time-out that PostgreSQL and Node know: 24 days. */
const NO_LIMIT_MS = 2 ** 31 - 1;

/**
 * Computes all that is stored of a workspace's events a second time, from the events, and compares:
 * customers' rows, rollups with their deltas, counts. On one view of the database, so that writers
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
      patient.snapshot(NO_LIMIT_MS, async (view) => {
        let total = 0;
        const first = [];
        for await (const differences of differingCustomers(view, id)) {
          total += differences.length;
          first.push(...differences.slice(0, MOST - first.length));
        }
        const customers = first.map((difference) => ({ ...difference, total }));
        return [...customers, ...(await compareRollups(view, id, MOST))];
      }),
    );
  }
}
