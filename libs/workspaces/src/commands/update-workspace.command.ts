import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { checkSettings, type GivenSettings } from '../workspace-settings.js';
import { Workspace } from '../workspace.entity.js';
import { WorkspaceNotFound } from '../workspaces.errors.js';

/** Changes plan, time zone or attribution window. Throws `WorkspaceNotFound`, `ValidationFailed`. */
export class UpdateWorkspace extends Command<Workspace> {
  constructor(
    readonly slug: string,
    readonly changes: Pick<GivenSettings, 'plan' | 'timezone' | 'attributionWindowDays'>,
  ) {
    super();
  }
}

@CommandHandler(UpdateWorkspace)
export class UpdateWorkspaceHandler implements ICommandHandler<UpdateWorkspace> {
  constructor(private readonly dataSource: DataSource) {}

  async execute({ slug, changes }: UpdateWorkspace): Promise<Workspace> {
    const workspaces = this.dataSource.getRepository(Workspace);
    const workspace = await workspaces.findOneBy({ slug });
    if (!workspace) throw new WorkspaceNotFound(slug);
    return workspaces.save({ ...workspace, ...(await checkSettings(this.dataSource, changes)) });
  }
}
