import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Purchases as items of a batch, and what they add up to. */
export interface Purchases {
  /** Where they come from, for the title of a test. */
  origin: string;
  items: object[];
  customers: number;
  sales: number;
  /** US cents. */
  revenue: number;
}

interface Purchase {
  customer: string;
  day: string;
  cents: number;
}

/**
 * The first purchases of the CDNOW file (`CDNOW_FILE`, or beside the project), or, where it is not,
 * as many of the same shape.
 */
export function cdnowLines(count: number): Purchases {
  const file = process.env['CDNOW_FILE'] ?? path.resolve('../shared/data/CDNOW_master.txt');
  const isThere = existsSync(file);
  const purchases = isThere ? readPurchases(file, count) : inventPurchases(count);
  const firstDays = new Map<string, string>();
  for (const { customer, day } of purchases) {
    const first = firstDays.get(customer);
    if (first === undefined || day < first) firstDays.set(customer, day);
  }
  return {
    origin: isThere
      ? 'the first purchases of the CDNOW file'
      : 'invented purchases, for the CDNOW file is absent',
    items: [
      ...Array.from(firstDays, ([customer, day]) => ({
        type: 'customer',
        externalId: `cdnow_${customer}`,
        createdAt: noon(day),
      })),
      ...purchases.map(({ customer, day, cents }, line) => ({
        type: 'sale',
        externalId: `cdnow_${customer}`,
        amount: cents,
        currency: 'USD',
        orderId: `cdnow_${customer}_${String(line)}`,
        occurredAt: noon(day),
      })),
    ],
    customers: firstDays.size,
    sales: purchases.length,
    revenue: purchases.reduce((sum, { cents }) => sum + cents, 0),
  };
}

const noon = (day: string): string => `${day}T12:00:00Z`;

/** Columns: customer, day as YYYYMMDD, number of CDs, dollars. */
function readPurchases(file: string, count: number): Purchase[] {
  const lines = readFileSync(file, 'latin1')
    .split(/\r?\n/)
    .slice(1, count + 1);
  return lines.map((line) => {
    const [customer = '', day = '', , dollars = ''] = line.trim().split(/\s+/);
    return {
      customer,
      day: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
      cents: Math.round(Number(dollars) * 100),
    };
  });
}

const inventPurchases = (count: number): Purchase[] =>
  Array.from({ length: count }, (_, index) => ({
    customer: String((index * 7) % 850).padStart(5, '0'),
    day: new Date(Date.UTC(1997, 0, 1 + ((index * 13) % 540))).toISOString().slice(0, 10),
    cents: (index * 137) % 9_000,
  }));
