const SALE = { externalId: 'user_42', amount: 4_200, currency: 'EUR', orderId: 'o-1' };
/** Bodies to begin with, by operation. */
export const REQUESTS = {
    'customers.upsert': {
        customer: {
            value: {
                externalId: 'user_42',
                email: 'ada@example.com',
                name: 'Ada',
                country: 'GB',
                clickId: 'clk_1',
                metadata: { plan: 'pro', seats: 6 },
            },
        },
    },
    'customers.update': {
        change: { value: { name: 'Ada Lovelace', country: null } },
    },
    'track.click': {
        click: {
            value: {
                clickId: 'clk_1',
                linkId: 'link_home',
                campaignId: 'spring',
                source: 'newsletter',
                visitorId: 'vis_7',
            },
        },
    },
    'track.lead': {
        lead: { value: { externalId: 'user_42', clickId: 'clk_1', eventName: 'Sign-up' } },
    },
    'track.sale': {
        sale: { summary: 'EUR 42.00', value: SALE },
        refunded: {
            summary: 'Tracked with the part that was paid back',
            value: { ...SALE, refundedAmount: 1_000 },
        },
    },
    'track.refund': {
        whole: { value: { orderId: 'o-1' } },
        part: { value: { orderId: 'o-1', refundedAmount: 1_000 } },
    },
    'track.custom': {
        custom: { value: { externalId: 'user_42', eventName: 'Demo booked' } },
    },
    'track.batch': {
        batch: {
            value: {
                events: [
                    { type: 'click', clickId: 'clk_1', linkId: 'link_home' },
                    { type: 'customer', externalId: 'user_42', clickId: 'clk_1' },
                    { type: 'sale', ...SALE },
                    { type: 'refund', orderId: 'o-1', refundedAmount: 1_000 },
                ],
            },
        },
    },
    'conversions.update': {
        status: { value: { status: 'fraud' } },
        refund: { summary: 'EUR 10.00 paid back so far', value: { refundedAmount: 1_000 } },
    },
};
/** An example of a schema, put together from those of its properties. */
export function sampleOf(schema, schemas) {
    if (schema.examples)
        return schema.examples[0];
    if ('const' in schema)
        return schema.const;
    if (schema.enum)
        return schema.enum[0];
    if (schema.$ref) {
        return sampleOf(schemas[schema.$ref.replace('#/components/schemas/', '')] ?? {}, schemas);
    }
    const [variant] = schema.oneOf ?? schema.anyOf ?? [];
    if (variant && !schema.properties)
        return sampleOf(variant, schemas);
    if (schema.items)
        return [sampleOf(schema.items, schemas)];
    if (schema.properties) {
        const shown = Object.entries(schema.properties).filter(([name, property]) => schema.required?.includes(name) ?? property.examples);
        return Object.fromEntries(shown.map(([name, value]) => [name, sampleOf(value, schemas)]));
    }
    return schema.type === 'boolean' ? false : null;
}
//# sourceMappingURL=examples.js.map