/** Each hazard is found where it is, and its fixed twin has none. */
import { expect, test } from 'vitest';
import { hazardsOf } from '../../trace/history.ts';
import { appendChunk, EMPTY_TRACE, type Trace } from '../../trace/trace.ts';
import { runHeadlessNow } from '../headless.ts';

/** `kind line`, in the order in which they are found. */
function hazards(program: string): readonly string[] {
  return found(program).map(({ kind, line }) => `${kind} ${line}`);
}

function found(program: string) {
  let trace: Trace = EMPTY_TRACE;
  runHeadlessNow({
    files: { 'main.py': program },
    onChunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
  });
  return hazardsOf(trace.history);
}

/** `body` is what main does; it stands from line 4 on. */
const main = (body: string, before = 'import time, threading'): string =>
  `import asyncio\n${before}\nasync def main():\n${body.replace(/^/gm, '    ')}\nasyncio.run(main())\n`;

test('time.sleep in a task blocks the loop, and makes others late', () => {
  const program = main(
    'async def beat():\n    await asyncio.sleep(1)\nt = asyncio.create_task(beat())\nawait asyncio.sleep(0.5)\ntime.sleep(2)\nawait t',
  );
  expect(hazards(program)).toEqual(['blockingCall 8', 'loopBlocked 8']);
  expect(found(program)[1]?.text).toBe(
    'for 2 s the loop did not get control back; late because of it: A (beat) by 1.5 s',
  );
});

test('time.sleep blocks nobody before the loop runs and in a thread', () => {
  expect(hazards(`import time\ntime.sleep(1)\n${main('await asyncio.to_thread(time.sleep, 2)')}`)).toEqual([]);
});

test('waiting for another thread within a step blocks the loop', () => {
  const start =
    'done = threading.Event()\ndef work():\n    time.sleep(2)\n    done.set()\nthreading.Thread(target=work).start()\n';
  expect(hazards(main(`${start}done.wait()`))).toEqual(['loopBlocked 9']);
  expect(hazards(main(`${start}await asyncio.to_thread(done.wait)`))).toEqual([]);
});

test('an eager task that sleeps blocks the task that makes it', () => {
  const start = 'loop = asyncio.get_running_loop()\nloop.set_task_factory(asyncio.eager_task_factory)\n';
  const rude = 'async def rude():\n    time.sleep(1)\n';
  expect(hazards(main(`${start}${rude}await asyncio.create_task(rude())`))).toEqual([
    'blockingCall 7',
    'loopBlocked 7',
  ]);
});

test('a short block is told, but nobody was made late by it', () => {
  expect(hazards(main('time.sleep(0.01)'))).toEqual(['blockingCall 4']);
});

test('a long computation between two awaits blocks the loop', () => {
  expect(hazards(main('for i in range(60000):\n    i + 1\n    i + 2'))).toEqual([
    expect.stringMatching(/^loopBlocked [456]$/),
  ]);
  expect(
    hazards(
      main('for i in range(60):\n    for j in range(1000):\n        i + j\n        i - j\n    await asyncio.sleep(0)'),
    ),
  ).toEqual([]);
});

test('a coroutine that is never awaited is told with the line that made it', () => {
  expect(hazards(main('asyncio.sleep(1)\nawait asyncio.sleep(0)\nmain()'))).toEqual(['neverAwaited 6']);
  expect(hazards(main('main().close()'))).toEqual([]);
});

test('an exception that nobody retrieves is told with the line that raised it', () => {
  const start = 'async def fail():\n    1 / 0\nt = asyncio.create_task(fail())\nawait asyncio.sleep(0)\n';
  expect(hazards(main(`${start}t = None\nawait asyncio.sleep(0)`))).toEqual(['neverRetrieved 5']);
  expect(hazards(main(`${start}t.exception()`))).toEqual([]);
});

test('a task that nobody keeps may disappear', () => {
  expect(hazards(main('asyncio.create_task(asyncio.sleep(1))\nawait asyncio.sleep(2)'))).toEqual(['taskNotKept 4']);
  expect(hazards(main('asyncio.ensure_future(asyncio.sleep(1))\nawait asyncio.sleep(2)'))).toEqual(['taskNotKept 4']);
});

test('a task is kept by a variable, a set, a group, or by who waits for it', () => {
  const kept = [
    'keep = asyncio.create_task(asyncio.sleep(1))',
    'keep = set()\nkeep.add(asyncio.create_task(asyncio.sleep(1)))',
    'async with asyncio.TaskGroup() as group:\n    group.create_task(asyncio.sleep(1))',
    'await asyncio.create_task(asyncio.sleep(1))',
    'async def done(): pass\nasyncio.create_task(done())',
  ];
  for (const body of kept) expect(hazards(main(`${body}\nawait asyncio.sleep(2)`)), body).toEqual([]);
});

