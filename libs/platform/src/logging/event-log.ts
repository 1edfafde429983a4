import { Injectable } from '@nestjs/common';

type Write = (about: object, sentence: string) => void;

/** What a command writes into the log once it is done: numbers and ids, nothing that callers have sent. */
@Injectable()
export class EventLog {
  private write: Write = () => undefined;

  /** Where the lines go; nowhere as long as nobody says so, as at the command line. */
  writeTo(write: Write): void {
    this.write = write;
  }

  info(about: object, sentence: string): void {
    this.write(about, sentence);
  }
}
