import type { Click } from '@app/analytics';
import type { Cell, ExportShape } from '@app/platform';

/** A click as an export reads it. */
export type ExportedClick = Omit<Click, 'workspaceId' | 'visitorKey'>;

const COLUMNS = [
  'clickId',
  'linkId',
  'campaignId',
  'source',
  'medium',
  'referrer',
  'country',
  'visitorId',
  'occurredAt',
  'createdAt',
] as const satisfies (keyof ExportedClick)[];

const cellOf = (value: string | Date | null): Cell =>
  value instanceof Date ? value.toISOString() : value;

/** The item that makes the same click again. */
const itemOf = ({ createdAt: _createdAt, ...click }: ExportedClick): object => ({
  type: 'click',
  ...Object.fromEntries(Object.entries(click).filter(([, value]) => value !== null)),
});

export const clickShape: Omit<ExportShape<ExportedClick>, 'cursor'> = {
  columns: COLUMNS,
  cells: (click) => COLUMNS.map((column) => cellOf(click[column])),
  items: (click) => [itemOf(click)],
};
