"""Runs one program on this CPython as if it were `python main.py`, on a virtual clock.

Real: the language, the library, `_asyncio`'s Future and Task, `BaseEventLoop._run_once`.
Replaced: the clock, the selector, and which of two timers of one instant is first.
"""
import gc
import io
import json
import linecache
import logging
import pathlib
import sys
import time
import types
import warnings
from importlib.machinery import ModuleSpec

SPIN_ITERATIONS = 1_000  # loop iterations in a row that read the clock, before time is charged
SPIN_TURNS = 100_000  # the same, of a program that does not read the clock
SPIN_READS = 10_000  # clock reads within one iteration, before time is charged
SPIN_STEP = 0.001  # seconds
SELECTS_MAX = 3_000_000

# Modules with state that one program could hand to the next.
STATEFUL = ("asyncio", "_asyncio", "concurrent", "random")
FILTERS = list(warnings.filters)
META_PATH = [f for f in sys.meta_path if "pyodide" not in getattr(type(f), "__module__", "")]
REAL_SLEEP = time.sleep


class Deadlock(BaseException):
    """Nothing can ever happen again: a real loop would block in `select` for ever."""


class World:
    """The virtual clock and what ends a program from outside."""

    def __init__(self):
        self.now = 0.0
        self.reads = 0
        self.spins = 0
        self.turns = 0
        self.selects = 0
        self.on_deadlock = lambda: None

    def read(self):
        self.reads += 1
        if self.reads > SPIN_READS:
            self.charge(None)
        return self.now

    def charge(self, limit):
        """Busy polling costs time, or a clock that moves only when idle would never move."""
        later = round(self.now + SPIN_STEP, 9)
        self.now = later if limit is None or later < limit else limit

    def sleep(self, seconds):
        if not isinstance(seconds, (int, float)) or not seconds >= 0:
            REAL_SLEEP(seconds)
        self.now += seconds
        self.reads = self.spins = 0


class Selector:
    """`select` does not wait: it moves the clock to the head of the timers."""

    def __init__(self, world, loop):
        self.world, self.loop = world, loop

    def select(self, timeout):
        world, timers = self.world, self.loop._scheduled
        world.selects += 1
        if world.selects > SELECTS_MAX or (timeout is None):
            world.on_deadlock()
            raise Deadlock
        due = bool(timers) and timers[0]._when <= world.now
        world.turns = 0 if timeout > 0 or due else world.turns + 1
        world.spins = world.spins + 1 if world.turns and world.reads else 0
        if timeout > 0:
            world.now = min(timers[0]._when, world.now + 86400)
        elif world.spins > SPIN_ITERATIONS:
            world.charge(timers[0]._when if timers else None)
        elif timers and world.turns > SPIN_TURNS:
            world.now = max(world.now, timers[0]._when)
        world.reads = 0
        return []

    def close(self):
        pass


def install_clock(world):
    def ns():
        return round(world.read() * 1_000_000_000)

    for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        setattr(time, name, world.read)
        setattr(time, name + "_ns", ns)
    time.sleep = world.sleep


def install_asyncio(world):
    """A fresh asyncio (task names start at Task-1) whose default loop is virtual."""
    import asyncio
    from asyncio import base_events, events, timeouts, unix_events

    asyncio._set_running_loop(None)
    # These take a new place in the queue of their instant; a plain call_at shares the last one.
    counting = {base_events.BaseEventLoop.call_later.__code__, timeouts.Timeout.reschedule.__code__}

    class TimerHandle(events.TimerHandle):
        __slots__ = ("_place",)

        def __init__(self, when, callback, args, loop, context=None):
            super().__init__(when, callback, args, loop, context)
            creep = getattr(loop, "_creep", 0) + (sys._getframe(2).f_code in counting)
            loop._creep = creep
            self._place = (round(when, 9), creep)

        def __lt__(self, other):
            if isinstance(other, TimerHandle):
                return self._place < other._place
            return NotImplemented

    class _UnixSelectorEventLoop(base_events.BaseEventLoop):
        def __init__(self):
            super().__init__()
            self._clock_resolution = 1e-9
            self._selector = Selector(world, self)

        def time(self):
            inside = sys._getframe(1).f_globals.get("__name__", "").startswith("asyncio.")
            return world.now if inside else world.read()

        def _process_events(self, event_list):
            pass

        def _write_to_self(self):
            pass

    for made, module in ((TimerHandle, "asyncio.events"), (_UnixSelectorEventLoop, "asyncio.unix_events")):
        made.__module__, made.__qualname__ = module, made.__name__
    events.TimerHandle = asyncio.TimerHandle = TimerHandle
    for name in ("_UnixSelectorEventLoop", "SelectorEventLoop", "EventLoop"):
        setattr(unix_events, name, _UnixSelectorEventLoop)
    asyncio.SelectorEventLoop = asyncio.EventLoop = _UnixSelectorEventLoop
    unix_events._DefaultEventLoopPolicy._loop_factory = _UnixSelectorEventLoop


