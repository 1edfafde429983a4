import { createHash } from 'node:crypto';
import { BackupError } from './backup.error.js';

/** Is raised when an older reader would misread what is written. */
const FORMAT_VERSION = 1;

const FORMAT = 'customers-api back-up';

/** Longer than any part that is written: a damaged length must not ask for gigabytes. */
const MOST_BYTES = 16 * 1024 * 1024;
const HEAD_BYTES = 5;

export interface BackedUpTable {
  name: string;
  columns: string[];
  rows: number;
}

/** What comes first: enough to refuse a file before anything else of it is read. */
export interface BackupHeader {
  createdAt: string;
  /** Names of the migrations that the database has, oldest first. */
  migrations: string[];
  tables: BackedUpTable[];
}

/** Where a sequence stands. */
export interface SequenceState {
  name: string;
  /** In decimal digits: it may be beyond 2^53. */
  lastValue: string;
  isCalled: boolean;
}

/** What comes last: a file without it was cut off. */
export interface BackupTrailer {
  sequences: SequenceState[];
  /** SHA-256 of all parts before this one. */
  sha256: string;
}

/** `H`eader, `D`ata of the table that is being read, `E`nd of a table, and the `T`railer. */
export type PartType = 'H' | 'D' | 'E' | 'T';

export interface Part {
  type: PartType;
  content: Buffer;
  /** Everything that the part takes in the file, for the checksum. */
  bytes: Buffer;
}

export function partOf(type: PartType, content: Buffer): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(type, 'latin1');
  head.writeUInt32BE(content.length, 1);
  return Buffer.concat([head, content]);
}

export const headerPart = (header: BackupHeader): Buffer =>
  partOf('H', sealed({ format: FORMAT, version: FORMAT_VERSION, ...header }));

export const trailerPart = (trailer: BackupTrailer): Buffer => partOf('T', sealed(trailer));

/** With its checksum ahead: it is acted upon before the end of the file is known. */
function sealed(value: object): Buffer {
  const json = JSON.stringify(value);
  return Buffer.from(`${digestOf(json)} ${json}`);
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Throws `BackupError` for what this version cannot read. */
export function headerIn(content: Buffer): BackupHeader {
  const header = parsed(content) as Partial<BackupHeader> & { format?: string; version?: number };
  if (header.format !== FORMAT) throw new BackupError('is not a back-up of this service');
  if (header.version !== FORMAT_VERSION) {
    throw new BackupError(
      `has format ${String(header.version)} and this version reads ${String(FORMAT_VERSION)}: restore it with the version that made it`,
    );
  }
  return header as BackupHeader;
}

export const trailerIn = (content: Buffer): BackupTrailer => parsed(content) as BackupTrailer;

function parsed(content: Buffer): unknown {
  const text = content.toString();
  const json = text.slice(text.indexOf(' ') + 1);
  if (text !== `${digestOf(json)} ${json}`) throw damaged();
  return JSON.parse(json) as unknown;
}

export const damaged = (): BackupError =>
  new BackupError('is damaged: nothing of it has been restored');

export const cutOff = (): BackupError =>
  new BackupError('is cut off: nothing of it has been restored');

/** The parts of a file, from its chunks. Holds one part and one chunk. */
export async function* partsIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<Part> {
  let rest: Buffer[] = [];
  let length = 0;
  let wanted = HEAD_BYTES;
  for await (const chunk of chunks) {
    rest.push(chunk);
    length += chunk.length;
    if (length < wanted) continue;
    let bytes = Buffer.concat(rest);
    for (;;) {
      wanted = HEAD_BYTES;
      if (bytes.length < wanted) break;
      wanted += lengthIn(bytes);
      if (bytes.length < wanted) break;
      yield {
        type: bytes.toString('latin1', 0, 1) as PartType,
        content: bytes.subarray(HEAD_BYTES, wanted),
        bytes: bytes.subarray(0, wanted),
      };
      bytes = bytes.subarray(wanted);
    }
    rest = [bytes];
    ({ length } = bytes);
  }
  if (length > 0) throw cutOff();
}

function lengthIn(bytes: Buffer): number {
  const length = bytes.readUInt32BE(1);
  if (!'HDET'.includes(bytes.toString('latin1', 0, 1)) || length > MOST_BYTES) throw damaged();
  return length;
}
