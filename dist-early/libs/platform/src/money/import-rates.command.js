var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import * as openapi from "@nestjs/swagger";
import { Command, CommandHandler } from '@nestjs/cqrs';
import { ExchangeRates } from './exchange-rates.store.js';
/** Stores published rates, all or none; answers how many were new or different. */
export class ImportRates extends Command {
    constructor(rates) {
        super();
        this.rates = rates;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let ImportRatesHandler = class ImportRatesHandler {
    constructor(rates) {
        this.rates = rates;
    }
    execute({ rates }) {
        return this.rates.store(rates);
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
ImportRatesHandler = __decorate([
    CommandHandler(ImportRates),
    __metadata("design:paramtypes", [ExchangeRates])
], ImportRatesHandler);
export { ImportRatesHandler };
//# sourceMappingURL=import-rates.command.js.map