# Every public name of asyncio can be had, and says where it comes from.
import asyncio
import warnings

names = ['AbstractEventLoop', 'AbstractServer', 'ALL_COMPLETED', 'Barrier', 'BaseEventLoop', 'BaseProtocol', 'BaseTransport', 'BoundedSemaphore', 'BrokenBarrierError',
         'BufferedProtocol', 'CancelledError', 'Condition', 'DatagramProtocol', 'DatagramTransport', 'Event', 'EventLoop', 'FIRST_COMPLETED', 'FIRST_EXCEPTION',
         'FrameCallGraphEntry', 'Future', 'FutureCallGraph', 'Handle', 'IncompleteReadError', 'InvalidStateError', 'LifoQueue', 'LimitOverrunError', 'Lock',
         'PriorityQueue', 'Protocol', 'Queue', 'QueueEmpty', 'QueueFull', 'QueueShutDown', 'ReadTransport', 'Runner', 'SelectorEventLoop', 'Semaphore',
         'SendfileNotAvailableError', 'Server', 'StreamReader', 'StreamReaderProtocol', 'StreamWriter', 'SubprocessProtocol', 'SubprocessTransport', 'Task', 'TaskGroup',
         'Timeout', 'TimeoutError', 'TimerHandle', 'Transport', 'WriteTransport', 'all_tasks', 'as_completed', 'capture_call_graph', 'create_eager_task_factory',
         'create_subprocess_exec', 'create_subprocess_shell', 'create_task', 'current_task', 'eager_task_factory', 'ensure_future', 'format_call_graph',
         'future_add_to_awaited_by', 'future_discard_from_awaited_by', 'gather', 'get_event_loop', 'get_running_loop', 'iscoroutine', 'iscoroutinefunction', 'isfuture',
         'new_event_loop', 'open_connection', 'print_call_graph', 'run', 'run_coroutine_threadsafe', 'set_event_loop', 'shield', 'sleep', 'start_server', 'timeout',
         'timeout_at', 'to_thread', 'wait', 'wait_for', 'wrap_future', '_enter_task', '_get_running_loop', '_leave_task', '_register_task', '_set_running_loop', '_unregister_task']
for name in names:
    value = getattr(asyncio, name)
    print(name, name in asyncio.__all__, getattr(value, '__module__', value), getattr(value, '__qualname__', type(value).__name__))
print([name for name in ('coroutine', 'async_', 'get_child_watcher', 'JoinableQueue', 'SafeChildWatcher', 'nothing') if hasattr(asyncio, name)])
for module in ('base_events', 'base_futures', 'base_tasks', 'constants', 'coroutines', 'events', 'exceptions', 'format_helpers', 'futures', 'graph', 'locks', 'log', 'mixins',
               'protocols', 'queues', 'runners', 'staggered', 'streams', 'taskgroups', 'tasks', 'threads', 'timeouts', 'transports'):
    print(module, getattr(asyncio, module).__name__)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    for name in ('get_event_loop_policy', 'AbstractEventLoopPolicy', 'DefaultEventLoopPolicy'):
        print(name, hasattr(asyncio, name))
    print(type(asyncio.get_event_loop_policy()).__name__)
    asyncio.set_event_loop_policy(None)
    asyncio.iscoroutinefunction(print)
print(*[f'{entry.category.__name__}: {entry.message}' for entry in seen], sep='\n')
