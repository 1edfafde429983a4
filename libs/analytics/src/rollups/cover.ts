import { CALENDARS, type DayRange, type PeriodUnit } from '../periods.js';

type Grain = PeriodUnit | 'day';

/** Days that are read from the cells of one grain. */
export interface Piece extends DayRange {
  grain: Grain;
}

/**
 * Takes a range of days apart into whole periods of the first unit, what is left of it into whole
 * periods of the next one, and the rest into days: few cells for a long range, and none too many.
 */
export function cover(range: DayRange, units: readonly PeriodUnit[]): Piece[] {
  if (range.from >= range.end) return [];
  const [unit, ...smaller] = units;
  if (unit === undefined) return [{ grain: 'day', ...range }];
  const whole = wholePeriodsOf(range, unit);
  if (whole.from >= whole.end) return cover(range, smaller);
  return [
    ...cover({ from: range.from, end: whole.from }, smaller),
    { grain: unit, ...whole },
    ...cover({ from: whole.end, end: range.end }, smaller),
  ];
}

function wholePeriodsOf({ from, end }: DayRange, unit: PeriodUnit): DayRange {
  const { numberOf, firstDayOf } = CALENDARS[unit];
  const begun = firstDayOf(numberOf(from));
  return {
    from: begun === from ? from : firstDayOf(numberOf(from) + 1),
    end: firstDayOf(numberOf(end)),
  };
}
