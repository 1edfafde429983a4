import { csvLine } from './csv.js';

describe('a line of CSV', () => {
  it('quotes what has commas, quotes, line breaks or spaces at its ends', () => {
    expect(csvLine(['a', 'b,c', 'say "x"', ' d', null, 0, true])).toBe(
      'a,"b,c","say ""x"""," d",,0,true\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@sum', "'x", '＝1', '\t=1'])('disarms %j', (text) => {
    expect(csvLine([text]).replaceAll('"', '')).toBe(`'${text}\n`);
  });

  it('leaves numbers as they are, also below zero', () => {
    expect(csvLine([-1])).toBe('-1\n');
  });
});
