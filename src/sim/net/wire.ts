/** A connection between two sockets, as the trace knows it: who is connected with whom, and what goes to and fro. */
import type { Ground } from './ground.ts';
import { labelOf } from './label.ts';
import type { Told } from './lane.ts';
import type { ConnectionFacts } from './observer.ts';
import type { LinkEnds } from './traffic.ts';

/** Numbers of connections and messages, from 1. */
export class Numbers {
  connections = 0;
  messages = 0;
}

export class Wire {
  readonly id: number;
  /** Null: nothing that could be cut. */
  readonly link: LinkEnds | null;
  readonly #ground: Ground;
  readonly #numbers: Numbers;
  #closedSides = 0;
  #isOver = false;

  constructor(ground: Ground, numbers: Numbers, facts: Omit<ConnectionFacts, 'id'> & Partial<LinkEnds>, due: number) {
    this.#ground = ground;
    this.#numbers = numbers;
    this.id = ++numbers.connections;
    this.link = facts.kind === 'tcp' || facts.kind === 'udp' ? facts : null;
    ground.observer?.requested({ ...facts, id: this.id }, due);
  }

  opened(): void {
    this.#ground.observer?.opened(this.id);
  }

  failed(reason: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#ground.observer?.failed(this.id, reason);
  }

  /** For one message. */
  told(isForward: boolean): Told {
    const id = ++this.#numbers.messages;
    return {
      message: id,
      sent: (bytes, due) =>
        this.#ground.observer?.sent({
          id,
          connection: this.id,
          isForward,
          label: labelOf(bytes),
          size: bytes.length,
          due,
        }),
      received: () => this.#ground.observer?.received(id),
      delayed: (due, reason) => this.#ground.observer?.delayed(id, due, reason),
    };
  }

  halfClosed(isForward: boolean): void {
    if (!this.#isOver) this.#ground.observer?.halfClosed(this.id, isForward);
  }

  /** One of the two sockets was closed; with the second the connection is over. */
  sideClosed(isForward: boolean): void {
    this.#closedSides++;
    if (this.#closedSides === 1) this.halfClosed(isForward);
    else this.over('closed');
  }

  over(reason: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#ground.observer?.closed(this.id, reason);
  }
}
