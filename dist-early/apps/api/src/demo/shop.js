const BEANS = [
    { name: 'Ethiopia Guji 250 g', price: 1_390 },
    { name: 'Colombia Huila 250 g', price: 1_290 },
    { name: 'House Espresso 1 kg', price: 3_290 },
    { name: 'Kenya Nyeri 250 g', price: 1_590 },
    { name: 'Decaf Brazil 250 g', price: 1_190 },
    { name: 'Tasting box', price: 2_490 },
];
const GEAR = [
    { name: 'Hand grinder', price: 8_900 },
    { name: 'Dripper set', price: 3_400 },
    { name: 'Gooseneck kettle', price: 7_900 },
    { name: 'Gift card', price: 5_000 },
];
const CRATES = [
    { name: 'Office crate 5 kg', price: 14_900 },
    { name: 'Café crate 12 kg', price: 32_900 },
    { name: 'Machine service', price: 21_000 },
];
const SHIPPING = 490;
const FREE_SHIPPING_FROM = 4_000;
export function basketOf({ channel, isOffice, isFirst }, random) {
    const shelf = isOffice ? CRATES : random.chance(0.12) ? GEAR : BEANS;
    const product = random.pick(shelf);
    const items = shelf === GEAR ? 1 : 1 + random.poisson(isOffice ? 0.8 : 1.1);
    const hasCoupon = isFirst && channel.source === 'dealhunt';
    const goods = product.price * items * channel.basket * (hasCoupon ? 0.9 : 1);
    const rounded = Math.max(990, Math.round(goods / 10) * 10);
    return {
        amount: rounded + (rounded < FREE_SHIPPING_FROM ? SHIPPING : 0),
        metadata: { product: product.name, items, ...(hasCoupon && { coupon: 'HUNT10' }) },
    };
}
//# sourceMappingURL=shop.js.map