import { LocalCalendar } from '@app/platform';
import { Select, type Run } from '../analytics-store.js';
import { AnalyticsUnavailable } from '../analytics.errors.js';
import { LANE_STATE } from '../ledger/lane.js';

const STATE = new Select<(typeof LANE_STATE)['row']>('rollup-state', { postgres: LANE_STATE.text });

/**
 * The calendar that a workspace's rollups are kept in, on the question's own view of the data: what
 * a caller remembers of the time zone may be older than the cells. Throws `AnalyticsUnavailable`
 * while they are being built.
 */
export async function calendarOfRollups(run: Run, workspaceId: string): Promise<LocalCalendar> {
  const [state] = await run(STATE, [workspaceId]);
  if (!state?.rollupsBuiltAt) {
    throw new AnalyticsUnavailable('The rollups of this workspace are being built; try again.');
  }
  return LocalCalendar.of(state.timezone);
}
