import type { CustomerDto } from '@app/customers';
import type { BatchResultDto, ClickDto, TrackedConversionDto } from '@app/tracking';
import type { ErrorDetail, Pagination } from '@app/platform';
import type { Answer } from './start-app.js';

/** The failure envelope's inside. */
export interface ErrorAnswer {
  code: string;
  message: string;
  requestId: string;
  details?: ErrorDetail[];
}

/** What a recalculation found. */
export interface Recalculation {
  customerId: string;
  ltv: number;
  previousLtv: number;
  sales: number;
  leads: number;
}

/** Throws with the whole answer when it is a failure: it tells more than a missing field. */
export function dataIn(answer: Answer): unknown {
  if (answer.status >= 300) throw new Error(`${String(answer.status)}: ${answer.text}`);
  return (answer.body as { data: unknown }).data;
}

export const customerIn = (answer: Answer): CustomerDto => dataIn(answer) as CustomerDto;

export const conversionIn = (answer: Answer): TrackedConversionDto =>
  dataIn(answer) as TrackedConversionDto;

export const clickIn = (answer: Answer): ClickDto => dataIn(answer) as ClickDto;

export const resultsIn = (answer: Answer): BatchResultDto['results'] =>
  (dataIn(answer) as BatchResultDto).results;

export const recalculationIn = (answer: Answer): Recalculation => dataIn(answer) as Recalculation;

export const countIn = (answer: Answer): number => (dataIn(answer) as { count: number }).count;

export const customersIn = (answer: Answer): CustomerDto[] => dataIn(answer) as CustomerDto[];

export const conversionsIn = (answer: Answer): TrackedConversionDto[] =>
  dataIn(answer) as TrackedConversionDto[];

export const paginationIn = (answer: Answer): Pagination =>
  (answer.body as { pagination: Pagination }).pagination;

export const errorIn = (answer: Answer): ErrorAnswer =>
  (answer.body as { error: ErrorAnswer }).error;

/** `400 VALIDATION_ERROR`; of a success its status alone. */
export const errorCode = (answer: Answer): string => {
  const { error } = (answer.body ?? {}) as { error?: ErrorAnswer };
  return error ? `${String(answer.status)} ${error.code}` : String(answer.status);
};

/** Headers of a conditional request; without its own `Cache-Control`, fetch would add `no-cache`. */
export const ifNoneMatch = (etag: string): Record<string, string> => ({
  'if-none-match': etag,
  'cache-control': 'max-stale',
});

interface CohortSums {
  customers: number;
  customersWithLeads: number;
  convertedCustomers: number;
  sales: number;
  revenue: number;
}

export const cohortsIn = (answer: Answer): { cohorts: CohortSums[]; totals: CohortSums } =>
  dataIn(answer) as { cohorts: CohortSums[]; totals: CohortSums };

interface ModelEntry {
  credit: number;
  revenue: number;
}

interface AttributionSums {
  touches: number;
  models: Record<string, ModelEntry[]>;
}

export const attributionIn = (answer: Answer): AttributionSums => dataIn(answer) as AttributionSums;
