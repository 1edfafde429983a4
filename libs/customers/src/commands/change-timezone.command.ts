import { ENTER_LANE, laneOf, rebuildRollups } from '@app/analytics';
import { Database, Statement, announce } from '@app/platform';
import {
  SERVICE,
  WORKSPACE_CHANGED,
  Workspace,
  WorkspaceNotFound,
  checkSettings,
  recordDeed,
  type Actor,
} from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';

const SET_TIMEZONE = new Statement<unknown>(
  'workspaces.set-timezone',
  'update workspaces set timezone = $2 where id = $1',
);

/**
 * Changes the time zone that a workspace's days begin in, and with it all that is summed up by days.
 * Its writes wait meanwhile. Throws `ValidationFailed` or `WorkspaceNotFound`.
 */
export class ChangeTimezone extends Command<Workspace> {
  constructor(
    readonly slug: string,
    readonly timezone: string,
    readonly actor: Actor = SERVICE,
  ) {
    super();
  }
}

@CommandHandler(ChangeTimezone)
export class ChangeTimezoneHandler implements ICommandHandler<ChangeTimezone> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly database: Database,
  ) {}

  async execute({ slug, timezone, actor }: ChangeTimezone): Promise<Workspace> {
    await checkSettings(this.dataSource, { timezone });
    const workspaces = this.dataSource.getRepository(Workspace);
    const workspace = await workspaces.findOneBy({ slug });
    if (!workspace) throw new WorkspaceNotFound(slug);
    if (workspace.timezone === timezone) return workspace;
    await this.database.patiently((patient) =>
      patient.transaction(async (transaction) => {
        await transaction.rows(ENTER_LANE, [laneOf(workspace.id)]);
        await transaction.rows(SET_TIMEZONE, [workspace.id, timezone]);
        await rebuildRollups(transaction, workspace.id);
        await announce(transaction, WORKSPACE_CHANGED, { workspaceId: workspace.id });
        const { id } = workspace;
        const deed = { workspaceId: id, action: 'workspace.updated', subject: id } as const;
        await recordDeed(transaction, actor, { ...deed, details: { timezone } });
      }),
    );
    return workspaces.findOneByOrFail({ slug });
  }
}
