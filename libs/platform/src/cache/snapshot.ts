/** A stored answer. */
export interface Snapshot {
  /** The whole answer as JSON in UTF-8, as it is sent. */
  bytes: Buffer;
  etag: string;
  /** Milliseconds since 1970. */
  takenAt: number;
}
