/** What is on its way in one direction of a connection, in order: nothing overtakes what was sent before it, as in TCP. */
import type { Appointment } from '../agenda.ts';
import { type Ground, type Path, retransmissionSeconds } from './ground.ts';
import type { Carrier, LinkEnds } from './traffic.ts';

interface Flight {
  /** The trace's number of the message; 0 none. */
  readonly message: number;
  /** Infinite while the link is cut. */
  seconds: number;
  readonly arrive: () => void;
  readonly delayed: (due: number, reason: string) => void;
  appointment: Appointment | null;
}

export type Departure = Pick<Flight, 'message' | 'seconds' | 'arrive' | 'delayed'>;

const CUT = 'the link is cut';

export class Flights implements Carrier {
  readonly #ground: Ground;
  readonly #path: Path;
  /** Null: within the computer, by what no one can cut. */
  readonly #link: LinkEnds | null;
  readonly #flights: Flight[] = [];
  #isHeld = false;

  constructor(ground: Ground, path: Path, link: LinkEnds | null) {
    this.#ground = ground;
    this.#path = path;
    this.#link = link;
  }

  get isCut(): boolean {
    return this.#link !== null && this.#ground.traffic.isCut(this.#link);
  }

  /** When the last of them arrives; before that nothing does that is sent now. */
  get last(): number {
    return this.#flights.at(-1)?.seconds ?? 0;
  }

  depart(departure: Departure): void {
    const isCut = this.isCut;
    if (!isCut && this.#flights.length === 0 && departure.seconds <= this.#ground.agenda.now()) {
      departure.arrive();
      return;
    }
    const flight: Flight = { ...departure, appointment: null };
    if (isCut) {
      flight.seconds = Number.POSITIVE_INFINITY;
      this.#isHeld = true;
      if (flight.message !== 0) flight.delayed(flight.seconds, CUT);
    }
    if (this.#flights.push(flight) === 1) this.#ground.traffic.add(this);
    this.#schedule(flight);
  }

  looked(): void {
    const { isCut } = this;
    if (isCut === this.#isHeld) return;
    this.#isHeld = isCut;
    if (isCut) this.#put(Number.POSITIVE_INFINITY, CUT);
    else this.#put(this.#ground.agenda.now() + retransmissionSeconds(this.#path) + this.#path.latency, 'sent again');
  }

  has(message: number): boolean {
    return message !== 0 && this.#flights.some((flight) => flight.message === message);
  }

  delay(message: number, seconds: number): void {
    const from = this.#flights.findIndex((flight) => flight.message === message);
    this.#put((this.#flights[from]?.seconds ?? 0) + seconds, 'delayed', from);
  }

  /** TCP sends it again, some time later. */
  lose(message: number): void {
    const from = this.#flights.findIndex((flight) => flight.message === message);
    const again = this.#ground.agenda.now() + retransmissionSeconds(this.#path) + this.#path.latency;
    this.#put(Math.max(again, this.#flights[from]?.seconds ?? 0), 'lost, and sent again', from);
  }

  /** All from there on arrive then, if they would be there earlier, or were held. */
  #put(seconds: number, reason: string, from = 0): void {
    for (const [index, flight] of this.#flights.slice(from).entries()) {
      if (index > 0 && flight.seconds >= seconds && Number.isFinite(flight.seconds)) break;
      flight.seconds = seconds;
      if (flight.appointment !== null) this.#ground.agenda.cancel(flight.appointment);
      if (flight.message !== 0) flight.delayed(seconds, reason);
      this.#schedule(flight);
    }
  }

  #schedule(flight: Flight): void {
    flight.appointment = null;
    if (!Number.isFinite(flight.seconds)) return;
    flight.appointment = this.#ground.agenda.at(flight.seconds, () => {
      this.#flights.splice(this.#flights.indexOf(flight), 1);
      if (this.#flights.length === 0) this.#ground.traffic.delete(this);
      flight.arrive();
    });
  }
}
