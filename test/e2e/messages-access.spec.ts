import { SCOPES, type Scope } from '@app/workspaces';
import { conversionIn } from '../support/answers.js';
import { tcpClient, type Envelope, type MessageClient } from '../support/messages.js';
import { declaredPatterns } from '../support/routes.js';
import { freePort } from '../support/run-service.js';
import { sampleMessages, type SampleMessage } from '../support/sample-messages.js';
import { TestApp, type Client } from '../support/start-app.js';

describe('every message pattern', () => {
  let app: TestApp;
  let messages: MessageClient;
  let samples: SampleMessage[];
  let mine: Client;
  let theirs: Client;
  let foreign: { customer: string; conversion: string };

  beforeAll(async () => {
    const MESSAGE_URL = `tcp://127.0.0.1:${String(await freePort())}`;
    const unlimited = { RATE_LIMIT_STARTER: '0', WRONG_KEYS_PER_MINUTE: '0' };
    app = await TestApp.start({ MESSAGE_TRANSPORT: 'tcp', MESSAGE_URL, ...unlimited });
    messages = tcpClient(MESSAGE_URL);
    samples = sampleMessages(app);
    mine = await app.workspace();
    theirs = await app.workspace();
    const sale = { externalId: 'foreign', amount: 7, orderId: 's' };
    const { id, customerId } = conversionIn(await theirs.post('/track/sale', sale));
    foreign = { conversion: id, customer: customerId ?? '' };
  });

  afterAll(async () => {
    await messages.close();
    await app.stop();
  });

  const idFor = ({ pattern }: SampleMessage): string =>
    pattern.startsWith('conversions') ? foreign.conversion : foreign.customer;

  const send = (sample: SampleMessage, apiKey?: string, id = idFor(sample)): Promise<Envelope> => {
    const { pattern, takesId, params } = sample;
    return messages.send(pattern, { apiKey, ...(takesId && { id }), params });
  };

  /** With params that it refuses, for a record that is not there. */
  const sendWrong = (sample: SampleMessage, apiKey?: string): Promise<Envelope> =>
    send({ ...sample, params: sample.invalid }, apiKey, 'cus_none');

  it('has a sample', () => {
    const patterns = declaredPatterns(app).map(({ pattern }) => pattern);
    expect(samples.map(({ pattern }) => pattern).sort()).toEqual(patterns.sort());
  });

  it('checks key, plan, scope, params and record in this order', async () => {
    const starter = await app.workspace({ plan: 'starter' }, ['events:create']);
    const without = new Map<Scope, Client>();
    for (const scope of SCOPES) {
      const others = SCOPES.filter((other) => other !== scope);
      without.set(scope, await app.client(mine.workspace, others));
    }
    const scopeOf = new Map(declaredPatterns(app).map(({ pattern, access }) => [pattern, access]));
    for (const sample of samples) {
      const scope = scopeOf.get(sample.pattern)?.scope ?? 'links:read';
      const codes = await Promise.all([
        sendWrong(sample),
        sendWrong(sample, 'ck_wrong'),
        sendWrong(sample, starter.key),
        sendWrong(sample, without.get(scope)?.key),
        sendWrong(sample, mine.key),
      ]);
      expect([sample.pattern, ...codes.map(({ error }) => error.code)]).toEqual([
        sample.pattern,
        'UNAUTHORIZED',
        'INVALID_API_KEY',
        'FEATURE_NOT_AVAILABLE',
        'FORBIDDEN',
        'VALIDATION_ERROR',
      ]);
      expect(codes[3].error.message).toContain(scope);
    }
  });

  it('answers another workspace’s id like one that never existed', async () => {
    const before = [await theirs.get('/customers'), await theirs.get('/conversions')];
    for (const sample of samples.filter(({ takesId }) => takesId)) {
      const own = idFor(sample);
      const ids = [own, `${own.slice(0, -6)}ZZZZZZ`, `${own}x`, 'none', '', 'ext_foreign', 'ext_x'];
      const answers = await Promise.all(ids.map((id) => send(sample, mine.key, id)));
      const shown = answers.map(({ error: { requestId: _requestId, ...error } }) => error);
      for (const error of shown)
        expect([sample.pattern, error]).toEqual([sample.pattern, shown[0]]);
      expect(shown[0]?.code).toBe('NOT_FOUND');
    }
    const after = [await theirs.get('/customers'), await theirs.get('/conversions')];
    expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
  });
});
