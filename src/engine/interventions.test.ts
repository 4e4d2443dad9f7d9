import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GALLERY } from '../scenario/gallery/gallery.ts';
import type { Action, Intervention } from '../scenario/intervention.ts';
import type { Chunk, TraceEvent } from '../trace/events.ts';
import { lanesOf } from '../trace/history.ts';
import { appendChunk, EMPTY_TRACE, eventsBetween, type Trace } from '../trace/trace.ts';
import { type HeadlessResult, runHeadlessNow } from './headless.ts';
import { HEADLESS_LIMITS, type Limits } from './program.ts';

/** The first import of a big module compiles it. */
const SLOW = { timeout: 120_000 };

interface Ran extends HeadlessResult {
  readonly trace: Trace;
  readonly events: readonly TraceEvent[];
}

function run(text: string, interventions: readonly Intervention[] = [], seed = 0): Ran {
  return runFiles({ 'main.py': text }, interventions, seed);
}

/** Without its broker, say, a program may try again for ever. */
const LIMITS: Limits = { ...HEADLESS_LIMITS, instructionsMax: 40_000_000, eventsMax: 200_000 };

function runFiles(files: Record<string, string>, interventions: readonly Intervention[], seed = 0): Ran {
  let trace = EMPTY_TRACE;
  const onChunk = (chunk: Chunk) => {
    trace = appendChunk(trace, chunk);
  };
  const result = runHeadlessNow({ files, seed, interventions, onChunk, limits: LIMITS });
  return { ...result, trace, events: eventsBetween(trace, 0, trace.length) };
}

/** The position after the first event that is so. */
function after({ events }: Ran, isIt: (event: TraceEvent) => boolean): number {
  return events.findIndex(isIt) + 1;
}

/** What became of the interventions. */
function fates({ events }: Ran): string[] {
  return events.flatMap((event) =>
    event.kind === 'intervention.done'
      ? [event.text]
      : event.kind === 'intervention.missed'
        ? [`${event.text}: ${event.reason}`]
        : [],
  );
}

const WORKER = `import asyncio
async def worker():
    try:
        await asyncio.sleep(5)
        print('slept')
        return 1
    except BaseException as error:
        print('worker got', repr(error))
        raise
async def main():
    task = asyncio.create_task(worker(), name='worker')
    results = await asyncio.gather(task, return_exceptions=True)
    print(results, asyncio.get_running_loop().time())
asyncio.run(main())`;

const parked = (event: TraceEvent): boolean => event.kind === 'task.suspended' && event.task === 2;

test('a task that waits can be cancelled at a position, and gets CancelledError at its await, at once', () => {
  const position = after(run(WORKER), parked);
  const ran = run(WORKER, [{ kind: 'cancelTask', task: 'worker', position }]);
  expect(ran.stdout).toBe("worker got CancelledError()\n[CancelledError('')] 0.0\n");
  expect(ran.events[position]).toMatchObject({ kind: 'intervention.done', nth: 1, action: 'cancelTask', task: 2 });
  expect(ran.events.slice(position + 1).find(({ kind }) => kind.startsWith('task.'))).toMatchObject({
    kind: 'task.cancelRequested',
    task: 2,
    by: 0,
  });
});

test('while everything waits nothing moves the clock before what is done from outside', () => {
  const base = run(WORKER);
  const positions = base.events.flatMap((event, at) =>
    event.kind === 'loop.phaseEntered' && event.phase === 1 && event.until > 0 ? [at + 1] : [],
  );
  expect(positions).toHaveLength(1);
  const ran = run(WORKER, [{ kind: 'cancelTask', task: 'worker', position: positions[0] ?? 0 }]);
  expect(ran.stdout).toBe("worker got CancelledError()\n[CancelledError('')] 0.0\n");
});

test('at a time it is done then, and the clock stops there', () => {
  const ran = run(WORKER, [{ kind: 'cancelTask', task: 'worker', timeUs: 2_500_000 }]);
  expect(ran.stdout).toBe("worker got CancelledError()\n[CancelledError('')] 2.5\n");
});

