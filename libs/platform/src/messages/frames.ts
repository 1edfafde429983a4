import { StringDecoder } from 'node:string_decoder';

const DELIMITER = '#';
const LONGEST_LENGTH = 9;

/** The other side does not speak the protocol: where its next packet begins, nobody can tell. */
export class BrokenFrame extends Error {}

/** Cuts what comes in into the packets of Nest's TCP clients: `12#{"a":"text"}`, a length in characters. */
export class Frames {
  private readonly decoder = new StringDecoder('utf8');
  private readonly parts: string[] = [];
  private length = 0;
  /** Of the packet that is on its way; undefined while its length is. */
  private wanted: number | undefined;

  constructor(private readonly longest: number) {}

  /** Whether a packet has begun and not ended. */
  get isInside(): boolean {
    return this.length > 0 || this.wanted !== undefined;
  }

  /** The packets that are whole by now. Throws `BrokenFrame`. */
  *feed(chunk: Buffer): Generator<string, void, undefined> {
    this.add(this.decoder.write(chunk));
    for (;;) {
      this.wanted ??= this.readLength();
      if (this.wanted === undefined || this.length < this.wanted) return;
      const text = this.parts.join('');
      const packet = text.slice(0, this.wanted);
      this.rest(text.slice(this.wanted));
      yield packet;
    }
  }

  private add(text: string): void {
    if (text === '') return;
    this.parts.push(text);
    this.length += text.length;
  }

  private rest(text: string): void {
    this.parts.length = 0;
    this.length = 0;
    this.wanted = undefined;
    this.add(text);
  }

  private readLength(): number | undefined {
    const text = this.parts.join('');
    const end = text.indexOf(DELIMITER);
    if (end < 0 && text.length <= LONGEST_LENGTH) return undefined;
    const digits = text.slice(0, Math.max(end, 0));
    const length = Number(digits);
    if (!/^\d{1,9}$/.test(digits) || length > this.longest) throw new BrokenFrame();
    this.rest(text.slice(end + 1));
    return length;
  }
}