class UserModules:
    """Imports the program's other files; their code names the file without a folder."""

    def __init__(self, files):
        self.files = files

    def find_spec(self, name, path=None, target=None):
        base = name.replace(".", "/")
        for filename in (base + ".py", base + "/__init__.py"):
            if filename in self.files:
                package = filename.endswith("__init__.py")
                spec = ModuleSpec(name, self, origin=filename, is_package=package)
                spec.has_location = True
                return spec
        return None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        filename = module.__spec__.origin
        exec(compile(self.files[filename], filename, "exec"), module.__dict__)


def describe(error):
    """The line that names the exception: the last of an ordinary traceback."""
    import traceback

    summary = traceback.TracebackException.from_exception(error)
    if isinstance(error, SyntaxError):
        return list(summary.format_exception_only())[-1].rstrip("\n")
    return next(iter(summary.format_exception_only())).rstrip("\n")


def report_uncaught(error):
    """What `python main.py` does with an exception that leaves the program: (exit code, line)."""
    if isinstance(error, SystemExit):
        code = error.code
        if code is None or isinstance(code, int):
            return (code or 0) & 0xFF, None
        print(code, file=sys.stderr)
        return 1, None
    traceback_of_program = error.__traceback__ and error.__traceback__.tb_next
    sys.excepthook(type(error), error.with_traceback(traceback_of_program), traceback_of_program)
    return (130 if isinstance(error, KeyboardInterrupt) else 1), describe(error)


def execute(files):
    """Runs main.py and forgets it, so that what it leaves behind is finalised as at exit."""
    main = types.ModuleType("__main__")
    main.__dict__.update(__file__="main.py", __builtins__=__builtins__)
    sys.modules["__main__"] = main
    ending = (0, None)
    try:
        exec(compile(files["main.py"], "main.py", "exec"), main.__dict__)
    except Deadlock:
        pass
    except BaseException as error:
        ending = report_uncaught(error)
    return ending


def forget():
    """Drops the program's own modules. The library's stay: C code may point into them."""
    for name, module in list(sys.modules.items()):
        if isinstance(getattr(getattr(module, "__spec__", None), "loader", None), UserModules):
            del sys.modules[name]
    import asyncio

    asyncio._set_running_loop(None)


def run(request):
    request = json.loads(request)
    files = request["files"]
    world = World()
    saved_attributes = {name: getattr(sys, name) for name in
                        ("stdout", "stderr", "excepthook", "unraisablehook", "platform", "argv", "meta_path")}
    saved_main, recursion_limit = sys.modules["__main__"], sys.getrecursionlimit()
    for name in [n for n in sys.modules if n.split(".")[0] in STATEFUL]:
        del sys.modules[name]
    install_clock(world)
    install_asyncio(world)
    import random

    random.seed(request.get("seed") or 0)
    linecache.clearcache()
    for name, text in files.items():
        linecache.cache[name] = (len(text), None, text.splitlines(True), name)
        pathlib.Path(name).parent.mkdir(parents=True, exist_ok=True)
        pathlib.Path(name).write_text(text, "utf-8")  # for tracebacks that C prints
    warnings.filters[:] = FILTERS
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n", write_through=True) for _ in range(2)]
    sys.stdout, sys.stderr = streams
    sys.platform, sys.argv = "linux", ["main.py"]
    sys.meta_path = [UserModules(files), *META_PATH]
    frozen = []

    def freeze():
        if not frozen:
            frozen.extend(stream.buffer.getvalue().decode() for stream in streams)

    world.on_deadlock = freeze
    gc.collect()
    gc.disable()
    try:
        exit_code, exception = execute(files)
        sys.modules.pop("__main__", None)
        gc.collect()
        for stream in streams:
            stream.flush()
        deadlocked = bool(frozen)
        freeze()
    finally:
        gc.enable()
        for name, value in saved_attributes.items():
            setattr(sys, name, value)
        sys.setrecursionlimit(recursion_limit)
        sys.modules["__main__"] = saved_main
        logging.getLogger().handlers.clear()
        logging.getLogger("asyncio").setLevel(logging.NOTSET)
        forget()
    return json.dumps({
        "stdout": frozen[0],
        "stderr": frozen[1],
        "exitCode": None if deadlocked else exit_code,
        "exception": "deadlock" if deadlocked else exception,
    })
