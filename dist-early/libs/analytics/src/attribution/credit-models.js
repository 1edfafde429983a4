import { Decimal } from 'decimal.js';
/**
 * Credit is a fixed-point number with 128 binary places: a share of the largest amount is exact to
 * 10^-25 of a minor unit, and a sum of a million shares to 10^-31.
 */
export const PLACES = 128n;
export const WHOLE = 1n << PLACES;
const firstTouch = ({ from }) => [{ from, count: 1, share: WHOLE }];
const lastTouch = ({ to }) => [{ from: to - 1, count: 1, share: WHOLE }];
const linear = ({ from, to }) => [
    { from, count: to - from, share: WHOLE / BigInt(to - from) },
];
/** 40 % to the first, 40 % to the last, and 20 % shared between the others. */
const positionBased = ({ from, to }) => {
    const others = to - from - 2;
    if (others <= 0)
        return linear({ from, to });
    const end = (2n * WHOLE) / 5n;
    return [
        { from, count: 1, share: end },
        { from: from + 1, count: others, share: WHOLE / (5n * BigInt(others)) },
        { from: to - 1, count: 1, share: end },
    ];
};
const HALF_LIFE_MS = 7 * 24 * 60 * 60 * 1_000;
const MANTISSA_PLACES = 160n;
/** Of what one unit of weight gets, so that its product with a weight keeps all of `PLACES`. */
const SPARE_PLACES = 224n;
const Precise = Decimal.clone({ precision: 60 });
/** Two to the power of each binary digit of the milliseconds within a half-life. */
const POWERS = Array.from({ length: 30 }, (_, digit) => {
    const power = Precise.pow(2, new Precise(2 ** digit).div(HALF_LIFE_MS));
    return BigInt(power.times(new Precise(2).pow(MANTISSA_PLACES)).toFixed(0));
});
/** 2^(occurredAt / 7 days): to a sale, the weight but for a factor that all touches share. */
function weightAt(occurredAt) {
    const halfLives = Math.floor(occurredAt / HALF_LIFE_MS);
    const rest = occurredAt - halfLives * HALF_LIFE_MS;
    const mantissa = POWERS.reduce((product, power, digit) => rest & (1 << digit) ? (product * power) >> MANTISSA_PLACES : product, 1n << MANTISSA_PLACES);
    return { mantissa, halfLives };
}
/**
 * Weights halve with every 7 days before the sale. Only their ratios matter, and these do not
 * depend on the sale: so a touch has one weight for all sales.
 */
function timeDecay(touches) {
    const weights = touches.map(({ occurredAt }) => weightAt(occurredAt.getTime()));
    return ({ from, to }) => {
        const eligible = weights.slice(from, to);
        const oldest = eligible[0]?.halfLives ?? 0;
        const aligned = eligible.map(({ mantissa, halfLives }) => mantissa << BigInt(halfLives - oldest));
        const total = aligned.reduce((sum, weight) => sum + weight, 0n);
        // One division a sale, and none a share: these are most of the time that attribution takes.
        const perWeight = (WHOLE << SPARE_PLACES) / total;
        return aligned.map((weight, index) => ({
            from: from + index,
            count: 1,
            share: (weight * perWeight) >> SPARE_PLACES,
        }));
    };
}
/** The five models over a customer's touches, which are in their order. */
export const creditModels = (touches) => ({
    firstTouch,
    lastTouch,
    linear,
    timeDecay: timeDecay(touches),
    positionBased,
});
//# sourceMappingURL=credit-models.js.map