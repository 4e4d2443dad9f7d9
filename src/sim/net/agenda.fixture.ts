/** An agenda for tests: runs what is due until nothing is left, and a network on it whose story can be read. */

import type { NetworkPlan } from '../../lib/network-plan.ts';
import { Prng } from '../../lib/prng.ts';
import type { Appointment } from '../agenda.ts';
import type { Agenda } from './ground.ts';
import { Network } from './network.ts';
import type { NetObserver } from './observer.ts';

export class TestAgenda implements Agenda {
  #now = 0;
  #entries: { readonly seconds: number; readonly action: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  at(seconds: number, action: () => void): Appointment {
    const after = this.#entries.findIndex((entry) => entry.seconds > seconds);
    const made = { seconds, action };
    this.#entries.splice(after < 0 ? this.#entries.length : after, 0, made);
    return made;
  }

  cancel(appointment: Appointment): void {
    this.#entries = this.#entries.filter((entry) => entry !== appointment);
  }

  /** Until nothing is left, or `until` seconds. */
  run(until = Number.POSITIVE_INFINITY): void {
    for (let next = this.#entries[0]; next !== undefined && next.seconds <= until; next = this.#entries[0]) {
      this.#entries.shift();
      this.#now = Math.max(this.#now, next.seconds);
      next.action();
    }
    if (Number.isFinite(until)) this.#now = Math.max(this.#now, until);
  }
}

export interface TestNetwork {
  readonly network: Network;
  readonly agenda: TestAgenda;
  /** One line for each thing that the observer was told. */
  readonly story: readonly string[];
}

export function testNetwork(plan: NetworkPlan | null = null, seed = 1): TestNetwork {
  const agenda = new TestAgenda();
  const story: string[] = [];
  const observer: NetObserver = {
    requested: ({ id, to }) => story.push(`${id} asks ${to}`),
    opened: (id) => story.push(`${id} opened`),
    failed: (id, reason) => story.push(`${id} ${reason}`),
    sent: ({ connection, isForward, label }) => story.push(`${connection} ${isForward ? '>' : '<'} ${label}`),
    received: () => {},
    delayed: (message, due, reason) => story.push(`${message} ${reason}: ${due}`),
    dropped: (_message, reason) => story.push(`dropped: ${reason}`),
    halfClosed: (id, isForward) => story.push(`${id} half ${isForward ? '>' : '<'}`),
    closed: (id, reason) => story.push(`${id} ${reason}`),
  };
  return { network: new Network({ agenda, chance: new Prng(seed), observer, plan }), agenda, story };
}

export const text = (bytes: unknown): string =>
  bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : String(bytes);

export const bytes = (characters: string): Uint8Array => new TextEncoder().encode(characters);
