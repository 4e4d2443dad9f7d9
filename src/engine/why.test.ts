/** Why a task waits, asked of real runs: the sentence goes down to who can end the wait, and when. */
import { expect, test } from 'vitest';
import { appendChunk, EMPTY_TRACE, eventsBetween, type Trace, worldAfter } from '../trace/trace.ts';
import { whyWaiting } from '../trace/why.ts';
import { runHeadlessNow } from './headless.ts';

/** Of the task with that letter, whenever the clock is about to move: what is said, each once. */
function whys(program: string, letter = 'M'): readonly string[] {
  let trace: Trace = EMPTY_TRACE;
  runHeadlessNow({
    files: { 'main.py': `import asyncio, sys, threading, time\n${program}\nasyncio.run(main())\n` },
    onChunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
  });
  const moves = eventsBetween(trace, 0, trace.length).flatMap(({ kind }, at) =>
    kind === 'clock.advanced' ? [at] : [],
  );
  const said = [...moves, trace.length].flatMap((position) => {
    const world = worldAfter(trace, position);
    const task = [...world.tasks.values()].find((each) => each.letter === letter);
    return task?.state === 'waiting' ? [whyWaiting(world, task.id).sentence] : [];
  });
  return [...new Set(said)];
}

test('who waits for a semaphore is told who has its permits', () => {
  const program = `
async def fetch(sem, n):
    async with sem:
        await asyncio.sleep(n)
async def main():
    sem = asyncio.Semaphore(2)
    await asyncio.gather(fetch(sem, 1), fetch(sem, 2), fetch(sem, 3))`;
  expect(whys(program, 'C')[0]).toBe(
    'C waits for somebody to release Semaphore sem. Its permits are held by A and B. ' +
      'A waits for sleep(1): a timer wakes it at t = 1.0 s, in 1.0 s. B waits for sleep(2): a timer wakes it at t = 2.0 s, in 2.0 s.',
  );
});

test('a call in another thread leads to that thread, and to the one that holds it up', () => {
  const program = `
async def main():
    thread = threading.Thread(target=time.sleep, args=(1,), name='helper')
    thread.start()
    await asyncio.to_thread(thread.join)
    event, loop = asyncio.Event(), asyncio.get_running_loop()
    threading.Timer(1, loop.call_soon_threadsafe, [event.set]).start()
    await event.wait()`;
  expect(whys(program)).toEqual([
    'main waits for a call in another thread: thread asyncio_0, which waits for the end of helper: that is up to thread helper, which sleeps until t = 1.0 s.',
    expect.stringMatching(/set Event #1\. That can only come from thread Thread-1, which .* until t = 2\.0 s\.$/),
  ]);
});

test('the end of a process and what it writes lead to the process', () => {
  const program = `
async def main():
    process = await asyncio.create_subprocess_exec('sleep', '3')
    await process.wait()
    process = await asyncio.create_subprocess_exec(sys.executable, '-c', 'import time; time.sleep(1); print(1)', stdout=-1)
    await process.stdout.readline()`;
  expect(whys(program)).toEqual([
    expect.stringMatching(/^main waits for the end of process \d+ \(sleep 3\), which sleeps until t = 3\.0 s\.$/),
    expect.stringMatching(
      /^main waits for data on .* a pipe\. That can only come from process \d+, which sleeps until t = 4\.0 s\.$/,
    ),
  ]);
});

test('who waits for an answer is told who has to give it', () => {
  const program = `
async def serve(reader, writer):
    await reader.readline()
    await asyncio.sleep(2)
    writer.close()
async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 8888)
    reader, writer = await asyncio.open_connection('127.0.0.1', 8888)
    writer.write(b'hello\\n')
    await reader.readline()`;
  expect(whys(program)[0]).toBe(
    'main waits for an answer from 127.0.0.1:8888, which has "hello\\n" and has not replied yet. ' +
      'That can only come from a task that still runs: C (wakes at t = 2.0 s).',
  );
});

test('a timeout is said with what it ends, also where nothing else could', () => {
  const program = `
async def main():
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 2)
    except TimeoutError:
        pass
    await asyncio.wait([asyncio.ensure_future(asyncio.sleep(5))], timeout=1)`;
  expect(whys(program)).toEqual([
    expect.stringMatching(
      /set Event #\d+\. Nobody is left who could ever do that\. Only the timeout of main ends that, at t = 2\.0 s\.$/,
    ),
    expect.stringMatching(/^main waits for A \(sleep\), until t = 3\.0 s at the latest\. A waits for sleep\(5\)/),
  ]);
});