const victim = (clause: string) =>
  main(
    `async def victim():\n    try:\n        await asyncio.sleep(9)\n    ${clause}\nt = asyncio.create_task(victim())\nawait asyncio.sleep(0)\nt.cancel()\nawait asyncio.wait([t])`,
  );

test('a swallowed cancellation is told, a clean-up and a withdrawn request are not', () => {
  expect(hazards(victim('except asyncio.CancelledError:\n        pass'))).toEqual(['cancelSwallowed 7']);
  expect(hazards(victim('finally:\n        print()'))).toEqual([]);
  expect(hazards(victim('except asyncio.CancelledError:\n        raise'))).toEqual([]);
  expect(hazards(victim('except asyncio.CancelledError:\n        asyncio.current_task().uncancel()'))).toEqual([]);
});

test('who awaits a task that it has cancelled swallows nothing', () => {
  expect(
    hazards(
      main(
        't = asyncio.create_task(asyncio.sleep(9))\nawait asyncio.sleep(0)\nt.cancel()\ntry:\n    await t\nexcept asyncio.CancelledError:\n    pass\nawait asyncio.sleep(0)',
      ),
    ),
  ).toEqual([]);
});

test('an await inside of with on a threading lock is told', () => {
  expect(hazards(main('lock = threading.Lock()\nwith lock:\n    await asyncio.sleep(1)'))).toEqual([
    'lockAcrossAwait 6',
  ]);
  expect(hazards(main('lock = threading.Lock()\nwith lock:\n    pass\nawait asyncio.sleep(1)'))).toEqual([]);
  expect(hazards(main('lock = asyncio.Lock()\nasync with lock:\n    await asyncio.sleep(1)'))).toEqual([]);
});

test('two awaits that do not need each other are told, when both took time', () => {
  const get = 'async def get(n):\n    await asyncio.sleep(n)\n    return n\n';
  expect(hazards(main(`${get}a = await get(1)\nb = await get(2)`))).toEqual(['sequentialAwaits 8']);
  expect(hazards(main(`${get}a = await get(1)\nb = await get(a)`))).toEqual([]);
  expect(hazards(main(`${get}a = await get(0)\nb = await get(0)`))).toEqual([]);
  expect(hazards(main(`${get}a, b = await asyncio.gather(get(1), get(2))`))).toEqual([]);
});

const both = (body: string) =>
  `import asyncio\nstock = 1\ncache = {}\nlock = asyncio.Lock()\nasync def take(key='k'):\n    global stock\n${body.replace(/^/gm, '    ')}\nasync def main():\n    await asyncio.gather(take(), take())\nasyncio.run(main())\n`;

test('what was checked before an await and changed by another is told where it is acted on', () => {
  expect(hazards(both('if stock > 0:\n    await asyncio.sleep(1)\n    stock -= 1'))).toEqual(['checkThenAct 9']);
  expect(hazards(both('if stock <= 0:\n    return\nawait asyncio.sleep(1)\nstock -= 1'))).toEqual(['checkThenAct 10']);
  expect(hazards(both('seen = stock\nawait asyncio.sleep(1)\nstock = seen - 1'))).toEqual(['checkThenAct 9']);
  expect(hazards(both('stock += await asyncio.sleep(1, 1)'))).toEqual(['checkThenAct 7']);
  expect(hazards(both('if key not in cache:\n    cache[key] = await asyncio.sleep(1, 1)'))).toEqual(['checkThenAct 8']);
});

test('acting before the await, looking again, and holding a lock are right', () => {
  expect(hazards(both('if stock > 0:\n    stock -= 1\n    await asyncio.sleep(1)'))).toEqual([]);
  expect(hazards(both('if stock > 0:\n    await asyncio.sleep(1)\n    if stock > 0:\n        stock -= 1'))).toEqual([]);
  expect(
    hazards(both('async with lock:\n    if stock > 0:\n        await asyncio.sleep(1)\n        stock -= 1')),
  ).toEqual([]);
  expect(hazards(both('if stock > 0:\n    return await asyncio.sleep(1)\nstock -= 1'))).toEqual([]);
});

const queue = (limit: string, produce: string) =>
  main(
    `queue = asyncio.Queue(${limit})\nasync def produce():\n    for i in range(40):\n        ${produce}\n        await queue.put(i)\nasync def consume():\n    while True:\n        await queue.get()\n        await asyncio.sleep(1)\nt = asyncio.create_task(consume())\nawait produce()`,
  );

