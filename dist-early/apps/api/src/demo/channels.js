const USUAL = { loyalty: 0, basket: 1, refunds: 0.08, fraud: 0.004, offices: 0.05 };
const CHANNELS = [
    {
        ...USUAL,
        campaignId: null,
        source: 'google',
        medium: 'organic',
        share: [0.2, 0.2],
        buys: 0.42,
        referrer: 'https://www.google.com/',
        links: ['guide-brewing', 'guide-grinders', 'home'],
    },
    {
        ...USUAL,
        campaignId: 'search-brand',
        source: 'google',
        medium: 'cpc',
        share: [0.13, 0.1],
        buys: 0.55,
        loyalty: 0.03,
        referrer: 'https://www.google.com/',
        links: ['ad-brand'],
    },
    {
        ...USUAL,
        campaignId: 'search-beans',
        source: 'google',
        medium: 'cpc',
        share: [0.2, 0.12],
        buys: 0.34,
        loyalty: -0.04,
        referrer: 'https://www.google.com/',
        links: ['ad-espresso', 'ad-filter', 'ad-decaf'],
    },
    {
        ...USUAL,
        campaignId: 'reels',
        source: 'instagram',
        medium: 'social',
        share: [0.04, 0.18],
        buys: 0.2,
        loyalty: -0.16,
        basket: 0.8,
        refunds: 0.15,
        offices: 0.01,
        referrer: 'https://www.instagram.com/',
        links: ['reel-latte-art', 'reel-roastery', 'reel-cold-brew'],
    },
    {
        ...USUAL,
        campaignId: 'creators',
        source: 'youtube',
        medium: 'video',
        share: [0.02, 0.1],
        buys: 0.46,
        loyalty: 0.08,
        basket: 1.1,
        referrer: 'https://www.youtube.com/',
        links: ['creator-lena', 'creator-lin', 'creator-osei'],
    },
    {
        ...USUAL,
        campaignId: 'coupon-partners',
        source: 'dealhunt',
        medium: 'affiliate',
        share: [0.14, 0.09],
        buys: 0.44,
        loyalty: -0.22,
        basket: 0.7,
        refunds: 0.13,
        fraud: 0.06,
        offices: 0,
        referrer: 'https://dealhunt.example.org/coffee',
        links: ['coupon-10', 'coupon-shipping'],
    },
    {
        ...USUAL,
        campaignId: 'friends',
        source: 'referral',
        medium: 'referral',
        share: [0.02, 0.11],
        buys: 0.62,
        loyalty: 0.1,
        basket: 1.15,
        refunds: 0.05,
        fraud: 0.002,
        referrer: null,
        links: ['invite'],
    },
    {
        ...USUAL,
        campaignId: 'taste-weekly',
        source: 'newsletter',
        medium: 'email',
        share: [0.08, 0.06],
        buys: 0.5,
        loyalty: 0.04,
        referrer: null,
        links: ['letter-offer', 'letter-story'],
    },
    {
        ...USUAL,
        campaignId: 'office-outreach',
        source: 'linkedin',
        medium: 'social',
        share: [0.03, 0.05],
        buys: 0.36,
        loyalty: 0.05,
        fraud: 0,
        offices: 0.75,
        referrer: 'https://www.linkedin.com/',
        links: ['office-landing'],
    },
];
/** What makes up the newsletters that customers are sent. */
export const NEWSLETTER = CHANNELS.find(({ source }) => source === 'newsletter');
/** Ads for those who have been in the shop. */
export const RETARGETING = {
    ...USUAL,
    campaignId: 'retargeting',
    source: 'facebook',
    medium: 'social',
    share: [0, 0],
    buys: 0.3,
    referrer: 'https://www.facebook.com/',
    links: ['ad-comeback'],
};
const SEASONS = [
    { name: 'new-year', from: 102, to: 115, rush: 1.35 },
    { name: 'spring', from: 315, to: 331, rush: 1.25 },
    { name: 'cold-brew', from: 620, to: 710, rush: 1.2 },
    { name: 'black-friday', from: 1_120, to: 1_130, rush: 2 },
    { name: 'gifts', from: 1_205, to: 1_222, rush: 1.5 },
];
function seasonOf(day) {
    const date = (day.getUTCMonth() + 1) * 100 + day.getUTCDate();
    return SEASONS.find(({ from, to }) => from <= date && date <= to);
}
/** How many come on a day, compared to an ordinary Thursday. */
export function rushOf(day) {
    const weekday = [0.85, 1.1, 1.1, 1.05, 1, 0.95, 0.75][day.getUTCDay()] ?? 1;
    return weekday * (seasonOf(day)?.rush ?? 1);
}
/** What brings somebody on a day; `progress` says how far the story is, from 0 to 1. */
export function channelAt(day, progress, random) {
    const season = seasonOf(day);
    const channel = random.weighted(CHANNELS, ({ share: [begin, end] }) => begin + (end - begin) * progress);
    // Most of what comes on top in a season comes for its sale, and is worth less later.
    if (!season || channel.campaignId === null || !random.chance(1 - 0.6 / season.rush)) {
        return channel;
    }
    return {
        ...channel,
        campaignId: `${season.name}-${String(day.getUTCFullYear())}`,
        links: [`${season.name}-sale`],
        buys: Math.min(0.7, channel.buys * 1.25),
        loyalty: channel.loyalty - 0.1,
        basket: channel.basket * 1.1,
    };
}
//# sourceMappingURL=channels.js.map