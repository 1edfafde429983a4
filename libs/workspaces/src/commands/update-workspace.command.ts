import { announce } from '@app/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { WORKSPACE_CHANGED } from '../access/changes.js';
import { SERVICE, type Actor } from '../audit/actor.js';
import { recordDeed } from '../audit/audit-log.store.js';
import { checkSettings, type GivenSettings } from '../workspace-settings.js';
import { Workspace } from '../workspace.entity.js';
import { WorkspaceNotFound } from '../workspaces.errors.js';

/** Changes plan or attribution window. Throws `WorkspaceNotFound`, `ValidationFailed`. */
export class UpdateWorkspace extends Command<Workspace> {
  constructor(
    readonly slug: string,
    readonly changes: Pick<GivenSettings, 'plan' | 'attributionWindowDays'>,
    readonly actor: Actor = SERVICE,
  ) {
    super();
  }
}

@CommandHandler(UpdateWorkspace)
export class UpdateWorkspaceHandler implements ICommandHandler<UpdateWorkspace> {
  constructor(private readonly dataSource: DataSource) {}

  async execute({ slug, changes, actor }: UpdateWorkspace): Promise<Workspace> {
    const checked = await checkSettings(this.dataSource, changes);
    return this.dataSource.transaction(async (manager) => {
      const workspaces = manager.getRepository(Workspace);
      // Only what is changed: a time zone that is being changed must not be written back.
      const hasChanges = Object.keys(checked).length > 0;
      if (hasChanges) await workspaces.update({ slug }, checked);
      const workspace = await workspaces.findOneBy({ slug });
      if (!workspace) throw new WorkspaceNotFound(slug);
      const { id } = workspace;
      if (!hasChanges) return workspace;
      const deed = { workspaceId: id, action: 'workspace.updated', subject: id } as const;
      await recordDeed(manager, actor, { ...deed, details: { ...checked } });
      await announce(manager, WORKSPACE_CHANGED, { workspaceId: id });
      return workspace;
    });
  }
}
