import bisect
import graphlib
import logging
import logging.handlers
import os
import queue
import sched
import signal
import statistics
import threading
import time
from fractions import Fraction

lock = threading.Lock()
with lock:
    print(lock.locked(), lock.acquire(blocking=False))
print(lock.locked())
try:
    lock.release()
except RuntimeError as e:
    print(e)
r = threading.RLock()
with r, r:
    print("twice")
e = threading.Event()
print(e.is_set(), e.set(), e.wait(), e.is_set())
local = threading.local()
local.x = 1
print(local.x, hasattr(local, "y"), threading.current_thread().name, threading.main_thread() is threading.current_thread())
print(threading.active_count(), threading.get_ident() == threading.main_thread().ident, threading.Thread(target=print, name="w").name)
s = threading.BoundedSemaphore(1)
with s:
    print(s.acquire(blocking=False))

q = queue.PriorityQueue(maxsize=2)
q.put((2, "b"))
q.put((1, "a"))
try:
    q.put_nowait((0, "c"))
except queue.Full as error:
    print(repr(error), q.full(), q.qsize())
print(q.get(), q.get(), q.empty())
try:
    q.get(block=False)
except queue.Empty:
    print("empty")

seen = []
scheduler = sched.scheduler(time.monotonic, time.sleep)
scheduler.enter(0.2, 1, seen.append, ("late",))
event = scheduler.enter(0.15, 1, seen.append, ("never",))
scheduler.enter(0.1, 2, seen.append, ("second",))
scheduler.enterabs(event.time - 0.1, 0, seen.append, kwargs={}, argument=("first",))
scheduler.cancel(event)
print(len(scheduler.queue), scheduler.run(), seen)

print(list(graphlib.TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"a"}}).static_order())[::3])
try:
    graphlib.TopologicalSorter({1: [2], 2: [1]}).prepare()
except graphlib.CycleError as error:
    print(error.args[0])
print(Fraction("3/4") + Fraction(1, 6), Fraction(0.125), Fraction(22, 7).limit_denominator(3), round(Fraction(7, 2)), repr(Fraction(-1, 3)), f"{Fraction(1, 3):.3f}")
print(statistics.mean([1, 2, 4]), statistics.median([3, 1, 2, 10]), statistics.stdev([1, 2, 3, 4]), statistics.mode("aab"), statistics.quantiles(range(1, 10)))
print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), statistics.NormalDist(0, 1).cdf(0), statistics.correlation([1, 2, 3], [2, 4, 7]))

handler = logging.handlers.MemoryHandler(10, target=logging.StreamHandler(__import__("sys").stdout))
log = logging.getLogger("x")
log.addHandler(handler)
log.warning("kept")
print("before")
handler.flush()


def on_signal(number, frame):
    print("signal", signal.Signals(number).name, frame is not None)


print(signal.getsignal(signal.SIGTERM), signal.signal(signal.SIGTERM, on_signal), signal.getsignal(signal.SIGTERM) is on_signal)
signal.raise_signal(signal.SIGTERM)
print(signal.SIGINT, repr(signal.SIGINT), int(signal.SIGKILL), signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.Signals["SIGTERM"])
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as error:
    print(repr(error))
os.environ["NAME"] = "value"
print(os.environ.get("NAME"), os.getenv("NOPE", "x"), "NAME" in os.environ, os.path.basename("/a/b.txt"), isinstance(os.getpid(), int), os.sep)
