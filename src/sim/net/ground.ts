/** What everything in the simulated network stands on: time to come, chance, and somebody who is told what happens. */
import type { Prng } from '../../lib/prng.ts';
import type { Appointment } from '../agenda.ts';
import type { NetObserver } from './observer.ts';
import type { Traffic } from './traffic.ts';

/** The part of the agenda of virtual time that the network needs. Seconds since the run began. */
export interface Agenda {
  now(): number;
  at(seconds: number, action: () => void): Appointment;
  cancel(appointment: Appointment): void;
}

export interface Ground {
  readonly agenda: Agenda;
  readonly chance: Prng;
  readonly observer: NetObserver | null;
  readonly traffic: Traffic;
  /** Of the process that runs now, where it has a name of its own; else ''. */
  readonly processName: () => string;
}

/** How good the way between two hosts is, in one direction. */
export interface Path {
  /** Seconds from one end to the other. */
  readonly latency: number;
  /** Seconds added at most, drawn for each message. */
  readonly jitter: number;
  /** Bytes a second; infinite when nothing limits it. */
  readonly bandwidth: number;
  /** 0 to 1: how likely a message has to be sent again. */
  readonly loss: number;
}

/** Within one computer a message is there as soon as it has been sent. */
export const LOOPBACK: Path = { latency: 0, jitter: 0, bandwidth: Number.POSITIVE_INFINITY, loss: 0 };

/** TCP sends again after this many seconds, then after twice as many, and so on. Linux: TCP_RTO_MIN. */
const RETRANSMISSION_SECONDS = 0.2;
const RETRANSMISSIONS_MAX = 6;

/** Seconds that one message is under way, bandwidth not counted. A lost one comes late: TCP sends it again. */
export function travelSeconds(path: Path, chance: Prng): number {
  let seconds = path.latency + (path.jitter > 0 ? path.jitter * chance.next() : 0);
  let pause = retransmissionSeconds(path);
  for (let tries = 0; tries < RETRANSMISSIONS_MAX && isLost(path, chance); tries++) {
    seconds += pause;
    pause *= 2;
  }
  return seconds;
}

/** Until TCP sends again what was lost, the first time. */
export function retransmissionSeconds({ latency }: Path): number {
  return Math.max(RETRANSMISSION_SECONDS, 2 * latency);
}

export function isLost(path: Path, chance: Prng): boolean {
  return path.loss > 0 && chance.next() < path.loss;
}