test('a queue that grows is told, one with a bound or filled in one go is not', () => {
  expect(hazards(queue('', 'await asyncio.sleep(0.1)'))).toEqual(['unboundedQueue 8']);
  expect(hazards(queue('5', 'await asyncio.sleep(0.1)'))).toEqual([]);
  expect(hazards(queue('', 'pass'))).toEqual([]);
});

test('the use of a name that is gone is told, asking for it is not', () => {
  expect(hazards('import asyncio\n@asyncio.coroutine\ndef f(): yield\n')).toEqual(['legacy 2']);
  expect(hazards("import asyncio\nprint(hasattr(asyncio, 'coroutine'))\n")).toEqual([]);
});

test('O4 a program of Python 3.4 may say asyncio.async, one that says nothing may not', () => {
  const text = 'import asyncio\nasync def f(): pass\nasync def main(): await asyncio.async(f())\nasyncio.run(main())\n';
  expect(hazards(`# python: 3.4\n${text}`)).toEqual(['legacy 4']);
  expect(runHeadlessNow({ files: { 'main.py': text } }).exception).toBe('SyntaxError: invalid syntax');
});

test('a finding is told once for a line', () => {
  expect(hazards(main('for _ in range(3):\n    time.sleep(0.01)\n    await asyncio.sleep(0)'))).toEqual([
    'blockingCall 5',
  ]);
});

test('a loop used from another thread is told with the thread and what it misses', () => {
  const start = 'loop = asyncio.get_running_loop()\nfut = loop.create_future()\n';
  const work = (call: string) =>
    `${start}def work():\n    time.sleep(1)\n    ${call}\nthreading.Thread(target=work, name='w').start()\n`;
  const late = main(`${work('fut.set_result(1)')}loop.call_later(3, int)\nawait fut`);
  expect(hazards(late)).toEqual(['wrongThread 8']);
  expect(found(late)[0]?.text).toBe(
    'thread w schedules something on the event loop of another thread: it sleeps until 3 s, and nobody wakes it',
  );
  expect(hazards(main(`${work('loop.call_later(1, fut.set_result, 1)')}loop.call_later(3, int)\nawait fut`))).toEqual([
    'wrongThread 8',
  ]);
  const refused = main(
    `loop = asyncio.get_running_loop()\nloop.set_debug(True)\n${work('loop.call_soon(int)')}await asyncio.sleep(2)`,
  );
  expect(found(refused).map(({ text }) => text)).toEqual([
    'thread w schedules something on the event loop of another thread: debug mode refuses it, and who waits for it is not woken',
  ]);
});

test('what is thread-safe, and what another thread does before the loop runs, is no hazard', () => {
  const program = main(
    `loop = asyncio.get_running_loop()
fut = loop.create_future()
async def coro(): pass
threading.Thread(target=lambda: loop.call_soon_threadsafe(fut.set_result, 1)).start()
await fut
await asyncio.to_thread(lambda: asyncio.run_coroutine_threadsafe(coro(), loop).result())
other = asyncio.new_event_loop()
other.call_soon(int)
await asyncio.to_thread(lambda: (other.call_soon(other.stop), other.run_forever(), other.close()))`,
  );
  expect(hazards(program)).toEqual([]);
});

test('long work within one statement blocks the loop, and not in a thread, nor when it is short', () => {
  const text = 'one statement worked for more than 1,000,000 items and instructions, while A (sleep) was ready to run';
  const beside = 't = asyncio.create_task(asyncio.sleep(0))\n';
  for (const work of ['sum(range(10**7))', 'sum(x for x in range(10**6))', 'sorted(range(10**5))', 'max(range(10**7))'])
    expect(found(main(`${beside}${work}`)).map((hazard) => hazard.text)).toEqual([text]);
  expect(hazards(main('sum(range(10**5)); sorted(range(10**4)); max(range(10**5))'))).toEqual([]);
  expect(hazards(main('await asyncio.to_thread(lambda: sum(range(10**7)))'))).toEqual([]);
  expect(hazards(`sum(range(10**7))\n${main('pass')}`)).toEqual([]);
});

test('a lock of threading that is acquired over an await is found without with, too', () => {
  const lock = 'lock = threading.Lock()\nlock.acquire()\n';
  expect(hazards(main(`${lock}try:\n    await asyncio.sleep(1)\nfinally:\n    lock.release()`))).toEqual([
    'lockAcrossAwait 7',
  ]);
  expect(hazards(main(`${lock}lock.release()\nawait asyncio.sleep(1)`))).toEqual([]);
  const signal = `${lock}threading.Thread(target=lambda: (time.sleep(1), lock.release())).start()\n`;
  expect(hazards(main(`${signal}await asyncio.to_thread(lock.acquire)`))).toEqual([]);
});
