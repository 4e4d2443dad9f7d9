"""Runs benchmark programs in CPython, native or in Pyodide, on a clock that does not wait."""
import asyncio
import contextlib
import io
import sys
import time


class JumpingSelector:
    """Where it would wait, the loop's clock moves instead. `inner` is None where there are no sockets."""

    def __init__(self, inner):
        self.inner = inner
        self.offset = 0.0

    def select(self, timeout):
        events = [] if self.inner is None else self.inner.select(0)
        if timeout and not events:
            self.offset += timeout
        return events

    def __getattr__(self, name):
        return getattr(self.inner, name)


class Jumping:
    def time(self):
        return super().time() + self._selector.offset


if sys.platform == "emscripten":

    class Loop(Jumping, asyncio.BaseEventLoop):
        def __init__(self):
            super().__init__()
            self._selector = JumpingSelector(None)

        def _process_events(self, events):
            pass

        def _write_to_self(self):
            pass

else:

    class Loop(Jumping, asyncio.SelectorEventLoop):
        def __init__(self):
            super().__init__()
            self._selector = JumpingSelector(self._selector)


def run(main, *, debug=None):
    asyncio._set_running_loop(None)
    with asyncio.Runner(debug=debug, loop_factory=Loop) as runner:
        return runner.run(main)


asyncio.run = run


def line_logger(lines):
    """The least that a recorder made of `sys.settrace` does: it notes every line of the program itself."""
    append = lines.append

    def local(frame, event, arg):
        append((event, frame.f_lineno))
        return local

    def trace(frame, event, arg):
        if frame.f_code.co_filename != "main.py":
            return None
        append((event, frame.f_lineno))
        return local

    return trace


def measure(source, is_traced):
    """Milliseconds of wall clock and of processor, compilation included, and what it printed."""
    out = io.StringIO()
    lines = []
    with contextlib.redirect_stdout(out):
        start = time.perf_counter()
        start_cpu = time.process_time()
        code = compile(source, "main.py", "exec")
        if is_traced:
            sys.settrace(line_logger(lines))
        try:
            exec(code, {"__name__": "__main__"})
        finally:
            sys.settrace(None)
        took = time.perf_counter() - start
        took_cpu = time.process_time() - start_cpu
    return [took * 1000, took_cpu * 1000, out.getvalue()]
