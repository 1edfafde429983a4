import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { Workspace } from '../workspace.entity.js';

/** Every workspace, by slug. */
export class ListWorkspaces extends Query<Workspace[]> {}

@QueryHandler(ListWorkspaces)
export class ListWorkspacesHandler implements IQueryHandler<ListWorkspaces> {
  constructor(private readonly dataSource: DataSource) {}

  execute(): Promise<Workspace[]> {
    return this.dataSource.getRepository(Workspace).find({ order: { slug: 'asc' } });
  }
}
