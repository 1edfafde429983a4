import { newId } from '@app/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { SERVICE, type Actor } from '../audit/actor.js';
import { recordDeed } from '../audit/audit-log.store.js';
import { checkSettings, type GivenSettings } from '../workspace-settings.js';
import { Workspace } from '../workspace.entity.js';
import { SlugTaken } from '../workspaces.errors.js';

/** Makes a workspace. Throws `ValidationFailed` or `SlugTaken`. */
export class CreateWorkspace extends Command<Workspace> {
  constructor(
    readonly settings: GivenSettings & { slug: string },
    readonly actor: Actor = SERVICE,
  ) {
    super();
  }
}

@CommandHandler(CreateWorkspace)
export class CreateWorkspaceHandler implements ICommandHandler<CreateWorkspace> {
  constructor(private readonly dataSource: DataSource) {}

  async execute({ settings, actor }: CreateWorkspace): Promise<Workspace> {
    const checked = await checkSettings(this.dataSource, settings);
    const createdAt = new Date();
    const workspace: Workspace = {
      id: newId('ws'),
      slug: settings.slug,
      name: checked.name ?? settings.slug,
      plan: checked.plan ?? 'starter',
      timezone: checked.timezone ?? 'UTC',
      currency: checked.currency ?? 'USD',
      attributionWindowDays: checked.attributionWindowDays ?? 30,
      hashSecret: randomBytes(32).toString('base64url'),
      createdAt,
      // Nothing has happened yet: empty rollups say so.
      rollupsBuiltAt: createdAt,
    };
    return this.dataSource.transaction(async (manager) => {
      const inserted = await manager
        .createQueryBuilder()
        .insert()
        .into(Workspace)
        .values(workspace)
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) throw new SlugTaken(settings.slug);
      const { id, plan, timezone, currency } = workspace;
      await recordDeed(manager, actor, {
        workspaceId: id,
        action: 'workspace.created',
        subject: id,
        details: { plan, timezone, currency },
      });
      return workspace;
    });
  }
}
