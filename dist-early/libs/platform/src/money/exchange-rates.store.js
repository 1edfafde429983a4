var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { AppError } from '../errors/app-error.js';
import { Database } from '../database/database.js';
import { Statement } from '../database/statement.js';
/** The currency that rates are published for: a unit of it is always 1. */
const BASE = 'EUR';
/** No rate on or before the day: nothing is stored. */
class UnsupportedCurrency extends AppError {
    constructor(currency, day) {
        super(`There is no exchange rate for ${currency} on or before ${day}.`);
        this.code = 'UNSUPPORTED_CURRENCY';
        this.kind = 'unprocessable';
    }
}
const NEWEST_RATE = new Statement('rates.newest', `select rate::text as rate from exchange_rates
   where currency = $1 and day <= $2 order by day desc limit 1`);
const UPSERT_RATES = new Statement('rates.upsert', `insert into exchange_rates (currency, day, rate)
   select * from unnest($1::text[], $2::date[], $3::numeric[])
   on conflict (currency, day) do update set rate = excluded.rate
   where exchange_rates.rate <> excluded.rate
   returning currency`);
/** The bank's whole history has 220,000 rates: no statement may run into its time-out. */
const RATES_A_STATEMENT = 20_000;
const DELETE_RATES = new Statement('rates.delete', `delete from exchange_rates stored
   using unnest($1::text[], $2::date[], $3::numeric[]) as given (currency, day, rate)
   where stored.currency = given.currency and stored.day = given.day and stored.rate = given.rate`);
const columnsOf = (rates) => [
    rates.map(({ currency }) => currency),
    rates.map(({ day }) => day),
    rates.map(({ rate }) => rate),
];
/** Exchange rates as the European Central Bank publishes them. */
let ExchangeRates = class ExchangeRates {
    constructor(database) {
        this.database = database;
    }
    /**
     * What converts an amount of the UTC day of `at`. Each currency has its own newest rate. Throws
     * `UnsupportedCurrency`.
     */
    async rateAt(transaction, currency, at) {
        const day = at.toISOString().slice(0, 10);
        const newest = async (code) => {
            if (code === BASE)
                return '1';
            const row = await transaction.first(NEWEST_RATE, [code, day]);
            if (!row)
                throw new UnsupportedCurrency(code, day);
            return row.rate;
        };
        return { from: await newest(currency.from), to: await newest(currency.to) };
    }
    /**
     * Stores all of the rates or none; those of a day that is there already are replaced. Answers how
     * many changed.
     */
    async store(rates) {
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
    async remove(rates) {
        await this.database.rows(DELETE_RATES, columnsOf(rates));
    }
};
ExchangeRates = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Database])
], ExchangeRates);
export { ExchangeRates };
//# sourceMappingURL=exchange-rates.store.js.map