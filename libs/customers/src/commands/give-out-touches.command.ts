import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Workspace } from '@app/workspaces';
import { TouchBacklog } from '../identity/touch-backlog.js';

/** Gives out all touches of a workspace that its writes left to the background. */
export class GiveOutTouches extends Command<void> {
  constructor(readonly workspace: Workspace) {
    super();
  }
}

@CommandHandler(GiveOutTouches)
export class GiveOutTouchesHandler implements ICommandHandler<GiveOutTouches> {
  constructor(private readonly backlog: TouchBacklog) {}

  async execute({ workspace }: GiveOutTouches): Promise<void> {
    await this.backlog.drain(workspace);
  }
}
