import { expect, test } from 'vitest';
import type { Chunk } from '../trace/events.ts';
import { traceHash } from '../trace/fingerprint.ts';
import { narrate } from '../trace/narrate.ts';
import { appendChunk, EMPTY_TRACE, eventsBetween, type Trace, worldAfter } from '../trace/trace.ts';
import { type HeadlessResult, runHeadlessNow } from './headless.ts';

const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);

/** Hundreds of runs, on a machine that may be busy. */
const SLOW = { timeout: 60_000 };

function run(text: string, seed = 0): HeadlessResult {
  return runHeadlessNow({ files: { 'main.py': text }, seed });
}

const COUNTING = `import _thread
counter = 0
lock = _thread.allocate_lock()
def work():
    global counter
    for _ in range(150):
        BODY
handles = [_thread.start_joinable_thread(work) for _ in range(2)]
for handle in handles: handle.join()
print(counter)`;

test('of 200 orders some lose counts, each order always the same ones, and under a lock none does', SLOW, () => {
  const counts = SEEDS.map((seed) => Number(run(COUNTING.replace('BODY', 'counter += 1'), seed).stdout));
  const lost = counts.filter((count) => count < 300).length;
  expect(lost).toBeGreaterThan(10);
  expect(lost).toBeLessThan(190);
  expect(new Set(counts).size).toBeGreaterThan(3);
  expect(counts.slice(0, 20)).toEqual(
    SEEDS.slice(0, 20).map((seed) => Number(run(COUNTING.replace('BODY', 'counter += 1'), seed).stdout)),
  );
  const locked = SEEDS.map((seed) => run(COUNTING.replace('BODY', 'with lock: counter += 1'), seed).stdout);
  expect(new Set(locked)).toEqual(new Set(['300\n']));
});

test('two locks taken in different orders deadlock in some orders only, and the sentence names the cycle', SLOW, () => {
  const program = `import _thread
a = _thread.allocate_lock()
b = _thread.allocate_lock()
def work(first, second):
    for _ in range(20):
        with first:
            with second: pass
handles = [_thread.start_joinable_thread(lambda: work(a, b)), _thread.start_joinable_thread(lambda: work(b, a))]
for handle in handles: handle.join()
print('done')`;
  const endings = SEEDS.map((seed) => run(program, seed).ending);
  const kinds = endings.map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['completed', 'deadlock']));
  const stuck = endings.find((ending) => ending.kind === 'deadlock');
  expect(stuck?.kind === 'deadlock' && stuck.sentence).toMatch(
    /^Deadlock: Thread 2 waits for the Lock (a|b), held by Thread 3; Thread 3 waits for the Lock (a|b), held by Thread 2\. Behind them: MainThread \(for Thread 2\)\.$/,
  );
});

const MIXED = `import asyncio, queue, threading, time
from concurrent.futures import ThreadPoolExecutor
q = queue.Queue()
def feed(n):
    for i in range(5):
        q.put((n, i))
        time.sleep(0.1)
async def main():
    with ThreadPoolExecutor(3) as pool:
        loop = asyncio.get_running_loop()
        await asyncio.gather(*(loop.run_in_executor(pool, feed, n) for n in range(3)))
    print([q.get() for _ in range(15)])
asyncio.run(main())`;

test('the same seed gives the same trace, and other seeds give other orders', SLOW, () => {
  const hashes = [0, 0, 1, 2, 3].map((seed) => traceHash(trace(MIXED, seed)));
  expect(hashes[0]).toBe(hashes[1]);
  const outputs = new Set([0, 1, 2, 3].map((seed) => run(MIXED, seed).stdout));
  expect(outputs.size).toBeGreaterThan(1);
});

test('under seed 0 threads go on in the order in which they became ready', () => {
  const program = `import threading, time
out = []
def work(n):
    time.sleep(1)
    out.append(n)
threads = [threading.Thread(target=work, args=(n,)) for n in range(5)]
for t in threads: t.start()
for t in threads: t.join()
print(out)`;
  expect(run(program).stdout).toBe('[0, 1, 2, 3, 4]\n');
  expect(new Set([1, 2, 3, 4, 5].map((seed) => run(program, seed).stdout)).size).toBeGreaterThan(2);
});

