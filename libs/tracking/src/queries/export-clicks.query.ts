import {
  DAY_OR_INSTANT,
  ExportParams,
  IsDayOrInstant,
  IsName,
  rangeOf,
  type Export,
} from '@app/platform';
import { AuditedExports, SERVICE, type Actor, type Workspace } from '@app/workspaces';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { clickShape, type ExportedClick } from '../click-export.js';
import { exportSql, type ClickFilter } from '../click-export.store.js';

/** Which clicks to export. */
export class ExportClicksParams extends ExportParams {
  /** Only clicks on this link. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ minLength: 1, maxLength: 255, example: 'link_home' })
  linkId?: string;

  /** Only clicks of this campaign. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ minLength: 1, maxLength: 255, example: 'spring' })
  campaignId?: string;

  /** Only clicks from this source. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ minLength: 1, maxLength: 255, example: 'newsletter' })
  source?: string;

  /** Only from this day or instant on; a day means the workspace's time zone. */
  @IsOptional()
  @IsDayOrInstant()
  @ApiPropertyOptional({ ...DAY_OR_INSTANT, example: '2026-03-01' })
  start?: string;

  /** Only up to this day (inclusive) or instant (exclusive). */
  @IsOptional()
  @IsDayOrInstant()
  @ApiPropertyOptional({ ...DAY_OR_INSTANT, example: '2026-03-31' })
  end?: string;
}

/** Throws `ValidationFailed`. */
export function clickFilterOf(params: ExportClicksParams, { timezone }: Workspace): ClickFilter {
  const { linkId, campaignId, source } = params;
  return { linkId, campaignId, source, range: rangeOf(params, timezone) };
}

/** All clicks that a filter lets through, as a file. Throws `ValidationFailed`. */
export class ExportClicks extends Query<Export> {
  readonly filter: ClickFilter;

  constructor(
    readonly workspace: Workspace,
    readonly params: ExportClicksParams,
    readonly actor: Actor = SERVICE,
  ) {
    super();
    this.filter = clickFilterOf(params, workspace);
  }
}

@QueryHandler(ExportClicks)
export class ExportClicksHandler implements IQueryHandler<ExportClicks> {
  constructor(private readonly exports: AuditedExports) {}

  execute({ workspace, params, actor, filter }: ExportClicks): Promise<Export> {
    return this.exports.open<ExportedClick>(workspace, actor, params, {
      what: 'clicks',
      question: filter,
      sql: (after) => exportSql(workspace.id, filter, after),
      keyOf: ({ clickId }) => clickId,
      shape: clickShape,
    });
  }
}
