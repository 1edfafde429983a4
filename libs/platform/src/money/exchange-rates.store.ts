import { Injectable } from '@nestjs/common';
import { AppError } from '../errors/app-error.js';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { Statement } from '../database/statement.js';
import type { ConversionRate } from './conversion-rate.js';

/** The currency that rates are published for: a unit of it is always 1. */
const BASE = 'EUR';

/** No rate on or before the day: nothing is stored. */
class UnsupportedCurrency extends AppError {
  readonly code = 'UNSUPPORTED_CURRENCY';
  readonly kind = 'unprocessable';

  constructor(currency: string, day: string) {
    super(`There is no exchange rate for ${currency} on or before ${day}.`);
  }
}

const NEWEST_RATE = new Statement<{ rate: string }>(
  'rates.newest',
  `select rate::text as rate from exchange_rates
   where currency = $1 and day <= $2 order by day desc limit 1`,
);

const UPSERT_RATES = new Statement<{ currency: string }>(
  'rates.upsert',
  `insert into exchange_rates (currency, day, rate)
   select * from unnest($1::text[], $2::date[], $3::numeric[])
   on conflict (currency, day) do update set rate = excluded.rate
   where exchange_rates.rate <> excluded.rate
   returning currency`,
);

/** The bank's whole history has 220,000 rates: no statement may run into its time-out. */
const RATES_A_STATEMENT = 20_000;

const DELETE_RATES = new Statement<unknown>(
  'rates.delete',
  `delete from exchange_rates stored
   using unnest($1::text[], $2::date[], $3::numeric[]) as given (currency, day, rate)
   where stored.currency = given.currency and stored.day = given.day and stored.rate = given.rate`,
);

/** One published rate: units of a currency for 1 EUR, as a decimal. */
export interface PublishedRate {
  currency: string;
  /** `2026-03-01`, in UTC. */
  day: string;
  rate: string;
}

const columnsOf = (rates: PublishedRate[]): string[][] => [
  rates.map(({ currency }) => currency),
  rates.map(({ day }) => day),
  rates.map(({ rate }) => rate),
];

/** Exchange rates as the European Central Bank publishes them. */
@Injectable()
export class ExchangeRates {
  /** What a transaction has looked up: a batch has many sales of a currency and day. */
  private readonly known = new WeakMap<Transaction, Map<string, string>>();

  constructor(private readonly database: Database) {}

  /**
   * What converts an amount of the UTC day of `at`. Each currency has its own newest rate. Throws
   * `UnsupportedCurrency`.
   */
  async rateAt(
    transaction: Transaction,
    currency: { from: string; to: string },
    at: Date,
  ): Promise<ConversionRate> {
    const day = at.toISOString().slice(0, 10);
    const known = this.known.get(transaction) ?? new Map<string, string>();
    this.known.set(transaction, known);
    const newest = async (code: string): Promise<string> => {
      if (code === BASE) return '1';
      const key = `${code} ${day}`;
      const rate = known.get(key) ?? (await transaction.first(NEWEST_RATE, [code, day]))?.rate;
      if (rate === undefined) throw new UnsupportedCurrency(code, day);
      known.set(key, rate);
      return rate;
    };
    return { from: await newest(currency.from), to: await newest(currency.to) };
  }

  /**
   * Stores all of the rates or none; those of a day that is there already are replaced. Answers how
   * many changed.
   */
  async store(rates: PublishedRate[]): Promise<number> {
    return this.database.transaction(async (transaction) => {
      let changed = 0;
      for (let i = 0; i < rates.length; i += RATES_A_STATEMENT) {
        const part = rates.slice(i, i + RATES_A_STATEMENT);
        changed += (await transaction.rows(UPSERT_RATES, columnsOf(part))).length;
      }
      return changed;
    });
  }

  /** Takes rates away, but not one that has been replaced since. */
  async remove(rates: PublishedRate[]): Promise<void> {
    await this.database.rows(DELETE_RATES, columnsOf(rates));
  }
}
