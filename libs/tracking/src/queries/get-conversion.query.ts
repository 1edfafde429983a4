import { Database } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ConversionDto } from '../conversion.dto.js';
import { CONVERSION_BY_ID } from '../conversion.store.js';
import { toConversionDto } from '../conversion-view.js';
import { ConversionNotFound } from '../tracking.errors.js';

/** One conversion. Throws `ConversionNotFound`. */
export class GetConversion extends Query<ConversionDto> {
  constructor(
    readonly workspace: Workspace,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(GetConversion)
export class GetConversionHandler implements IQueryHandler<GetConversion> {
  constructor(private readonly database: Database) {}

  async execute({ workspace, id }: GetConversion): Promise<ConversionDto> {
    const conversion = await this.database.first(CONVERSION_BY_ID, [workspace.id, id]);
    if (!conversion) throw new ConversionNotFound();
    return toConversionDto(conversion, workspace.currency);
  }
}
