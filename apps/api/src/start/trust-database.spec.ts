import { unsafeSettings } from './trust-database.js';

const SAFE = { fsync: 'on', fullPageWrites: 'on', synchronousCommit: 'on' };

describe('settings of a server', () => {
  it.each(['on', 'local', 'remote_write', 'remote_apply'])(
    'are safe with synchronous_commit = %s',
    (synchronousCommit) => {
      expect(unsafeSettings({ ...SAFE, synchronousCommit })).toEqual([]);
    },
  );

  it.each([
    ['fsync', { fsync: 'off' }],
    ['full_page_writes', { fullPageWrites: 'off' }],
    ['synchronous_commit', { synchronousCommit: 'off' }],
  ])('are not safe with %s off', (name, off) => {
    expect(unsafeSettings({ ...SAFE, ...off })).toEqual([
      expect.stringMatching(new RegExp(`^${name} is off: `)),
    ]);
  });
});
