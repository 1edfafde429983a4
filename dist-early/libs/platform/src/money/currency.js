import currencyCodes from 'currency-codes';
/** Whether a code, in either case, is in ISO 4217. */
export const isCurrency = (code) => currencyCodes.code(code) !== undefined;
/** Decimals of a currency's minor unit: 2 for USD, 0 for JPY, 3 for KWD. */
export function minorUnitDigits(code) {
    const currency = currencyCodes.code(code);
    if (!currency)
        throw new Error(`${code} is not in ISO 4217`);
    return currency.digits;
}
//# sourceMappingURL=currency.js.map