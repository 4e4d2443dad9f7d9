/** For tests: runs a program on the whole VM, without recording, and gives what it prints. */
import { Prng } from '../../lib/prng.ts';
import { readShipped } from '../library/node-source.mjs';
import { PyRaise } from '../objects/errors.ts';
import { PyModule } from '../objects/value.ts';
import { startMachine } from '../vm/boot.ts';
import { compileSource, runModule } from '../vm/import.ts';
import { Scheduler } from '../vm/scheduler.ts';
import type { System } from '../vm/system.ts';
import { formatException } from '../vm/traceback-text.ts';
import { lateModules, loadLateModules } from './late-modules.ts';

await loadLateModules(lateModules());

export interface Printed {
  readonly stdout: string;
  /** Everything on stderr, the traceback of an uncaught exception included. */
  readonly stderr: string;
}

export function runPython(text: string): Printed {
  const written = ['', '', ''];
  const machine = startMachine({
    findSource: (name) => {
      const found = readShipped(name);
      if (found === undefined) return 'unknown';
      return { text: found.source, filename: found.filename, isPackage: found.isPackage, isUser: false };
    },
    write: (stream, part) => {
      written[stream] += part;
    },
    observer: null,
    scheduler: new Scheduler(lonelySystem()),
    prng: new Prng(1),
    instructionsMax: 100_000_000,
    argv: ['main.py'],
  });
  const main = new PyModule('__main__');
  machine.modules.map.set('__main__', main);
  try {
    runModule(compileSource({ text, filename: 'main.py', isPackage: false, isUser: true }), main);
  } catch (thrown) {
    if (!(thrown instanceof PyRaise)) throw thrown;
    written[2] += formatException(thrown.exception);
  }
  return { stdout: written[1] ?? '', stderr: written[2] ?? '' };
}

/** A computer for one thread: its clock moves, and nothing else ever happens. */
function lonelySystem(): System {
  let now = 0;
  const waitUntil = (seconds: number) => {
    now = Math.max(now, seconds);
  };
  return {
    clock: {
      now: () => now,
      read: () => now,
      sleep: (seconds) => waitUntil(now + seconds),
      waitUntil,
      charge: () => undefined,
    },
    agenda: { at: (seconds) => ({ seconds }), cancel: () => undefined, next: () => null },
    choices: { choose: () => 0 },
    network: null,
  };
}

/** The lines that a program prints. */
export function lines(text: string): readonly string[] {
  const { stdout, stderr } = runPython(text);
  if (stderr !== '') throw new Error(stderr);
  return stdout.trimEnd().split('\n');
}
