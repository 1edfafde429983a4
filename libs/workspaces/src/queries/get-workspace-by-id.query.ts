import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { Workspace } from '../workspace.entity.js';
import { WorkspaceNotFound } from '../workspaces.errors.js';

/** One workspace by its id. Throws `WorkspaceNotFound`. */
export class GetWorkspaceById extends Query<Workspace> {
  constructor(readonly id: string) {
    super();
  }
}

@QueryHandler(GetWorkspaceById)
export class GetWorkspaceByIdHandler implements IQueryHandler<GetWorkspaceById> {
  constructor(private readonly dataSource: DataSource) {}

  async execute({ id }: GetWorkspaceById): Promise<Workspace> {
    const workspace = await this.dataSource.getRepository(Workspace).findOneBy({ id });
    if (!workspace) throw new WorkspaceNotFound(id);
    return workspace;
  }
}
