var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Column, Entity, PrimaryColumn } from 'typeorm';
const key = {
    type: 'text',
    collation: 'C',
    primaryKeyConstraintName: 'exchange_rates_pkey',
};
/** Units of a currency for 1 EUR on a day: reference data of the installation, of no workspace. */
let ExchangeRate = class ExchangeRate {
};
__decorate([
    PrimaryColumn(key),
    __metadata("design:type", String)
], ExchangeRate.prototype, "currency", void 0);
__decorate([
    PrimaryColumn({ type: 'date', primaryKeyConstraintName: 'exchange_rates_pkey' }),
    __metadata("design:type", String)
], ExchangeRate.prototype, "day", void 0);
__decorate([
    Column({ type: 'numeric' }),
    __metadata("design:type", String)
], ExchangeRate.prototype, "rate", void 0);
ExchangeRate = __decorate([
    Entity('exchange_rates')
], ExchangeRate);
export { ExchangeRate };
//# sourceMappingURL=exchange-rate.entity.js.map