test('an exception is thrown into the await, a built-in one or one of the main module', () => {
  const position = after(run(WORKER), parked);
  const raise = { kind: 'raiseInTask', task: 'worker', id: 2, message: 'no disk', position } as const;
  expect(run(WORKER, [{ ...raise, exception: 'OSError' }]).stdout).toContain("worker got OSError('no disk')");
  expect(run(WORKER, [{ ...raise, exception: 'asyncio.QueueFull' }]).stdout).toContain(
    "worker got QueueFull('no disk')",
  );
  const own = WORKER.replace('async def worker', 'class Mine(Exception): pass\nasync def worker');
  expect(run(own, [{ ...raise, exception: 'Mine', position: position + 1 }]).stdout).toContain("got Mine('no disk')");
  expect(fates(run(WORKER, [{ ...raise, exception: 'Nothing' }]))).toEqual([
    'Nothing("no disk") is raised in worker: there is no exception Nothing',
  ]);
});

test('a task whose next step is scheduled gets the exception instead of it', () => {
  const program = `import asyncio
async def worker():
    for n in range(3):
        print(n)
        await asyncio.sleep(0)
async def main():
    task = asyncio.create_task(worker(), name='worker')
    print(await asyncio.gather(task, return_exceptions=True))
asyncio.run(main())`;
  const position = after(run(program), parked);
  const ran = run(program, [{ kind: 'raiseInTask', task: 'worker', exception: 'KeyError', message: 'x', position }]);
  expect(ran.stdout).toBe("0\n[KeyError('x')]\n");
});

test('a future is resolved with a literal, found by its number or by what a task waits for', () => {
  const program = `import asyncio
async def main():
    future = asyncio.get_running_loop().create_future()
    print(await future)
asyncio.run(main())`;
  const base = run(program);
  expect(base.ending.kind).toBe('deadlock');
  const future = base.events.find((event) => event.kind === 'future.created');
  const id = future?.kind === 'future.created' ? future.future : 0;
  const resolve = { kind: 'resolveFuture', future: 'Future', position: base.trace.length } as const;
  expect(run(program, [{ ...resolve, id, value: "{'a': (1, -2)}" }]).stdout).toBe("{'a': (1, -2)}\n");
  expect(run(program, [{ ...resolve, value: '[None]' }]).stdout).toBe('[None]\n');
  expect(fates(run(program, [{ ...resolve, value: 'open()' }]))).toEqual([
    'Future gets the result open(): open() is no Python literal',
  ]);
});

test('a refusal is told whole', () => {
  const program = WORKER.replace('        raise\n', '        return 2\n');
  const position = after(run(program), parked);
  const ran = run(program, [{ kind: 'cancelTask', task: 'worker', position }]);
  expect(ran.stdout).toBe('worker got CancelledError()\n[2] 0.0\n');
  expect(ran.events.some(({ kind }) => kind === 'task.cancelSwallowed')).toBe(true);
});

test('Ctrl-C cancels the main task of asyncio.run, which ends with KeyboardInterrupt', () => {
  const base = run(WORKER);
  const ran = run(WORKER, [{ kind: 'interrupt', position: after(base, parked) + 2 }]);
  expect(ran.exitCode).toBe(130);
  expect(ran.stdout).toBe('worker got CancelledError()\n');
  const slow = 'import time\ntry:\n    time.sleep(9)\nexcept KeyboardInterrupt:\n    print(time.monotonic() < 9)';
  expect(run(slow, [{ kind: 'interrupt', timeUs: 1_000_000 }]).stdout).toBe('True\n');
});

