import { ExchangeRate, ExchangeRates, underLock } from "../../../../libs/platform/src/index.js";
import { TrackBatch } from "../../../../libs/tracking/src/index.js";
import { CreateWorkspace, GetWorkspace, ListKeys, WorkspaceNotFound, } from "../../../../libs/workspaces/src/index.js";
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { DEMO_KEY_NAME, demoKey } from '../start/demo-key.js';
import { say, sayPercent } from '../start/say.js';
import { demoStory } from './demo-story.js';
const DEMO_LOCK = 7_204_612;
const BATCH = 500;
const SLUG = 'demo';
/** Tells our workspace from one that somebody else has called `demo`: a name is for ever. */
const NAME = 'Demo: a coffee roaster (invented data)';
/**
 * The key of the demo workspace, which is made and loaded when it is missing; undefined where
 * somebody has a workspace `demo` of their own.
 *
 * The workspace gets its first key when it is complete: as long as it has none, its loading was
 * interrupted and is repeated. The story goes by the day on which the workspace was made, and each
 * of its events has an id, so nothing comes twice.
 */
export function openDemo(app, dataDir, signal) {
    return underLock(app.get(DataSource), DEMO_LOCK, async () => {
        const workspace = await demoWorkspace(app);
        if (workspace.name !== NAME) {
            say('There is a workspace demo already: no demo data are made.');
            return undefined;
        }
        const keys = await app.get(QueryBus).execute(new ListKeys());
        const isComplete = keys.some(({ workspaceId, name }) => workspaceId === workspace.id && name === DEMO_KEY_NAME);
        if (!isComplete)
            await load(app, workspace, signal);
        return demoKey(app, workspace, dataDir);
    });
}
async function demoWorkspace(app) {
    try {
        return await app.get(QueryBus).execute(new GetWorkspace(SLUG));
    }
    catch (error) {
        if (!(error instanceof WorkspaceNotFound))
            throw error;
        const settings = { slug: SLUG, name: NAME, plan: 'enterprise', currency: 'USD' };
        return app.get(CommandBus).execute(new CreateWorkspace(settings));
    }
}
async function load(app, workspace, signal) {
    const { rates, events } = demoStory(workspace.createdAt);
    const progress = sayPercent('Loading demo data …');
    progress(0);
    await storeMissing(app, rates);
    for (let i = 0; i < events.length; i += BATCH) {
        signal.throwIfAborted();
        await track(app, workspace, events.slice(i, i + BATCH));
        progress(Math.min(1, (i + BATCH) / events.length));
    }
    // Each sale has kept its rate. Nobody's real sale may be converted at an invented one.
    await app.get(ExchangeRates).remove(rates);
}
/** Rates belong to the whole installation: invented ones must not replace what was imported. */
async function storeMissing(app, rates) {
    const known = await app
        .get(DataSource)
        .getRepository(ExchangeRate)
        .find({ where: { currency: 'USD' }, select: { currency: true, day: true } });
    const days = new Set(known.map(({ day }) => day));
    await app.get(ExchangeRates).store(rates.filter(({ day }) => !days.has(day)));
}
async function track(app, workspace, events) {
    const { results } = await app.get(CommandBus).execute(new TrackBatch(workspace, { events }));
    const refused = results.find(({ status }) => status === 'error');
    if (refused) {
        throw new Error(`A demo event was refused: ${refused.error?.message ?? ''} ${JSON.stringify(events[refused.index])}`);
    }
}
//# sourceMappingURL=load-demo.js.map