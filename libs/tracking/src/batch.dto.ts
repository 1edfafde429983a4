import { ERROR_REFERENCE, type ErrorCode } from '@app/platform';
import { UpsertCustomerDto } from '@app/customers';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray } from 'class-validator';
import { TrackClickDto } from './click.dto.js';
import {
  TrackCustomDto,
  TrackLeadDto,
  TrackRefundDto,
  TrackSaleDto,
} from './track-conversion.dto.js';

export const MAX_EVENTS = 1_000;

const CODES = Object.keys(ERROR_REFERENCE);

/** The body that an item of each type has. */
export const ITEM_BODIES = {
  click: TrackClickDto,
  lead: TrackLeadDto,
  sale: TrackSaleDto,
  refund: TrackRefundDto,
  custom: TrackCustomDto,
  customer: UpsertCustomerDto,
} as const;

export type ItemType = keyof typeof ITEM_BODIES;

const itemSchemas = Object.entries(ITEM_BODIES).map(([type, body]) => ({
  title: type,
  allOf: [
    { $ref: getSchemaPath(body) },
    {
      type: 'object' as const,
      required: ['type'],
      properties: { type: { type: 'string' as const, enum: [type] } },
    },
  ],
}));

/** Several events, applied in order, each on its own. */
@ApiExtraModels(...Object.values(ITEM_BODIES))
export class TrackBatchDto {
  /** 1 to 1,000 items: the body of the item's own route, plus its `type`. */
  @IsArray({ message: 'must be a list' })
  @ArrayMinSize(1, { message: 'must have at least 1 item' })
  @ArrayMaxSize(MAX_EVENTS, { message: `must have at most ${String(MAX_EVENTS)} items` })
  @ApiProperty({
    type: 'array',
    minItems: 1,
    maxItems: MAX_EVENTS,
    items: { oneOf: itemSchemas },
    example: [
      { type: 'click', clickId: 'clk_1', linkId: 'link_home' },
      { type: 'sale', externalId: 'user_42', clickId: 'clk_1', amount: 4_200, orderId: 'o-1' },
    ],
  })
  events: unknown[];
}

/** A fault of one field of an item. */
export class ItemErrorDetailDto {
  /** The field of the item. */
  @ApiProperty({ example: 'amount' })
  path: string;

  /** What is wrong with it. */
  @ApiProperty({ example: 'must be an integer of minor units from 0 to 999999999999' })
  message: string;
}

/** Why an item was refused. */
export class ItemErrorDto {
  /** An error code, as its own route would answer. */
  @ApiProperty({ enum: CODES, enumName: 'ErrorCode', example: 'VALIDATION_ERROR' })
  code: ErrorCode;

  /** What is wrong, as a sentence. */
  @ApiProperty({ example: 'amount: must be an integer of minor units from 0 to 999999999999' })
  message: string;

  /** The faulty fields of the item. */
  @ApiPropertyOptional({ type: [ItemErrorDetailDto] })
  details?: ItemErrorDetailDto[];
}

const RESULTS = ['created', 'updated', 'duplicate', 'error'] as const;

/** What became of one item. */
export class ItemResultDto {
  /** The item's place in the request, from 0. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 0 })
  index: number;

  /** What the item did. */
  @ApiProperty({ enum: RESULTS, example: 'created' })
  status: (typeof RESULTS)[number];

  /** The record's id; null for an error. */
  @ApiProperty({ type: String, nullable: true, example: 'con_01KAS5E3V7Q1T4M8YB2ZC6D9XF' })
  id: string | null;

  /** Why the item was refused; only with the status `error`. */
  @ApiPropertyOptional({ type: ItemErrorDto })
  error?: ItemErrorDto;
}

/** What became of a batch. */
export class BatchResultDto {
  /** One result for each item, in order. */
  @ApiProperty({ type: [ItemResultDto] })
  results: ItemResultDto[];
}
