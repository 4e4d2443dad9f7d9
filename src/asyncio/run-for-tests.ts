/** Runs a program on a fresh machine with asyncio, for the tests: what it printed, and how it ended. */
import { Prng } from '../lib/prng.ts';
import { readShipped } from '../python/library/node-source.mjs';
import { lateModules, loadLateModules } from '../python/modules/late-modules.ts';
import { PyRaise } from '../python/objects/errors.ts';
import { PyModule } from '../python/objects/value.ts';
import { startMachine } from '../python/vm/boot.ts';
import { compileSource, runModule } from '../python/vm/import.ts';
import { RunStopped, type SourceModule } from '../python/vm/machine.ts';
import { Scheduler } from '../python/vm/scheduler.ts';
import { Agenda } from '../sim/agenda.ts';
import { Choices } from '../sim/choices.ts';
import { VirtualClock } from '../sim/clock.ts';
import { Network } from '../sim/net/network.ts';
import { registerAsyncio, reportUnretrieved } from './package.ts';
import type { AsyncioRecorder } from './recorder.ts';
import { PyFuture, PyTask } from './shapes.ts';

await loadLateModules(lateModules());

export interface Ran {
  readonly out: readonly string[];
  readonly err: readonly string[];
  /** Name of the exception that came out, or `deadlock: …`. */
  readonly end: string | null;
  readonly seconds: number;
}

/** What a recorder would be told: each fact with its arguments, objects by their names. */
export function record(text: string): readonly (readonly unknown[])[] {
  const facts: unknown[][] = [];
  const recorder = new Proxy({ probe: () => undefined } as unknown as AsyncioRecorder, {
    get:
      (_target, fact) =>
      (...args: unknown[]) => {
        facts.push([fact, ...args.map(nameOf)]);
      },
    set: () => true,
  });
  run(text, recorder);
  return facts;
}

function nameOf(value: unknown): unknown {
  if (value instanceof PyTask) return value.name;
  return value instanceof PyFuture ? value.label : value;
}

export function run(text: string, recorder: AsyncioRecorder | null = null): Ran {
  const written = { 1: '', 2: '' };
  const prng = new Prng(0);
  const agenda = new Agenda();
  const clock = new VirtualClock(agenda);
  const machine = startMachine({
    findSource: (name) => libraryModule(name) ?? 'unknown',
    write: (stream, part) => {
      written[stream] += part;
    },
    observer: null,
    scheduler: new Scheduler({
      clock,
      agenda,
      choices: new Choices(0, prng),
      network: new Network({
        agenda: {
          now: () => clock.now(),
          at: (seconds, action) => agenda.at(seconds, action),
          cancel: (made) => agenda.cancel(made),
        },
        chance: prng,
        observer: null,
      }),
    }),
    prng,
    instructionsMax: 10_000_000,
    argv: ['main.py'],
  });
  registerAsyncio(machine, recorder);
  const module = new PyModule('__main__');
  module.attrs.set('__file__', 'main.py');
  module.attrs.set('__builtins__', machine.modules.map.get('builtins') ?? null);
  machine.modules.map.set('__main__', module);
  let end: string | null = null;
  try {
    runModule(
      compileSource({ text: `import asyncio\n${text}`, filename: 'main.py', isPackage: false, isUser: true }),
      module,
    );
    reportUnretrieved(machine);
  } catch (thrown) {
    if (thrown instanceof PyRaise) end = thrown.exception.cls.name;
    else if (thrown instanceof RunStopped) end = `${thrown.limit}: ${thrown.sentence}`;
    else throw thrown;
  }
  return { out: lines(written[1]), err: lines(written[2]), end, seconds: clock.now() };
}

function libraryModule(name: string): SourceModule | undefined {
  const found = readShipped(name);
  return found === undefined
    ? undefined
    : { text: found.source, filename: found.filename, isPackage: found.isPackage, isUser: false };
}

function lines(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
