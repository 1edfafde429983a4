import { announce } from '@app/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { KEY_CHANGED } from '../access/changes.js';
import { ApiKey } from '../api-key.entity.js';
import { SERVICE, type Actor } from '../audit/actor.js';
import { recordDeed } from '../audit/audit-log.store.js';
import { KeyNotFound } from '../workspaces.errors.js';

/** Ends a key; again is no error. Running servers refuse it at once, and in any case within a second. */
export class RevokeKey extends Command<ApiKey> {
  constructor(
    readonly id: string,
    readonly actor: Actor = SERVICE,
  ) {
    super();
  }
}

@CommandHandler(RevokeKey)
export class RevokeKeyHandler implements ICommandHandler<RevokeKey> {
  constructor(private readonly dataSource: DataSource) {}

  async execute({ id, actor }: RevokeKey): Promise<ApiKey> {
    return this.dataSource.transaction(async (manager) => {
      const keys = manager.getRepository(ApiKey);
      const key = await keys.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!key) throw new KeyNotFound(id);
      if (key.revokedAt) return key;
      const { workspaceId } = key;
      await recordDeed(manager, actor, { workspaceId, action: 'key.revoked', subject: id });
      await announce(manager, KEY_CHANGED, { keyId: id });
      return keys.save({ ...key, revokedAt: new Date() });
    });
  }
}
