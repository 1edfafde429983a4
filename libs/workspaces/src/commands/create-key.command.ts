import { ValidationFailed, newId } from '@app/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { hashOf, newSecret, shownPrefixOf } from '../access/secret.js';
import { ApiKey } from '../api-key.entity.js';
import { SERVICE, type Actor } from '../audit/actor.js';
import { recordDeed } from '../audit/audit-log.store.js';
import { SCOPES, isScope } from '../scopes.js';
import { Workspace } from '../workspace.entity.js';
import { WorkspaceNotFound } from '../workspaces.errors.js';

/** A key and, only here and only now, its secret. */
export interface NewKey {
  key: ApiKey;
  secret: string;
}

/** Makes a key of a workspace. Throws `WorkspaceNotFound` or `ValidationFailed`. */
export class CreateKey extends Command<NewKey> {
  constructor(
    readonly slug: string,
    readonly options: { scopes?: string[]; name?: string; expiresAt?: Date | null } = {},
    readonly actor: Actor = SERVICE,
  ) {
    super();
  }
}

@CommandHandler(CreateKey)
export class CreateKeyHandler implements ICommandHandler<CreateKey> {
  constructor(private readonly dataSource: DataSource) {}

  async execute({ slug, options, actor }: CreateKey): Promise<NewKey> {
    const { scopes = [...SCOPES], name = 'default', expiresAt = null } = options;
    const workspace = await this.dataSource.getRepository(Workspace).findOneBy({ slug });
    if (!workspace) throw new WorkspaceNotFound(slug);
    if (name.trim() === '' || Array.from(name).length > 255) {
      throw ValidationFailed.of('name', 'must be 1 to 255 characters');
    }
    const known = scopes.filter(isScope);
    if (scopes.length === 0 || known.length < scopes.length) {
      throw ValidationFailed.of('scopes', `must be among ${SCOPES.join(', ')}`);
    }
    const secret = newSecret();
    const key: ApiKey = {
      id: newId('key'),
      workspaceId: workspace.id,
      name,
      prefix: shownPrefixOf(secret),
      hash: hashOf(secret),
      scopes: known,
      createdAt: new Date(),
      expiresAt,
      revokedAt: null,
    };
    await this.dataSource.transaction(async (manager) => {
      await manager.insert(ApiKey, key);
      await recordDeed(manager, actor, {
        workspaceId: workspace.id,
        action: 'key.created',
        subject: key.id,
        details: { scopes: known, expiresAt: expiresAt?.toISOString() ?? null },
      });
    });
    return { key, secret };
  }
}
