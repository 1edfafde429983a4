import type { ExportFormat } from '../exports/export.dto.js';
import { exportName, typeOf } from '../exports/export.js';
import type { Snapshot } from './snapshot.js';

/** An answer as a file of rows. */
export interface SnapshotTable<Answer = never> {
  format: ExportFormat;
  /** The beginning of the file's name: whose and what. */
  name: string;
  textOf: (answer: Answer) => string;
}

/** A snapshot written as a table: the same answer of the same age, under an ETag of its own. */
export function tableOf(
  { bytes, etag, takenAt }: Snapshot,
  { format, textOf }: SnapshotTable,
): Snapshot {
  const { data } = JSON.parse(bytes.toString()) as { data: never };
  return {
    bytes: Buffer.from(textOf(data)),
    etag: etag.replace(/"$/, `-${format}"`),
    takenAt,
  };
}

/** The name that a client is to store it under. */
export const dispositionOf = ({ takenAt }: Snapshot, { format, name }: SnapshotTable): string =>
  `attachment; filename="${exportName(name, format, new Date(takenAt))}"`;

export const typeOfTable = ({ format }: SnapshotTable): string => typeOf(format);
