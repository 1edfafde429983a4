import { NULLABLE_TEXT } from '@app/platform';
import type { SnapshotKey } from '@app/platform';
import {
  AnalyticsStore,
  CONVERSION_STATUSES,
  CONVERSION_TYPES,
  attribution,
  type AttributedConversion,
  type ConversionStatus,
  type ConversionType,
  type TouchGroup,
  type Touchpoint,
} from '@app/analytics';
import type { Workspace } from '@app/workspaces';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { TouchDto } from '../customer.dto.js';

/** The touches of one link, campaign or source. */
export class TouchGroupDto {
  /** The link, campaign or source; null for none. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'link_home' })
  id: string | null;

  /** How many touches it has. */
  @ApiProperty({ type: 'integer', minimum: 1, example: 2 })
  touches: number;

  /** The earliest of them. */
  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:00:00.000Z' })
  firstAt: string;

  /** The latest of them. */
  @ApiProperty({ format: 'date-time', example: '2026-03-02T09:00:00.000Z' })
  lastAt: string;
}

/** A conversion, and the touches that may have brought it about. */
export class AttributedConversionDto {
  /** The conversion's id. */
  @ApiProperty({ example: 'con_01KAS5E3V7Q1T4M8YB2ZC6D9XF' })
  id: string;

  /** What kind of outcome it is. */
  @ApiProperty({ enum: CONVERSION_TYPES })
  type: ConversionType;

  /** Its name. */
  @ApiProperty({ example: 'Sale' })
  eventName: string;

  /** Its status; a sale counts while it is `approved`. */
  @ApiProperty({ enum: CONVERSION_STATUSES })
  status: ConversionStatus;

  /** When it happened. */
  @ApiProperty({ format: 'date-time', example: '2026-03-02T10:00:00.000Z' })
  occurredAt: string;

  /** Net while the sale counts, else 0, in reporting minor units; null for leads and customs. */
  @ApiProperty({ type: 'integer', nullable: true, example: 4_200 })
  reportingNet: number | null;

  /** The number of its eligible touches: those in the attribution window up to it. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 2 })
  touches: number;

  /** The last of its eligible touches, or null. */
  @ApiProperty({ type: TouchDto, nullable: true })
  attributedTouch: TouchDto | null;
}

/** What a model gives to a link, campaign and source; all null for sales that no touch brought. */
export class AttributionEntryDto {
  /** The link, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'link_home' })
  linkId: string | null;

  /** The campaign, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'spring' })
  campaignId: string | null;

  /** The source, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'newsletter' })
  source: string | null;

  /** Its shares of counting sales, summed, to 4 decimals. */
  @ApiProperty({ example: 1.5 })
  credit: number;

  /** Its shares of their net, in reporting minor units. */
  @ApiProperty({ type: 'integer', example: 6_300 })
  revenue: number;
}

/** The same sales by five models: most revenue first, then most credit. */
export class AttributionModelsDto {
  /** All to the first eligible touch. */
  @ApiProperty({ type: [AttributionEntryDto] })
  firstTouch: AttributionEntryDto[];

  /** All to the last eligible touch. */
  @ApiProperty({ type: [AttributionEntryDto] })
  lastTouch: AttributionEntryDto[];

  /** In equal shares. */
  @ApiProperty({ type: [AttributionEntryDto] })
  linear: AttributionEntryDto[];

  /** By weights that halve with every 7 days before the sale. */
  @ApiProperty({ type: [AttributionEntryDto] })
  timeDecay: AttributionEntryDto[];

  /** 40 % to the first, 40 % to the last, 20 % shared between the others; of two, half each. */
  @ApiProperty({ type: [AttributionEntryDto] })
  positionBased: AttributionEntryDto[];
}

/** What brought a customer, and which touches its conversions are owed to. */
export class AttributionDto {
  /** The customer's id. */
  @ApiProperty({ example: 'cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF' })
  customerId: string;

  /** The touch that brought the customer; null when it had converted before its first click. */
  @ApiProperty({ type: TouchDto, nullable: true })
  firstTouch: TouchDto | null;

  /** The latest touch, or null. */
  @ApiProperty({ type: TouchDto, nullable: true })
  lastTouch: TouchDto | null;

  /** How many touches the customer has. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 3 })
  touches: number;

  /** Touches by link: most touches first, then by id. */
  @ApiProperty({ type: [TouchGroupDto] })
  links: TouchGroupDto[];

  /** Touches by campaign: most touches first, then by id, null last. */
  @ApiProperty({ type: [TouchGroupDto] })
  campaigns: TouchGroupDto[];

  /** Touches by source: most touches first, then by id, null last. */
  @ApiProperty({ type: [TouchGroupDto] })
  sources: TouchGroupDto[];

  /** The latest 1,000 conversions of any type and status, in time order. */
  @ApiProperty({ type: [AttributedConversionDto] })
  conversions: AttributedConversionDto[];

  /** All counting sales, attributed by each model. */
  models: AttributionModelsDto;
}

/** The attribution of a live customer. */
export class GetAttribution extends Query<AttributionDto> {
  constructor(
    readonly workspace: Workspace,
    /** `cus_…`, known to exist. */
    readonly customerId: string,
  ) {
    super();
  }

  get snapshotKey(): SnapshotKey {
    return {
      workspaceId: this.workspace.id,
      question: 'attribution',
      subject: this.customerId,
      params: { attributionWindowDays: this.workspace.attributionWindowDays },
    };
  }
}

const touchOf = (touch: Touchpoint): TouchDto => ({
  clickId: touch.clickId,
  linkId: touch.linkId,
  campaignId: touch.campaignId,
  source: touch.source,
  medium: touch.medium,
  referrer: touch.referrer,
  occurredAt: touch.occurredAt.toISOString(),
});

const groupOf = ({ id, touches, firstAt, lastAt }: TouchGroup): TouchGroupDto => ({
  id,
  touches,
  firstAt: firstAt.toISOString(),
  lastAt: lastAt.toISOString(),
});

const conversionOf = (conversion: AttributedConversion): AttributedConversionDto => ({
  ...conversion,
  occurredAt: conversion.occurredAt.toISOString(),
  attributedTouch: conversion.attributedTouch && touchOf(conversion.attributedTouch),
});

@QueryHandler(GetAttribution)
export class GetAttributionHandler implements IQueryHandler<GetAttribution> {
  constructor(private readonly analytics: AnalyticsStore) {}

  async execute({ workspace, customerId }: GetAttribution): Promise<AttributionDto> {
    const answer = await this.analytics.ask(attribution, {
      workspaceId: workspace.id,
      customerId,
      windowDays: workspace.attributionWindowDays,
    });
    return {
      customerId,
      firstTouch: answer.firstTouch && touchOf(answer.firstTouch),
      lastTouch: answer.lastTouch && touchOf(answer.lastTouch),
      touches: answer.touches,
      links: answer.links.map(groupOf),
      campaigns: answer.campaigns.map(groupOf),
      sources: answer.sources.map(groupOf),
      conversions: answer.conversions.map(conversionOf),
      models: answer.models,
    };
  }
}
