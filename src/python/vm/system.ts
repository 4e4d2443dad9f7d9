/**
 * What Python asks of the simulated computer that it runs on: time, things that will happen, and every decision that a real computer
 * would leave to chance. Types only; src/sim implements them and the engine hands them in. All machines of one run share one System.
 */

import type { Network } from './network.ts';

export interface Clock {
  /** Seconds of virtual time since the run began. */
  now(): number;
  /** The program read the clock; lets a spin be noticed. */
  read(): number;
  /** The only thread there is sleeps: the clock moves on. */
  sleep(seconds: number): void;
  /** No thread can run before that moment. What the agenda has until then happens on the way, each at its own moment. */
  waitUntil(seconds: number): void;
  /** A spin that does not even read the clock is charged some time. */
  charge(): void;
}

/** Something that will happen; kept to cancel it. */
export interface Appointment {
  readonly seconds: number;
}

/** What will happen at which moment; at one moment, in the order in which it was made. */
export interface Agenda {
  at(seconds: number, action: () => void): Appointment;
  cancel(appointment: Appointment): void;
  /** The moment of the next appointment; null when there is none. */
  next(): number | null;
}

/** What is decided; each kind has a generator of its own, so that one more decision of one kind leaves the others as they are. */
export type ChoiceKind = 'thread' | 'begin' | 'slice' | 'switch' | 'late' | 'channel' | 'tie';

export interface Choices {
  /**
   * One of the legal ways to go on, 0 to reserved + count - 1. A scenario can force any of them; the first `reserved` are never taken
   * otherwise, and the one after them is the usual one.
   */
  choose(kind: ChoiceKind, count: number, reserved?: number): number;
}

export interface System {
  /** Null: the computer has no network; `_socket` cannot be used. */
  readonly network: Network | null;
  readonly clock: Clock;
  readonly agenda: Agenda;
  readonly choices: Choices;
}
