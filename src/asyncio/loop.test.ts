import { expect, test } from 'vitest';
import { run } from './run-for-tests.ts';

test('L1 what a handle schedules runs in the next iteration', () => {
  const { out } = run(`
async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: (print('a'), loop.call_soon(print, 'c')))
    loop.call_soon(print, 'b')
    await asyncio.sleep(0); print('-'); await asyncio.sleep(0)
asyncio.run(main())`);
  expect(out).toEqual(['a', 'b', '-', 'c']);
});

test('L2 a due timer comes after what was already ready', () => {
  const { out } = run(`
async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, 'timer')
    loop.call_soon(print, 'soon')
    await asyncio.sleep(0); await asyncio.sleep(0)
asyncio.run(main())`);
  expect(out).toEqual(['soon', 'timer']);
});

test('L3 the clock jumps exactly to the next timer', () => {
  const { out, seconds } = run(`
async def main():
    await asyncio.sleep(0.1); await asyncio.sleep(0.2)
    print(asyncio.get_running_loop().time())
asyncio.run(main())`);
  expect(out).toEqual(['0.30000000000000004']);
  expect(seconds).toBe(0.1 + 0.2);
});

test('L4 sleeps of one length end in the order in which they began', () => {
  const { out } = run(`
async def one(n): await asyncio.sleep(1); print(n)
async def main(): await asyncio.gather(*map(one, range(6)))
asyncio.run(main())`);
  expect(out).toEqual(['0', '1', '2', '3', '4', '5']);
});

test('L4 call_at timers of the very same moment come out as heapq orders them', () => {
  const { out } = run(`
async def main():
    loop = asyncio.get_running_loop()
    for n in range(6): loop.call_at(1, print, n)
    await asyncio.sleep(3)
asyncio.run(main())`);
  expect(out).toEqual(['0', '2', '5', '1', '3', '4']);
});

test('L5 a cancelled timer does not hold up the end', () => {
  const { seconds } = run(`
async def main():
    asyncio.get_running_loop().call_later(100, print).cancel()
    await asyncio.sleep(1)
asyncio.run(main())`);
  expect(seconds).toBe(1);
});

test('L6 stop lets the iteration end', () => {
  const { out } = run(`
loop = asyncio.new_event_loop()
loop.call_soon(loop.stop)
loop.call_soon(lambda: (print('same'), loop.call_soon(print, 'next run')))
loop.run_forever(); print('stopped'); loop.call_soon(loop.stop); loop.run_forever()`);
  expect(out).toEqual(['same', 'stopped', 'next run']);
});

test('L7 a failing callback is reported and the loop goes on', () => {
  const { out, err } = run(`
async def main():
    loop = asyncio.get_running_loop()
    def boom(): 1 / 0
    loop.call_soon(boom); loop.call_soon(print, 'on')
    await asyncio.sleep(0)
asyncio.run(main())`);
  expect(out).toEqual(['on']);
  expect(err[0]).toBe('Exception in callback main.<locals>.boom() at main.py:5');
  expect(err.at(-1)).toBe('ZeroDivisionError: division by zero');
});

test('L7 SystemExit leaves the loop', () => {
  expect(
    run(`
loop = asyncio.new_event_loop()
loop.call_soon(exit, 3)
loop.run_forever()`).end,
  ).toBe('SystemExit');
});

test('L8 a closed loop refuses work', () => {
  const { out } = run(`
loop = asyncio.new_event_loop(); loop.close()
for use in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), loop.run_forever):
    try: use()
    except RuntimeError as e: print(e)`);
  expect(out).toEqual(['Event loop is closed', 'Event loop is closed', 'Event loop is closed']);
});

test('L9 two tasks that wait for each other are a deadlock', () => {
  const { end } = run(`
async def wait_for(other): await tasks[other]
async def main():
    for name, other in (('A', 'B'), ('B', 'A')): tasks[name] = asyncio.create_task(wait_for(other), name=name)
    await asyncio.wait(tasks.values())
tasks = {}
asyncio.run(main())`);
  expect(end).toContain('A waits for B; B waits for A.');
});

test('L9 an event that nobody sets is named', () => {
  const { end } = run(`
async def main():
    door = asyncio.Event()
    await door.wait()
asyncio.run(main())`);
  expect(end).toBe(
    'deadlock: Nothing can ever happen again: Task-1 (main) waits for door (Event) to be set, which nobody does.',
  );
});

test('L10 a spin over the clock comes to an end', () => {
  const { out } = run(`
import time
async def main():
    end = time.monotonic() + 0.5
    while time.monotonic() < end: await asyncio.sleep(0)
    print('through')
asyncio.run(main())`);
  expect(out).toEqual(['through']);
});

test('L11 a subclass with its own call_soon is asked', () => {
  const { out } = run(`
class Loop(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        print('soon')
        return super().call_soon(callback, *args, context=context)
async def main(): await asyncio.sleep(0)
with asyncio.Runner(loop_factory=Loop) as runner: runner.run(main()); print('-')`);
  expect(out.slice(0, 4)).toEqual(['soon', 'soon', 'soon', '-']);
});
