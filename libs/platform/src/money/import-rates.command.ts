import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ExchangeRates, type PublishedRate } from './exchange-rates.store.js';

/** Stores published rates, all or none; answers how many were new or different. */
export class ImportRates extends Command<number> {
  constructor(readonly rates: PublishedRate[]) {
    super();
  }
}

@CommandHandler(ImportRates)
export class ImportRatesHandler implements ICommandHandler<ImportRates> {
  constructor(private readonly rates: ExchangeRates) {}

  execute({ rates }: ImportRates): Promise<number> {
    return this.rates.store(rates);
  }
}
