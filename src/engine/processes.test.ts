import { expect, test } from 'vitest';
import type { Chunk, TraceEvent } from '../trace/events.ts';
import { lanesOf } from '../trace/history.ts';
import { narrate } from '../trace/narrate.ts';
import { appendChunk, EMPTY_TRACE, eventsBetween, type Trace, worldAfter } from '../trace/trace.ts';
import { runHeadlessNow } from './headless.ts';

function traceOf(text: string): Trace {
  let trace = EMPTY_TRACE;
  const onChunk = (chunk: Chunk) => {
    trace = appendChunk(trace, chunk);
  };
  runHeadlessNow({ files: { 'main.py': text }, onChunk });
  return trace;
}

const TWO = traceOf(`import subprocess
print(subprocess.run(['sleep', '2']).returncode)
child = subprocess.Popen(['sleep', '60'])
child.kill()
print(child.wait())`);

function told(trace: Trace, isWanted: (event: TraceEvent) => boolean): string[] {
  const events = eventsBetween(trace, 0, trace.length);
  return events.flatMap((event, at) =>
    isWanted(event) ? [narrate(event, worldAfter(trace, at), worldAfter(trace, at + 1), trace.codes)] : [],
  );
}

test('sentences name the process that starts, what it runs, and how it ended', () => {
  expect(told(TWO, ({ kind }) => kind.startsWith('process.'))).toEqual([
    'The program itself is process 4201, `main.py`.',
    'The main module starts process 4202, `sleep 2`: it has a Python, modules and threads of its own.',
    'Process 4202 has ended, with exit code 0; its parent is told.',
    'The main module starts process 4203, `sleep 60`: it has a Python, modules and threads of its own.',
    'Process 4203 was killed by SIGKILL; its parent is told.',
    'Process main.py has ended, with exit code 0; its parent is told.',
  ]);
});

test('a thread belongs to a process, and the main thread of one that was started stands for it', () => {
  const world = worldAfter(TWO, TWO.length);
  expect(world.processes.map(({ pid, parent, status }) => [pid, parent, status])).toEqual([
    [4201, 0, 0],
    [4202, 1, 0],
    [4203, 1, -9],
  ]);
  expect(world.threads.map(({ process }) => process)).toEqual([1, 2, 3]);
  expect(lanesOf(TWO.history).map(({ name }) => name)).toEqual(['MainThread', '4202 sleep 2', '4203 sleep 60']);
});

test('a program with one process says nothing of processes', () => {
  expect(told(traceOf("print('alone')"), ({ kind }) => /^(process|thread)\./.test(kind))).toEqual([]);
});

test('output says who wrote it, and what goes into a pipe is no output', () => {
  const trace = traceOf(`import subprocess
print('mine')
subprocess.run(['echo', 'its own'])
subprocess.run(['python3', '-c', 'raise ValueError'], stderr=subprocess.PIPE)
subprocess.run(['python3', '-c', 'raise SystemExit("told")'])`);
  const { output } = worldAfter(trace, trace.length);
  expect(output.map(({ process, stream, text }) => [process, stream, text])).toEqual([
    [1, 1, 'mine\n'],
    [2, 1, 'its own\n'],
    [4, 2, 'told\n'],
  ]);
});

const CROSSWISE = `import multiprocessing as mp
def take(first, second, both):
    with first:
        both.wait()
        with second: pass
if __name__ == '__main__':
    here, there, both = mp.Lock(), mp.Lock(), mp.Barrier(2)
    for locks in ((here, there), (there, here)):
        mp.Process(target=take, args=(*locks, both)).start()
    mp.active_children()[0].join()`;

test('two processes that take two locks crosswise are a deadlock that names them', { timeout: 30_000 }, () => {
  const { ending } = runHeadlessNow({ files: { 'main.py': CROSSWISE } });
  const waits = (one: number, other: number) =>
    `MainThread of Process-${one} waits for a Lock of multiprocessing, held by MainThread of Process-${other}`;
  expect(ending.kind === 'deadlock' && ending.sentence).toBe(`Deadlock: ${waits(2, 1)}; ${waits(1, 2)}.`);
});

test('with the start method fork a process is refused at the line that starts it', () => {
  const text = `import multiprocessing
if __name__ == '__main__':
    multiprocessing.get_context('fork').Process(target=print).start()`;
  expect(runHeadlessNow({ files: { 'main.py': text } }).ending).toMatchObject({
    kind: 'raised',
    exception: expect.stringContaining('NotImplementedError: os.fork(): a simulated process begins anew'),
    range: { file: 'main.py', line: 3 },
  });
});

test('a process that multiprocessing starts is for the Python that the main file declares', { timeout: 30_000 }, () => {
  const text = `# python: 3.6
import asyncio, multiprocessing
async def main():
    print(len(asyncio.Task.all_tasks()))
def run():
    asyncio.get_event_loop().run_until_complete(main())
if __name__ == '__main__':
    process = multiprocessing.Process(target=run)
    process.start()
    process.join()`;
  expect(runHeadlessNow({ files: { 'main.py': text } }).stdout).toBe('1\n');
});
