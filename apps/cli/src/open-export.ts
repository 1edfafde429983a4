import {
  CountCustomers,
  CountCustomersParams,
  ExportCustomers,
  ExportCustomersParams,
} from '@app/customers';
import { readDto, type Export } from '@app/platform';
import {
  CountClicks,
  ExportClicks,
  ExportClicksParams,
  ExportConversions,
  ExportConversionsParams,
  ListConversions,
  ListConversionsParams,
} from '@app/tracking';
import type { Workspace } from '@app/workspaces';
import { cliActor } from './cli-actor.js';
import type { Service } from './service.js';

interface Opened {
  found: Export;
  /** Undefined where it goes on from somewhere in between. */
  total: number | undefined;
}

/** Opens an export, and counts what it has: the same messages that the routes send. */
export async function open(
  { queries }: Service,
  workspace: Workspace,
  what: 'customers' | 'conversions' | 'clicks',
  params: Record<string, unknown>,
): Promise<Opened> {
  const { format: _format, cursor, ...filters } = params;
  const counted = async (count: () => Promise<number>): Promise<number | undefined> =>
    cursor === undefined ? count() : undefined;
  switch (what) {
    case 'customers': {
      const wanted = new ExportCustomers(
        workspace,
        readDto(ExportCustomersParams, params),
        cliActor(),
      );
      const total = await counted(async () => {
        const count = new CountCustomers(workspace, readDto(CountCustomersParams, filters));
        return (await queries.execute(count)).count;
      });
      return { total, found: await queries.execute(wanted) };
    }
    case 'conversions': {
      const wanted = new ExportConversions(
        workspace,
        readDto(ExportConversionsParams, params),
        cliActor(),
      );
      const total = await counted(async () => {
        const list = new ListConversions(workspace, readDto(ListConversionsParams, filters));
        return (await queries.execute(list)).pagination.total;
      });
      return { total, found: await queries.execute(wanted) };
    }
    case 'clicks': {
      const wanted = new ExportClicks(workspace, readDto(ExportClicksParams, params), cliActor());
      const total = await counted(() => queries.execute(new CountClicks(workspace, wanted.params)));
      return { total, found: await queries.execute(wanted) };
    }
  }
}
