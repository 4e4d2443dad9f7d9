import { expect, test } from 'vitest';
import { run } from './run-for-tests.ts';

test('S1 the callback of a signal is queued by the iteration after the signal, and runs in the one after that', () => {
  const { out } = run(`
import signal
async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, print, 'handler', 1)
    signal.raise_signal(signal.SIGTERM)
    for n in range(4):
        await asyncio.sleep(0)
        print(n)
    print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
asyncio.run(main())`);
  expect(out).toEqual(['0', '1', 'handler 1', '2', '3', 'True False']);
});

test('S1 a signal wakes a loop that waits for ever', () => {
  const { out } = run(`
import signal
async def main():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, done.set)
    loop.call_later(3, signal.raise_signal, signal.SIGUSR1)
    await done.wait()
    print(loop.time())
asyncio.run(main())`);
  expect(out).toEqual(['3.0']);
});

test('S2 what cannot be a signal handler is refused in the words of CPython', () => {
  const { out } = run(`
import signal
async def main():
    loop = asyncio.get_running_loop()
    for sig, callback in ((99, print), ('x', print), (signal.SIGKILL, print), (signal.SIGTERM, main)):
        try: loop.add_signal_handler(sig, callback)
        except Exception as error: print(type(error).__name__, error)
asyncio.run(main())`);
  expect(out).toEqual([
    'ValueError invalid signal number 99',
    "TypeError sig must be an int, not 'x'",
    'RuntimeError sig 9 cannot be caught',
    'TypeError coroutines cannot be used with add_signal_handler()',
  ]);
});

test('S3 SIGINT cancels the main task of asyncio.run, which then raises KeyboardInterrupt; a second one at once', () => {
  const { out } = run(`
import signal
async def patient():
    try:
        asyncio.get_running_loop().call_later(1, signal.raise_signal, signal.SIGINT)
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print('cancelled', asyncio.current_task().cancelling())
        raise
async def stubborn():
    try: await patient()
    except asyncio.CancelledError: signal.raise_signal(signal.SIGINT)
for main in (patient, stubborn):
    try: asyncio.run(main())
    except KeyboardInterrupt as error: print(repr(error), type(error.__context__).__name__)
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)`);
  expect(out).toEqual([
    'cancelled 1',
    'KeyboardInterrupt() CancelledError',
    'cancelled 1',
    'KeyboardInterrupt() CancelledError',
    'True',
  ]);
});
