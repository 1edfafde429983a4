/** Is thrown in place of an answer when the request was answered before: that is sent again. */
export class ReplayedAnswer extends Error {
  constructor(
    readonly status: number,
    /** The whole answer, as JSON. */
    readonly body: string,
  ) {
    super('The request was answered before.');
  }
}
