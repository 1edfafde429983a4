/** Currencies of ISO 4217 whose minor unit is not a hundredth; what the browser knows is rounding for cash in some. */
const EXPONENTS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const exponents = new Map(
  Object.entries(EXPONENTS).flatMap(([exponent, codes]) =>
    codes.split(' ').map((code) => [code, Number(exponent)] as const),
  ),
);

export const exponentOf = (currency: string): number => exponents.get(currency) ?? 2;

/** An amount in minor units as a decimal of major ones, digit by digit: floating point would lose large ones. */
export function toMajor(minor: number, currency: string): `${number}` {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = exponent === 0 ? '' : `.${digits.slice(-exponent)}`;
  return `${minor < 0 ? '-' : ''}${whole}${fraction}` as `${number}`;
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(
  currency: string,
  isCompact: boolean,
  locale: string | undefined,
): Intl.NumberFormat {
  const name = `${currency} ${String(isCompact)} ${locale ?? ''}`;
  let format = formats.get(name);
  if (!format) {
    const digits = exponentOf(currency);
    const precision: Intl.NumberFormatOptions = isCompact
      ? { notation: 'compact', maximumSignificantDigits: 3 }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits };
    format = new Intl.NumberFormat(locale, { style: 'currency', currency, ...precision });
    formats.set(name, format);
  }
  return format;
}

/** `$1,234.56`; a dash for what is not known. */
export function formatMoney(minor: number | null, currency: string, locale?: string): string {
  if (minor === null) return '–';
  return formatOf(currency, false, locale).format(toMajor(minor, currency));
}

/** `$1.23K`, for axes. */
export function formatMoneyShort(minor: number, currency: string, locale?: string): string {
  return formatOf(currency, true, locale).format(toMajor(Math.round(minor), currency));
}
