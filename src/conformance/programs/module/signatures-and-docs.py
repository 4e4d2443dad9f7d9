# Signatures of asyncio's functions, as inspect gives them.
import asyncio
import inspect

for name in ('run', 'sleep', 'wait', 'wait_for', 'gather', 'shield', 'as_completed', 'timeout', 'timeout_at', 'create_task', 'ensure_future', 'to_thread',
             'run_coroutine_threadsafe', 'wrap_future', 'new_event_loop', 'set_event_loop', 'iscoroutinefunction', 'iscoroutine', 'create_eager_task_factory',
             'print_call_graph', 'format_call_graph', 'capture_call_graph', 'Runner', 'Lock', 'Event', 'Condition', 'Semaphore', 'Barrier', 'Queue', 'TaskGroup', 'Timeout'):
    print(name, inspect.signature(getattr(asyncio, name)))
print(asyncio.sleep.__doc__)
print(inspect.iscoroutinefunction(asyncio.sleep), inspect.iscoroutinefunction(asyncio.gather), asyncio.iscoroutine(asyncio.sleep(0).close()))
