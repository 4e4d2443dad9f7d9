import { expect, test } from 'vitest';
import { run } from './run-for-tests.ts';

const sentence = (body: string): string => run(body).end ?? 'it ended';

test('L9 two locks taken in two orders are a cycle, named with their owners, without a recorder too', () => {
  const text = sentence(`
a, b = asyncio.Lock(), asyncio.Lock()
async def f(x, y):
    async with x:
        await asyncio.sleep(1)
        async with y: pass
async def main():
    await asyncio.gather(f(a, b), f(b, a))
asyncio.run(main())`);
  expect(text).toContain('Deadlock: Task-2 (f) waits for b (Lock) held by Task-3 (f); Task-3 (f) waits for a');
});

test('L9 a lock that its holder acquires again', () => {
  const text = sentence(`
async def main():
    lock = asyncio.Lock()
    async with lock:
        await lock.acquire()
asyncio.run(main())`);
  expect(text).toContain('Task-1 (main) waits for lock (Lock) that it holds itself.');
});

test('L9 a lock whose holder has ended', () => {
  const text = sentence(`
lock = asyncio.Lock()
async def forgets(): await lock.acquire()
async def main():
    await asyncio.create_task(forgets(), name='first')
    await lock.acquire()
asyncio.run(main())`);
  expect(text).toContain('waits for lock (Lock), which first has ended without releasing.');
});

test('L9 a cycle through the second child of a gather', () => {
  const text = sentence(`
async def kid(parent): await parent
async def main():
    await asyncio.gather(asyncio.Event().wait(), kid(asyncio.current_task()))
asyncio.run(main())`);
  expect(text).toContain(
    'Deadlock: Task-1 (main) waits for Task-2 (Event.wait), Task-3 (kid); Task-3 (kid) waits for Task-1 (main).',
  );
});

test('L9 semaphores know who holds their permits', () => {
  const text = sentence(`
async def f(x, y):
    async with x:
        await asyncio.sleep(1)
        async with y: pass
async def main():
    x, y = asyncio.Semaphore(1), asyncio.Semaphore(1)
    await asyncio.gather(f(x, y), f(y, x))
asyncio.run(main())`);
  expect(text).toContain('waits for a permit of y (Semaphore) held by Task-3 (f)');
});

test('L9 a barrier with too few parties', () => {
  const text = sentence(`
async def party(barrier): await barrier.wait()
async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(party(barrier), party(barrier))
asyncio.run(main())`);
  expect(text).toContain('waits for 1 more party at barrier (Barrier), where 2 of 3 wait; nobody else comes');
});

test('L9 a queue whose items nobody has finished', () => {
  const text = sentence(`
async def main():
    q = asyncio.Queue()
    q.put_nowait(1)
    await q.join()
asyncio.run(main())`);
  expect(text).toContain('waits for task_done() for 1 item of q (Queue), which nobody calls.');
});

test('L9 what as_completed still waits for', () => {
  const text = sentence(`
async def main():
    for next_one in asyncio.as_completed([asyncio.Event().wait()]):
        await next_one
asyncio.run(main())`);
  expect(text).toContain('Behind them: Task-1 (main) (for Task-2 (Event.wait)).');
});

test('L9 a server that nobody calls any more is told as such', () => {
  expect(
    sentence(`
async def main():
    server = await asyncio.start_server(print, '127.0.0.1', 8888)
    await server.serve_forever()
asyncio.run(main())`),
  ).toMatch(/The program listens at 127\.0\.0\.1:8888, and nobody in this run connects to it any more\./);
});
