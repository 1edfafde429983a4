import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { ApiKey } from '../api-key.entity.js';
import { Workspace } from '../workspace.entity.js';

/** A key with the slug of its workspace. */
export type ListedKey = ApiKey & { workspace: string };

/** Every key of every workspace, oldest first; secrets are not kept. */
export class ListKeys extends Query<ListedKey[]> {}

@QueryHandler(ListKeys)
export class ListKeysHandler implements IQueryHandler<ListKeys> {
  constructor(private readonly dataSource: DataSource) {}

  async execute(): Promise<ListedKey[]> {
    const keys = await this.dataSource.getRepository(ApiKey).find({ order: { id: 'asc' } });
    const workspaces = await this.dataSource.getRepository(Workspace).find();
    const slugs = new Map(workspaces.map(({ id, slug }) => [id, slug]));
    return keys.map((key) => ({ ...key, workspace: slugs.get(key.workspaceId) ?? '' }));
  }
}
