import { expect, test } from 'vitest';
import { run } from './run-for-tests.ts';

function inMain(body: string): readonly string[] {
  const { out, end } = run(
    `async def main():\n${body
      .trim()
      .split('\n')
      .map((line) => `    ${line}`)
      .join('\n')}\nasyncio.run(main())`,
  );
  return end === null ? out : [...out, end];
}

test('F1 a future is resolved once', () => {
  expect(
    inMain(`
f = asyncio.Future(); f.set_result(1)
try: f.set_result(2)
except asyncio.InvalidStateError as e: print(e)`),
  ).toEqual(['invalid state']);
});

test('F2 done callbacks run later, in the order in which they were added', () => {
  expect(
    inMain(`
f = asyncio.Future()
for n in range(3): f.add_done_callback(lambda f, n=n: print(n, f.result()))
f.set_result('x'); print('set')
await asyncio.sleep(0)`),
  ).toEqual(['set', '0 x', '1 x', '2 x']);
});

test('F3 result() raises the exception that was set', () => {
  expect(
    inMain(`
e = KeyError('k'); f = asyncio.Future(); f.set_exception(e)
try: await f
except KeyError as raised: print(raised is e)`),
  ).toEqual(['True']);
});

test('F4 a finished future does not suspend', () => {
  expect(
    inMain(`
f = asyncio.Future(); f.set_result(1)
asyncio.get_running_loop().call_soon(print, 'later')
print(await f)`),
  ).toEqual(['1', 'later']);
});

test('F5 the message of cancel arrives', () => {
  expect(
    inMain(`
f = asyncio.Future(); f.cancel('why')
try: await f
except asyncio.CancelledError as e: print(e.args)`),
  ).toEqual(["('why',)"]);
});

test('F6 StopIteration becomes the cause of a RuntimeError', () => {
  expect(
    inMain(`
f = asyncio.Future(); f.set_exception(StopIteration(3))
print(type(f.exception()).__name__, repr(f.exception().__cause__))`),
  ).toEqual(['RuntimeError StopIteration(3)']);
});

test('F7 a failure that nobody looked at is reported when nobody holds it', () => {
  expect(
    inMain(`
async def fail(): raise ValueError('lost')
asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context['message']))
asyncio.create_task(fail())
await asyncio.sleep(1); print('end')`),
  ).toEqual(['Task exception was never retrieved', 'end']);
});

test('T1 a task starts later, in a copy of the context', () => {
  expect(
    inMain(`
from contextvars import ContextVar
v = ContextVar('v'); v.set(1)
async def child(): print(v.get()); v.set(2)
t = asyncio.create_task(child()); print('created'); await t; print(v.get())`),
  ).toEqual(['created', '1', '1']);
});

test('T2 named tasks do not count', () => {
  expect(
    inMain(`
async def no(): pass
for name in (None, 'x', None): print(asyncio.create_task(no(), name=name).get_name())`),
  ).toEqual(['Task-2', 'x', 'Task-3']);
});

test('T3 an eager task that finishes at once is never scheduled', () => {
  expect(
    inMain(`
async def now(): print('runs'); return 5
t = asyncio.create_task(now(), eager_start=True); print(t.done(), t.result(), t.get_coro())`),
  ).toEqual(['runs', 'True 5 None']);
});

test('T4 sleep(0) gives every other ready task one turn', () => {
  expect(
    inMain(`
async def count(name):
    for n in range(2): print(name, n); await asyncio.sleep(0)
await asyncio.gather(count('a'), count('b'))`),
  ).toEqual(['a 0', 'b 0', 'a 1', 'b 1']);
});

test('T5 what cannot be awaited is thrown in', () => {
  expect(
    inMain(`
class Bad:
    def __await__(self): yield 5
try: await Bad()
except RuntimeError as e: print(e)
t = asyncio.current_task()
try: await t
except RuntimeError as e: print(str(e)[:27])`),
  ).toEqual(['Task got bad yield: 5', 'Task cannot await on itself']);
});

test('T6 a plain callback has no current task', () => {
  expect(
    inMain(`
asyncio.get_running_loop().call_soon(lambda: print(asyncio.current_task()))
await asyncio.sleep(0); print(asyncio.current_task().get_name())`),
  ).toEqual(['None', 'Task-1']);
});

test('T7 the awaited-by graph has an edge while a task waits', () => {
  expect(
    inMain(`
f = asyncio.Future()
async def wait(): await f
t = asyncio.create_task(wait()); await asyncio.sleep(0); print(f._asyncio_awaited_by == {t})
f.set_result(1); await t; print(f._asyncio_awaited_by)`),
  ).toEqual(['True', 'None']);
});

test('C1 cancelling goes to the innermost task, and every level is counted', () => {
  expect(
    inMain(`
async def inner():
    try: await asyncio.sleep(9)
    finally: print('inner')
async def outer(t):
    try: await t
    finally: print('outer')
i = asyncio.create_task(inner()); o = asyncio.create_task(outer(i)); await asyncio.sleep(0)
o.cancel(); print(i.cancelling(), o.cancelling())
await asyncio.wait([o])`),
  ).toEqual(['1 1', 'inner', 'outer']);
});

test('C3 a task cancelled before its first step never runs', () => {
  expect(
    inMain(`
async def child(): print('runs')
t = asyncio.create_task(child()); t.cancel(); await asyncio.wait([t]); print(t.cancelled())`),
  ).toEqual(['True']);
});

test('C4 a task that refuses is not cancelled', () => {
  expect(
    inMain(`
async def stubborn():
    try: await asyncio.sleep(9)
    except asyncio.CancelledError: return 'no'
t = asyncio.create_task(stubborn()); await asyncio.sleep(0); t.cancel()
print(await t, t.cancelled(), t.cancelling())`),
  ).toEqual(['no False 1']);
});

test('C5 uncancel withdraws a request that was not delivered', () => {
  expect(
    inMain(`
me = asyncio.current_task(); me.cancel(); print(me.uncancel()); await asyncio.sleep(1); print('on')`),
  ).toEqual(['0', 'on']);
});

test('C6 a coroutine that returns while it is being cancelled ends cancelled', () => {
  expect(
    inMain(`
async def child(): asyncio.current_task().cancel(); return 1
t = asyncio.create_task(child()); await asyncio.wait([t]); print(t.cancelled())`),
  ).toEqual(['True']);
});

test('G1 gather keeps the order of its arguments', () => {
  expect(
    inMain(`
print(await asyncio.gather(*(asyncio.sleep(n, n) for n in (3, 1, 2))))`),
  ).toEqual(['[3, 1, 2]']);
});

test('G4 a task group cancels the rest and raises a group', () => {
  expect(
    inMain(`
async def fail(): await asyncio.sleep(1); raise ValueError('v')
async def long():
    try: await asyncio.sleep(9)
    finally: print('cancelled', asyncio.get_running_loop().time())
try:
    async with asyncio.TaskGroup() as group: group.create_task(fail()); group.create_task(long())
except* ValueError as e: print(e.exceptions)`),
  ).toEqual(['cancelled 1.0', "(ValueError('v'),)"]);
});
