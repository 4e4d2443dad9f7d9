/** The world of a layer that a program made: the clock and the chance of the simulated computer. */
import type { Prng } from '../lib/prng.ts';
import type { Machine } from '../python/vm/machine.ts';
import type { World } from './envelope.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Of each process, what names are made of: apart from everything else that is left to chance. */
const generators: WeakMap<Machine, Prng> = new WeakMap();

export function worldOf(of: Machine): World {
  const { agenda, choices, clock } = of.scheduler.system;
  return {
    now: () => clock.now(),
    choose: (kind, count) => choices.choose(kind, count),
    letters: (count) => letters(of, count),
    at: (seconds, action) => {
      const appointment = agenda.at(seconds, action);
      return () => agenda.cancel(appointment);
    },
  };
}

export function letters(of: Machine, count: number, alphabet = LETTERS): string {
  const generator = generators.get(of) ?? of.prng.fork('names of channels');
  generators.set(of, generator);
  return Array.from({ length: count }, () => alphabet[generator.below(alphabet.length)]).join('');
}
