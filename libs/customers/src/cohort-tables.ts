import { csvLine, type Cell, type ExportFormat, type SnapshotTable } from '@app/platform';
import type { Workspace } from '@app/workspaces';

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
] as const;

/** What an answer has for a table. */
interface Cohorts<Cohort> {
  currency: string;
  cohorts: Cohort[];
}

type Cohort = Record<(typeof COHORT_COLUMNS)[number], Cell> & {
  retention?: number[];
};

/** One row a cohort, with a column for each period of retention. */
export const cohortsTable = (
  { slug }: Workspace,
  format: ExportFormat,
  periods: number,
): SnapshotTable<Cohorts<Cohort>> => ({
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

interface LtvCohort {
  cohort: string | null;
  customers: number;
  payingCustomers: number;
  curve: Record<'month' | 'revenue' | 'cumulativeRevenue' | 'ltv' | 'complete', Cell>[];
}

/** One row a point of a curve, with its cohort's customers. */
export const ltvCohortsTable = (
  { slug }: Workspace,
  format: ExportFormat,
): SnapshotTable<Cohorts<LtvCohort>> => ({
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
