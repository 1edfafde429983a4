import { csvLine, type Cell, type ExportFormat, type SnapshotTable } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import type { CohortDto, CohortsDto } from './queries/get-cohorts.query.js';
import type { LtvCohortsDto } from './queries/get-ltv-cohorts.query.js';

type Cells = Readonly<Record<string, Cell>>;

/** A table with the names of the columns above; without rows nothing but them. */
const csvOf = (columns: string[], rows: Cells[]): string =>
  [columns, ...rows.map((row) => columns.map((name) => row[name] ?? null))].map(csvLine).join('');

const linesOf = (records: object[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

const COHORT_COLUMNS = [
  'cohort',
  'customers',
  'customersWithLeads',
  'convertedCustomers',
  'conversionRate',
  'sales',
  'revenue',
  'averageLtv',
  'averageOrderValue',
] as const satisfies (keyof CohortDto)[];

/** One row a cohort, with a column for each period of retention. */
export const cohortsTable = (
  { slug }: Workspace,
  format: ExportFormat,
  periods: number,
): SnapshotTable<CohortsDto> => ({
  format,
  name: `${slug}-cohorts`,
  textOf: ({ cohorts, currency }) => {
    if (format === 'ndjson') return linesOf(cohorts);
    const ages = Array.from({ length: periods }, (_, age) => `retention${String(age)}`);
    const rows = cohorts.map(({ retention, ...cohort }) => ({
      ...cohort,
      currency,
      ...Object.fromEntries(ages.map((name, age) => [name, retention?.[age] ?? null])),
    }));
    return csvOf([...COHORT_COLUMNS, 'currency', ...ages], rows);
  },
});

const CURVE_COLUMNS = [
  'cohort',
  'customers',
  'payingCustomers',
  'month',
  'revenue',
  'cumulativeRevenue',
  'ltv',
  'complete',
  'currency',
];

/** One row a point of a curve, with its cohort's customers. */
export const ltvCohortsTable = (
  { slug }: Workspace,
  format: ExportFormat,
): SnapshotTable<LtvCohortsDto> => ({
  format,
  name: `${slug}-ltv-cohorts`,
  textOf: ({ cohorts, currency }) => {
    if (format === 'ndjson') return linesOf(cohorts);
    const rows = cohorts.flatMap(({ cohort, customers, payingCustomers, curve }) =>
      curve.map((point) => ({ cohort, customers, payingCustomers, ...point, currency })),
    );
    return csvOf(CURVE_COLUMNS, rows);
  },
});
