"""What the modules say that test suites import beside the tests: tracemalloc, faulthandler, _imp, _opcode."""
import faulthandler
import tracemalloc
import _imp
import _opcode

print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
tracemalloc.start(5)
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
tracemalloc.start(7)
print(tracemalloc.get_traceback_limit())
snapshot = tracemalloc.take_snapshot()
print(type(snapshot).__name__, snapshot.traceback_limit, type(snapshot.compare_to(snapshot, 'lineno')).__name__)
tracemalloc.clear_traces()
tracemalloc.reset_peak()
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
for limit in (0, -1, 65536):
    try:
        tracemalloc.start(limit)
    except ValueError as error:
        print(limit, error)
try:
    tracemalloc.take_snapshot()
except RuntimeError as error:
    print(error)
print(tracemalloc.get_object_traceback(object()))

print(faulthandler.is_enabled(), faulthandler.disable())
faulthandler.cancel_dump_traceback_later()

print(_imp.is_frozen('no_such_module'), _imp.is_builtin('no_such_module'), _imp.is_builtin('sys') != 0)
before = _imp.lock_held()
_imp.acquire_lock()
print(before, _imp.lock_held())
_imp.release_lock()
try:
    _imp.release_lock()
except RuntimeError as error:
    print(error)
print(type(_opcode.ENABLE_SPECIALIZATION).__name__)
