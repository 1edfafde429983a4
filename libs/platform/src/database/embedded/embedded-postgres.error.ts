/** A fault that one sentence explains: its message is meant for a person, its stack for nobody. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError';
}
