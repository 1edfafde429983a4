import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { Workspace } from '../workspace.entity.js';
import { WorkspaceNotFound } from '../workspaces.errors.js';

/** One workspace by its slug. Throws `WorkspaceNotFound`. */
export class GetWorkspace extends Query<Workspace> {
  constructor(readonly slug: string) {
    super();
  }
}

@QueryHandler(GetWorkspace)
export class GetWorkspaceHandler implements IQueryHandler<GetWorkspace> {
  constructor(private readonly dataSource: DataSource) {}

  async execute({ slug }: GetWorkspace): Promise<Workspace> {
    const workspace = await this.dataSource.getRepository(Workspace).findOneBy({ slug });
    if (!workspace) throw new WorkspaceNotFound(slug);
    return workspace;
  }
}
