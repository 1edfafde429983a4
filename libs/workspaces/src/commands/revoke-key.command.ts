import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { ApiKey } from '../api-key.entity.js';
import { KeyNotFound } from '../workspaces.errors.js';

/** Ends a key; again is no error. Running servers refuse it within 5 seconds. */
export class RevokeKey extends Command<ApiKey> {
  constructor(readonly id: string) {
    super();
  }
}

@CommandHandler(RevokeKey)
export class RevokeKeyHandler implements ICommandHandler<RevokeKey> {
  constructor(private readonly dataSource: DataSource) {}

  async execute({ id }: RevokeKey): Promise<ApiKey> {
    const keys = this.dataSource.getRepository(ApiKey);
    const key = await keys.findOneBy({ id });
    if (!key) throw new KeyNotFound(id);
    return keys.save({ ...key, revokedAt: key.revokedAt ?? new Date() });
  }
}
