/** One datagram on its way: nobody sends it again. */
import type { Appointment } from '../agenda.ts';
import type { Ground } from './ground.ts';
import type { Told } from './lane.ts';
import type { Carrier } from './traffic.ts';

export class DatagramFlight implements Carrier {
  readonly #ground: Ground;
  readonly #told: Told;
  /** `lost`: why it does not arrive; '' when it does. */
  readonly #end: (lost: string) => void;
  #due: number;
  #appointment: Appointment;

  constructor(ground: Ground, told: Told, due: number, end: (lost: string) => void) {
    this.#ground = ground;
    this.#told = told;
    this.#end = end;
    this.#due = due;
    this.#appointment = this.#schedule();
    ground.traffic.add(this);
  }

  looked(): void {
    // It is asked for when it would arrive.
  }

  has(message: number): boolean {
    return message === this.#told.message;
  }

  delay(_message: number, seconds: number): void {
    this.#ground.agenda.cancel(this.#appointment);
    this.#due += seconds;
    this.#told.delayed(this.#due, 'delayed');
    this.#appointment = this.#schedule();
  }

  lose(): void {
    this.#ground.agenda.cancel(this.#appointment);
    this.#finish('lost');
  }

  #schedule(): Appointment {
    return this.#ground.agenda.at(this.#due, () => this.#finish(''));
  }

  #finish(lost: string): void {
    this.#ground.traffic.delete(this);
    this.#end(lost);
  }
}
