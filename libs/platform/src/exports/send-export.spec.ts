import { acceptsGzip } from './send-export.js';

describe('acceptsGzip', () => {
  it.each(['gzip', 'br, GZIP;q=0.5', '*', 'deflate, *;q=0.1'])('takes %j for a yes', (header) => {
    expect(acceptsGzip(header)).toBe(true);
  });

  it.each([undefined, '', 'br', 'gzip;q=0', 'gzip;q=0.0, *', 'identity, *;q=0'])(
    'takes %j for a no',
    (header) => {
      expect(acceptsGzip(header)).toBe(false);
    },
  );
});
