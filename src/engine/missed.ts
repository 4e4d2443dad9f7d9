/** An intervention cannot be done: its thing does not exist, or is over. Caught where interventions are done. */
export class Missed {
  /** As the end of a sentence: `it has ended already`. */
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}
