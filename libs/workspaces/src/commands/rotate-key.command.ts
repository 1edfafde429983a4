import { ValidationFailed, announce, newId } from '@app/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { KEY_CHANGED } from '../access/changes.js';
import { hashOf, newSecret, shownPrefixOf } from '../access/secret.js';
import { ApiKey } from '../api-key.entity.js';
import { SERVICE, type Actor } from '../audit/actor.js';
import { recordDeed } from '../audit/audit-log.store.js';
import { KeyNotFound } from '../workspaces.errors.js';
import type { NewKey } from './create-key.command.js';

/**
 * Makes a key like another one, which goes on working for `overlapMs`. Throws `KeyNotFound`, or
 * `ValidationFailed` for an expired one.
 */
export class RotateKey extends Command<NewKey> {
  constructor(
    readonly id: string,
    readonly overlapMs: number,
    readonly actor: Actor = SERVICE,
  ) {
    super();
  }
}

@CommandHandler(RotateKey)
export class RotateKeyHandler implements ICommandHandler<RotateKey> {
  constructor(private readonly dataSource: DataSource) {}

  async execute({ id, overlapMs, actor }: RotateKey): Promise<NewKey> {
    return this.dataSource.transaction(async (manager) => {
      const keys = manager.getRepository(ApiKey);
      const old = await keys.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!old || old.revokedAt) throw new KeyNotFound(id);
      if (old.expiresAt && old.expiresAt.getTime() <= Date.now()) {
        throw ValidationFailed.of('id', 'is a key that has expired; create a new one');
      }
      const secret = newSecret();
      const key: ApiKey = {
        ...old,
        id: newId('key'),
        prefix: shownPrefixOf(secret),
        hash: hashOf(secret),
        createdAt: new Date(),
      };
      await keys.insert(key);
      const overlapEnd = new Date(Date.now() + overlapMs);
      const ends = old.expiresAt && old.expiresAt < overlapEnd ? old.expiresAt : overlapEnd;
      await keys.update({ id }, { expiresAt: ends });
      await announce(manager, KEY_CHANGED, { keyId: id });
      await recordDeed(manager, actor, {
        workspaceId: key.workspaceId,
        action: 'key.rotated',
        subject: id,
        details: { newKey: key.id, endsAt: ends.toISOString() },
      });
      return { key, secret };
    });
  }
}