test('SIGTERM and SIGKILL end a process where it stands; one that handles SIGTERM is called', () => {
  const text = "import time\ntry:\n    time.sleep(9)\nfinally:\n    print('never')";
  for (const [signal, code] of [
    ['SIGTERM', 143],
    ['SIGKILL', 137],
  ] as const) {
    const ran = run(text, [{ kind: 'signal', process: 'main.py', signal, timeUs: 1_000_000 }]);
    expect([ran.stdout, ran.exitCode]).toEqual(['', code]);
  }
  const handling = `import signal, sys
signal.signal(signal.SIGTERM, lambda *_: print('handled'))
signal.pause()`;
  expect(run(handling, [{ kind: 'signal', process: 'x', id: 4201, signal: 'SIGTERM', timeUs: 1 }]).stdout).toBe(
    'handled\n',
  );
  const loop = WORKER.replace('print(results', "print('late', results");
  expect(run(loop, [{ kind: 'signal', process: 'main.py', signal: 'SIGKILL', timeUs: 1_000_000 }]).exitCode).toBe(137);
});

test('a child is killed, and its parent finds out', SLOW, () => {
  const text = "import subprocess\nprint(subprocess.run(['sleep', '60']).returncode)";
  const position = after(run(text), ({ kind }) => kind === 'process.started') + 1;
  const kill = { kind: 'signal', process: 'sleep 60', id: 4202, signal: 'SIGKILL' } as const;
  const ran = run(text, [{ ...kill, position }]);
  expect([ran.stdout, ran.exitCode]).toEqual(['-9\n', 0]);
});

const ECHO = `import asyncio
async def shout(reader, writer):
    async for line in reader:
        writer.write(line.upper())
async def main():
    server = await asyncio.start_server(shout, '127.0.0.1', 8888)
    async with server:
        reader, writer = await asyncio.open_connection('127.0.0.1', 8888)
        await asyncio.sleep(1)
        writer.write(b'hello\\n')
        print(await reader.readline(), round(asyncio.get_running_loop().time(), 3))
        writer.close()
asyncio.run(main())`;

test('a link is cut and healed: what was sent arrives after that', SLOW, () => {
  const link = { from: 'localhost', to: '127.0.0.1:8888' };
  expect(run(ECHO).stdout).toBe("b'HELLO\\n' 1.0\n");
  const ran = run(ECHO, [
    { kind: 'cutLink', ...link, timeUs: 500_000 },
    { kind: 'healLink', ...link, timeUs: 3_000_000 },
    { kind: 'healLink', ...link, timeUs: 3_100_000 },
  ]);
  expect(ran.stdout).toBe("b'HELLO\\n' 3.2\n");
  expect(fates(ran)).toEqual([
    'the link between localhost and 127.0.0.1:8888 is cut',
    'the link between localhost and 127.0.0.1:8888 is healed',
    'the link between localhost and 127.0.0.1:8888 is healed: it was not cut',
  ]);
  expect(ran.events.flatMap((event) => (event.kind === 'message.delayed' ? [event.due] : []))).toEqual([0, 3_200_000]);
});

test('a process of a Procfile is restarted: it gets a new pid, and what it does it does again', SLOW, () => {
  const files = {
    Procfile: 'main: python main.py\nworker: python worker.py',
    'main.py': 'import time\ntime.sleep(3)\nprint("over")',
    'worker.py': 'import os, time\nprint("began", os.getpid())\ntime.sleep(2)\nprint("done")',
  };
  const ran = runFiles(files, [{ kind: 'restart', process: 'worker.1', timeUs: 1_000_000 }]);
  expect(ran.stdout.split('\n').map((line) => line.replace(/^.*\| /, ''))).toEqual([
    'began 4203',
    'began 4204',
    'over',
    'done',
    '',
  ]);
  expect(runFiles(files, [{ kind: 'restart', process: 'main.1', timeUs: 1_000_000 }]).exitCode).toBe(0);
  expect(fates(run(WORKER, [{ kind: 'restart', process: 'main.py', timeUs: 1_000_000 }]))).toEqual([
    'main.py is restarted: it is the first, which nobody has started',
  ]);
});

