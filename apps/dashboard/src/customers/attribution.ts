import type { Attribution, Model, Share } from '../api/types.ts';

export const MODELS: readonly (readonly [Model, string, string])[] = [
  ['firstTouch', 'First touch', 'all to the earliest click'],
  ['lastTouch', 'Last touch', 'all to the latest click before the sale'],
  ['linear', 'Linear', 'the same to every click'],
  ['timeDecay', 'Time decay', 'half as much for every week before the sale'],
  ['positionBased', 'Position', '40 % first, 40 % last, 20 % between'],
];

export type Dimension = 'campaignId' | 'source' | 'linkId';

/** Hues that are told apart; what comes behind them shares one. */
const MOST_ROWS = 7;

/** A campaign, source or link, and what each model gives it. */
export interface Row {
  name: string;
  /** Number of its hue; null for what no click has brought. */
  hue: number | null;
  revenue: Record<Model, number>;
}

const NO_TOUCH = '\0';
const WITHOUT = '\u0001';

const nothing = (): Record<Model, number> => ({
  firstTouch: 0,
  lastTouch: 0,
  linear: 0,
  timeDecay: 0,
  positionBased: 0,
});

function keyOf(share: Share, dimension: Dimension): string {
  const isUntouched = share.linkId === null && share.campaignId === null && share.source === null;
  return isUntouched ? NO_TOUCH : (share[dimension] ?? WITHOUT);
}

const total = (revenue: Record<Model, number>): number =>
  Object.values(revenue).reduce((sum, part) => sum + part, 0);

const WITHOUT_NAMES: Readonly<Record<Dimension, string>> = {
  campaignId: 'without a campaign',
  source: 'without a source',
  linkId: 'without a link',
};

/** Adds the models' shares up by campaign, source or link; whole minor units, so that nothing is lost on the way. */
export function rowsOf({ models }: Pick<Attribution, 'models'>, dimension: Dimension): Row[] {
  const sums = new Map<string, Record<Model, number>>();
  for (const [model] of MODELS) {
    for (const share of models[model]) {
      const key = keyOf(share, dimension);
      const sum = sums.get(key) ?? nothing();
      sum[model] += share.revenue;
      sums.set(key, sum);
    }
  }
  const untouched = sums.get(NO_TOUCH);
  sums.delete(NO_TOUCH);
  const found = [...sums].sort(
    ([a, left], [b, right]) => total(right) - total(left) || (a < b ? -1 : 1),
  );
  // A lone other would be named as well.
  const named = found.length > MOST_ROWS + 1 ? MOST_ROWS : found.length;
  const rows: Row[] = found.slice(0, named).map(([key, revenue], hue) => ({
    name: key === WITHOUT ? WITHOUT_NAMES[dimension] : key,
    hue,
    revenue,
  }));
  const others = found.slice(named);
  if (others.length > 0) {
    const revenue = nothing();
    for (const [model] of MODELS) {
      revenue[model] = others.reduce((sum, [, other]) => sum + other[model], 0);
    }
    rows.push({ name: `${String(others.length)} others`, hue: MOST_ROWS, revenue });
  }
  if (untouched) rows.push({ name: 'no click in the window', hue: null, revenue: untouched });
  return rows;
}
