import type { CountedDifference } from '@app/analytics';
import type { Workspace } from '@app/workspaces';
import type { Command } from 'commander';
import { cliActor } from './cli-actor.js';
import { Failure } from './failure.js';
import { counted, grouped, printable } from './output.js';
import type { Service } from './service.js';
import { JSON_OPTION, withService, type JsonOption, type Shell } from './shell.js';

interface DoctorOptions extends JsonOption {
  workspace?: string;
  repair?: boolean;
}

/** What was found in a workspace, and what was done about it. */
interface Finding {
  workspace: string;
  /** The first 100 of each kind. */
  differences: CountedDifference[];
  /** How many there are. */
  total: number;
  repaired: { customers: number } | null;
  /** How many there still are. */
  left: number;
}

export function addDoctorCommand(program: Command, shell: Shell): void {
  program
    .command('doctor')
    .description('compute everything a second time, from the events, and compare')
    .option('--workspace <slug>', 'one workspace (default: all)')
    .option('--repair', 'recalculate the customers that differ, and build the rollups anew')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      `
Compares what each customer's row says, the rollups that cohorts are answered from, and counts, on
one view of the database: it may run while the server does. Each difference is a line, at most 100
of a kind; the exit code is 1 when there is one that has not been repaired. After a repair it looks
once more.

A repair makes the writes of the workspace wait while its rollups are built.

Examples:
  $ npm run -s cli -- doctor
  $ npm run -s cli -- doctor --workspace acme --repair`,
    )
    .action((options: DoctorOptions) => doctor(shell, options));
}

async function doctor(shell: Shell, { workspace, repair, json }: DoctorOptions): Promise<void> {
  const { GetWorkspace, ListWorkspaces } = await import('./messages.js');
  const findings = await withService(shell, async (service) => {
    const workspaces = workspace
      ? [await service.queries.execute(new GetWorkspace(workspace))]
      : await service.queries.execute(new ListWorkspaces());
    const found: Finding[] = [];
    for (const each of workspaces) {
      const finding = await examine(service, each, repair ?? false);
      if (!json) tell(shell, finding);
      found.push(finding);
    }
    return found;
  });
  if (json) shell.output.answer(JSON.stringify(findings));
  const ill = findings.filter(({ left }) => left > 0);
  if (ill.length > 0) {
    const sum = ill.reduce((total, finding) => total + finding.left, 0);
    throw new Failure(
      `Found ${counted(sum, 'difference')} in ${counted(ill.length, 'workspace')}.`,
    );
  }
}

async function examine(
  { queries, commands }: Service,
  workspace: Workspace,
  repair: boolean,
): Promise<Finding> {
  const { ExamineWorkspace, RepairWorkspace } = await import('./messages.js');
  const differences = await queries.execute(new ExamineWorkspace(workspace));
  const total = totalOf(differences);
  const isRepaired = repair && total > 0;
  const message = new RepairWorkspace(workspace, cliActor());
  const repaired = isRepaired ? await commands.execute(message) : null;
  const left = isRepaired ? totalOf(await queries.execute(new ExamineWorkspace(workspace))) : total;
  return { workspace: workspace.slug, differences, total, repaired, left };
}

function totalOf(differences: readonly CountedDifference[]): number {
  const totals = new Map(differences.map(({ kind, total }) => [kind, total]));
  return [...totals.values()].reduce((sum, count) => sum + count, 0);
}

function tell({ output }: Shell, { workspace, differences, total, repaired, left }: Finding): void {
  for (const difference of differences) {
    output.answer(printable(`${workspace}: ${sentenceOf(difference)}`));
  }
  for (const [kind, { told, of }] of countsOf(differences)) {
    if (told < of)
      output.answer(`${workspace}: ${kind}: ${grouped(of - told)} more, ${grouped(of)} in all`);
  }
  if (total === 0) output.answer(`${workspace}: nothing differs from the events`);
  if (repaired) {
    const customers = counted(repaired.customers, 'customer');
    output.answer(`${workspace}: recalculated ${customers} and built the rollups anew`);
    if (left > 0)
      output.answer(`${workspace}: ${counted(left, 'difference')} could not be repaired`);
  }
}

/** `customers cus_…: ltv is 5 instead of 7`. */
function sentenceOf({ kind, subject, stored, expected }: CountedDifference): string {
  const faults = Object.keys(expected)
    .filter((name) => stored[name] !== expected[name])
    .map((name) => `${name} is ${String(stored[name])} instead of ${String(expected[name])}`);
  return `${kind} ${subject}: ${faults.join(', ')}`;
}

function countsOf(
  differences: readonly CountedDifference[],
): ReadonlyMap<string, { told: number; of: number }> {
  const counts = new Map<string, { told: number; of: number }>();
  for (const { kind, total } of differences) {
    counts.set(kind, { told: (counts.get(kind)?.told ?? 0) + 1, of: total });
  }
  return counts;
}
