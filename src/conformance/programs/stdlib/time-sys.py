import time, sys
print(time.time(), time.monotonic(), time.perf_counter(), time.time_ns(), type(time.time()))
t0 = time.time()
time.sleep(1.5)
print(time.time() - t0, time.monotonic(), time.perf_counter_ns(), time.monotonic_ns())
time.sleep(0)
time.sleep(10)
print(time.time(), f'{time.perf_counter() - 0.25:.2f}')
start = time.perf_counter()
for i in range(1000): pass
print(time.perf_counter() - start < 0.01)
for bad in (-1, 'a', None):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
import asyncio
async def main():
    print(time.time(), asyncio.get_running_loop().time())
    time.sleep(2)
    await asyncio.sleep(0.5)
    print(time.time(), asyncio.get_running_loop().time(), time.monotonic_ns())
asyncio.run(main())
print(time.gmtime(0)[:6], time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime(86399)), time.gmtime(1e9).tm_yday, time.strftime('%a %d %b', (2024, 2, 29, 0, 0, 0, 3, 60, 0)))
print(sys.argv, sys.platform, sys.version_info[:3], sys.version_info >= (3, 11), sys.version_info.major, sys.byteorder, sys.implementation.name, sys.getrecursionlimit(), sys.maxunicode)
print('asyncio' in sys.modules, sys.modules['sys'] is sys, sys.stdout is not sys.stderr, sys.intern('a'), callable(sys.exit), sys.getrefcount is not None, sys.float_info.max, sys.float_info.epsilon, sys.int_info.default_max_str_digits, sys.hexversion >> 16, sys.getdefaultencoding())
try:
    sys.exit('message')
except SystemExit as e:
    print(e.code, repr(e))
def f():
    frame = sys._getframe()
    return frame.f_code.co_name, frame.f_lineno, frame.f_back.f_code.co_name, sorted(frame.f_locals)
print(f())