test('a spin waits for a thread that sleeps, because time is charged for it', () => {
  const program = `import threading, time
flag = []
threading.Timer(0.25, flag.append, [1]).start()
while not flag: pass
print(time.monotonic())`;
  expect(run(program).stdout).toBe('0.25\n');
});

test('a thread that waits inside a built-in function for one that must return first ends the run by name', () => {
  const program = `import threading, time
inner, outer = threading.Event(), threading.Event()
def first(x):
    inner.wait()
    return x
def second(x):
    inner.set()
    outer.wait()
    return x
def work():
    time.sleep(0.1)
    sorted([1], key=second)
t = threading.Thread(target=work)
t.start()
sorted([1], key=first)
outer.set()
t.join()
print('done')`;
  const { ending } = run(program);
  expect(ending.kind === 'limit' && ending.limit).toBe('nesting');
});

test('each thread keeps its own frames and line while another one runs', () => {
  const program = `import threading
event = threading.Event()
def work():
    event.wait()
    print('on')
t = threading.Thread(target=work, name='worker')
t.start()
event.set()
t.join()`;
  const recorded = trace(program);
  const states = new Set<string>();
  for (let position = 0; position <= recorded.length; position++) {
    const world = worldAfter(recorded, position);
    const worker = world.threads.find(({ name }) => name === 'worker');
    if (worker === undefined) continue;
    states.add(`${worker.state} ${worker.waitsFor}`.trim());
    const stacks = [world.contexts, ...world.threads.flatMap(({ kept }) => (kept === null ? [] : [kept.contexts]))];
    for (const contexts of stacks) expect(contexts.flatMap(({ stack }) => stack).length).toBeLessThan(3);
  }
  expect([...states]).toEqual(['ready', 'running', 'waiting Event.wait()', 'ended']);
  const last = worldAfter(recorded, recorded.length);
  expect(last.threads.map(({ name, state }) => `${name} ${state}`)).toEqual(['MainThread running', 'worker ended']);
});

function trace(text: string, seed = 0): Trace {
  let recorded = EMPTY_TRACE;
  const onChunk = (chunk: Chunk) => {
    recorded = appendChunk(recorded, chunk);
  };
  runHeadlessNow({ files: { 'main.py': text }, seed, onChunk });
  return recorded;
}

const BETWEEN = `import queue, threading, time
lock = threading.Lock()
ready = threading.Event()
gate = threading.BoundedSemaphore(1)
meeting = threading.Condition()
box = queue.Queue(1)
def ann():
    with lock:
        time.sleep(1)
    ready.set()
    box.put('a')
    box.put('b')
def bob():
    with lock:
        pass
    ready.wait()
    with gate:
        box.get()
    with meeting:
        meeting.wait(1)
threads = [threading.Thread(target=target, name=target.__name__) for target in (ann, bob)]
for thread in threads: thread.start()
for thread in threads: thread.join()`;

test('locks, events, semaphores, conditions and queues between threads are told with holder and waiters', () => {
  let trace = EMPTY_TRACE;
  const onChunk = (chunk: Chunk) => {
    trace = appendChunk(trace, chunk);
  };
  runHeadlessNow({ files: { 'main.py': BETWEEN }, onChunk });
  const told = eventsBetween(trace, 0, trace.length).flatMap((event, at) =>
    event.kind === 'threadSync.changed'
      ? [narrate(event, worldAfter(trace, at), worldAfter(trace, at + 1), trace.codes)]
      : [],
  );
  for (const sentence of [
    'Lock lock is locked: thread ann holds it.',
    'Lock lock is locked: thread ann holds it; thread bob waits in line.',
    'Lock lock is locked: thread bob holds it.',
    'Event ready is set.',
    "Queue box holds 'a' (1 of 1).",
    "Queue box holds 'a' (1 of 1); thread ann waits to put.",
    'BoundedSemaphore gate has 0 free.',
    'Condition meeting is locked: thread bob holds it.',
    'Condition meeting is unlocked; thread bob waits in line.',
  ])
    expect(told).toContain(sentence);
  expect(new Set(worldAfter(trace, trace.length).threadSyncs.map(({ label }) => label))).toEqual(
    new Set(['lock', 'ready', 'gate', 'meeting', 'box']),
  );
});
