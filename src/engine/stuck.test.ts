/** Story 9, "Why is it stuck?": of programs that hang, the page names the cause that their author built in. */
import { expect, test } from 'vitest';
import { hazardsOf } from '../trace/history.ts';
import { appendChunk, EMPTY_TRACE, type Trace, worldAfter } from '../trace/trace.ts';
import { whyWaiting } from '../trace/why.ts';
import { runHeadlessNow } from './headless.ts';

/** Everything that is said of those who still wait at the end, and of the end itself. */
function told(program: string): string {
  let trace: Trace = EMPTY_TRACE;
  const { ending } = runHeadlessNow({
    files: { 'main.py': `import asyncio\n${program}\nasyncio.run(main())\n` },
    onChunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
  });
  const world = worldAfter(trace, trace.length);
  const waiting = [...world.tasks.values()].filter(({ state }) => state === 'waiting');
  return [
    ending.kind,
    'sentence' in ending ? ending.sentence : '',
    ...waiting.map(({ id }) => whyWaiting(world, id)).map(({ sentence, verdict }) => `${verdict}: ${sentence}`),
    ...hazardsOf(trace.history).map(({ kind, line }) => `hazard ${kind} ${line}`),
  ].join('\n');
}

const STUCK: Readonly<Record<string, string>> = {
  'two locks, taken in opposite order': `
async def take(one, two):
    async with one:
        await asyncio.sleep(1)
        async with two:
            pass
async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(take(a, b), take(b, a))`,
  'a lock that its holder wants again': `
async def main():
    lock = asyncio.Lock()
    async with lock:
        async with lock:
            pass`,
  'two tasks that await each other': `
async def wait_for(tasks, other):
    await asyncio.sleep(0)
    await tasks[other]
async def main():
    tasks = {}
    tasks['a'] = asyncio.create_task(wait_for(tasks, 'b'))
    tasks['b'] = asyncio.create_task(wait_for(tasks, 'a'))
    await asyncio.wait(tasks.values())`,
  'a forgotten task_done': `
async def worker(queue):
    while True:
        await queue.get()
async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(worker(queue))
    queue.put_nowait(1)
    await queue.join()`,
  'a full queue that nobody empties': `
async def main():
    jobs = asyncio.Queue(maxsize=1)
    await jobs.put(1)
    await jobs.put(2)`,
  'an empty queue that nobody fills': `
async def main():
    jobs = asyncio.Queue()
    await jobs.get()`,
  'a coroutine that was never awaited': `
async def open_it(event):
    event.set()
async def main():
    event = asyncio.Event()
    open_it(event)
    await event.wait()`,
  'an event that nobody sets': `
async def main():
    started = asyncio.Event()
    await started.wait()`,
  'a future that nobody completes': `
async def main():
    await asyncio.get_running_loop().create_future()`,
  'a semaphore whose permit is kept': `
async def use(sem):
    await sem.acquire()
async def main():
    sem = asyncio.Semaphore(1)
    await asyncio.gather(use(sem), use(sem))`,
  'a condition that nobody notifies': `
async def main():
    ready = asyncio.Condition()
    async with ready:
        await ready.wait()`,
  'a barrier that too few reach': `
async def come(barrier):
    await barrier.wait()
async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(come(barrier), come(barrier))`,
  'a channel that nobody sends to: its group has no members': `
from channels.layers import InMemoryChannelLayer
async def main():
    layer = InMemoryChannelLayer()
    await layer.group_send('room', {'type': 'chat.message'})
    await layer.receive('the-room')`,
};

/** What the end of the run says, and what the panel of a task that is stuck says. */
const CAUSES: Readonly<Record<keyof typeof STUCK, readonly RegExp[]>> = {
  'two locks, taken in opposite order': [
    /^Deadlock: Task-2 \(take\) waits for b \(Lock\) held by Task-3 \(take\); Task-3 .* held by Task-2/m,
    /^deadlock: main .*That is a circle/m,
  ],
  'a lock that its holder wants again': [
    /lock \(Lock\) that it holds itself/,
    /^deadlock: main waits in line for Lock lock, which main holds/m,
  ],
  'two tasks that await each other': [
    /^Deadlock: Task-2 .* waits for Task-3/m,
    /^deadlock: A waits for B\. B waits for A\./m,
  ],
  'a forgotten task_done': [
    /task_done\(\) for 1 item of queue \(Queue\), which nobody calls/,
    /^nobody: main waits until every item of the queue is marked as done/m,
  ],
  'a full queue that nobody empties': [
    /a free slot in jobs \(Queue\), which nobody makes by get\(\)/,
    /^nobody: main waits for a free place in Queue jobs/m,
  ],
  'an empty queue that nobody fills': [
    /an item in jobs \(Queue\), which nobody puts/,
    /^nobody: main waits for somebody to put an item into Queue jobs/m,
  ],
  'a coroutine that was never awaited': [
    /^hazard neverAwaited 7$/m,
    /^nobody: main waits for somebody to set Event event/m,
  ],
  'an event that nobody sets': [
    /started \(Event\) to be set, which nobody does/,
    /^nobody: main waits for somebody to set Event started/m,
  ],
  'a future that nobody completes': [
    /a Future, which nobody is left to resolve/,
    /^nobody: main waits for Future #2, and no timer will end that/m,
  ],
  'a semaphore whose permit is kept': [
    /a permit of sem \(Semaphore\), which Task-2 \(use\) has ended without releasing/,
    /^nobody: B waits for somebody to release Semaphore sem\. .* A has ended without releasing it/m,
  ],
  'a condition that nobody notifies': [
    /a notification of ready \(Condition\), which nobody sends/,
    /^nobody: main waits for somebody to notify Condition ready/m,
  ],
  'a barrier that too few reach': [
    /1 more party at barrier \(Barrier\), where 2 of 3 wait; nobody else comes/,
    /^nobody: A waits for enough others to reach Barrier barrier/m,
  ],
  'a channel that nobody sends to: its group has no members': [
    /a message in channel the-room, which nobody sends/,
    /^nobody: main waits for Future #\d+, and no timer will end that/m,
  ],
};

test.each(Object.entries(STUCK))('story 9: %s', (label, program) => {
  const words = told(program);
  expect(CAUSES[label]).toHaveLength(2);
  for (const cause of CAUSES[label] ?? []) expect(words).toMatch(cause);
});