test(
  'the lanes of a killed process end there: its thread failed, and what became of its tasks nobody knows',
  SLOW,
  () => {
    const files = {
      Procfile: 'main: python main.py\nworker: python worker.py',
      'main.py': 'import time\ntime.sleep(3)',
      'worker.py': 'import asyncio\nasync def work(): await asyncio.sleep(9)\nasyncio.run(work())',
    };
    const kill = { kind: 'signal', process: 'worker.1', signal: 'SIGKILL', timeUs: 1_000_000 } as const;
    const { trace } = runFiles(files, [kill]);
    const lanes = lanesOf(trace.history).map(({ cap, finishedAt, label }) => [label, cap, finishedAt > 0]);
    expect(lanes).toContainEqual(['4203 worker.1', 'failed', true]);
    expect(lanes).toContainEqual(['4202 main.1', 'done', true]);
    expect(lanes).toContainEqual(['work()', '', true]);
  },
);

test('what does not exist, has ended or comes after the end is told as missed', () => {
  const cancel = { kind: 'cancelTask', task: 'worker' } as const;
  const ran = run(WORKER, [
    { ...cancel, position: 3 },
    { ...cancel, task: 'nobody', position: 40 },
    { ...cancel, position: 1_000_000 },
    { kind: 'signal', process: 'x', signal: 'SIGTERM', timeUs: 3_000_000 },
    { kind: 'interrupt', timeUs: 9_000_000 },
  ]);
  expect(fates(ran)).toEqual([
    'worker is cancelled: no task of that name is alive now',
    'nobody is cancelled: no task of that name is alive now',
    'x gets SIGTERM: no such process runs now',
    'worker is cancelled: the run had ended',
    'Ctrl-C is pressed: the run had ended',
  ]);
  expect(ran.stdout).toBe(run(WORKER).stdout);
});

test('without a recorder positions are still counted, and it comes out the same', () => {
  const position = after(run(WORKER), parked);
  const interventions = [{ kind: 'cancelTask', task: 'worker', position }] as const;
  expect(runHeadlessNow({ files: { 'main.py': WORKER }, interventions }).stdout).toBe(
    run(WORKER, interventions).stdout,
  );
});

/** Of one kind or another, at some thing that may or may not be there. */
function actionFor(which: number, id: number, { events }: Ran): Action {
  const names = events.flatMap((event) => (event.kind === 'task.created' ? [event.name] : []));
  const task = names[id % Math.max(1, names.length)] ?? 'main';
  const future = { kind: 'resolveFuture', future: 'Future', id, value: '1' } as const;
  const actions: readonly Action[] = [
    { kind: 'cancelTask', task },
    { kind: 'raiseInTask', task, exception: 'ValueError', message: 'x' },
    future,
    { kind: 'interrupt' },
    { kind: 'signal', process: 'main.py', id: 4201 + (id % 3), signal: which % 2 === 0 ? 'SIGTERM' : 'SIGKILL' },
  ];
  return actions[which % actions.length] ?? future;
}

test('up to its position a run is the same as without an intervention, whatever the scenario', SLOW, () => {
  const bases = new Map<number, Ran>();
  const files = (index: number): Record<string, string> =>
    Object.fromEntries(GALLERY[index]?.scenario.files.map(({ name, text }) => [name, text]) ?? []);
  fc.assert(
    fc.property(fc.nat(GALLERY.length - 1), fc.nat(9999), fc.nat(29), (index, share, which) => {
      const base = bases.get(index) ?? runFiles(files(index), []);
      bases.set(index, base);
      const position = Math.floor((base.trace.length * share) / 9999);
      const action = actionFor(which, share, base);
      const ran = runFiles(files(index), [{ ...action, position }]);
      expect(ran.events.slice(0, position)).toEqual(base.events.slice(0, position));
      expect(fates(ran)).toHaveLength(1);
      expect(ran.ending.kind).not.toBe('crashed');
    }),
    // Some scenarios take seconds: a busy machine tries fewer.
    { numRuns: 16, interruptAfterTimeLimit: 60_000 },
  );
});
