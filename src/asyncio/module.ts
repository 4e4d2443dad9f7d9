/** `import _asyncio`, and `_asyncio_loop`, which is ours: what the Python half needs of the native loop. */

import { copyCurrentContext } from '../python/modules/_contextvars.ts';
import { nativeFunction, type PyNative } from '../python/objects/native.ts';
import { asFloat, callMethod, truthy } from '../python/objects/protocol.ts';
import { PyDict, PyModule, type PyObject, type PyType, type Value } from '../python/objects/value.ts';
import { machine } from '../python/vm/machine.ts';
import { makeAbstract } from './abstract.ts';
import { addAwaitedBy, discardAwaitedBy, futureLoop } from './future.ts';
import { setOf } from './future-type.ts';
import { handleType, PyHandle, threadSafeHandleType, timerHandleType } from './handles.ts';
import { knownTasks } from './known-tasks.ts';
import { completeLoops } from './late.ts';
import { noteLegacy, switchOn } from './legacy.ts';
import { type PyEventLoop, wakeLoop } from './loop.ts';
import { installLoop } from './loop-type.ts';
import { acquired, granted, released } from './owners.ts';
import { pureName } from './pure.ts';
import { futureType, PyFuture, PyTask, taskType } from './shapes.ts';
import { getRunningLoop, state } from './state.ts';
import { currentTask, enterTask, getEventLoop, isCoroutine, leaveTask, swapCurrentTask } from './task.ts';
import { watchStatements } from './watch.ts';

function moduleOf(name: string, functions: readonly PyNative[], types: readonly PyType[]): PyModule {
  const module = new PyModule(name);
  for (const cls of types) module.attrs.set(cls.name, cls);
  for (const native of functions) {
    native.module = name;
    module.attrs.set(native.name, native);
  }
  return module;
}

/** A function that gives None. */
function nothing(action: (...args: Value[]) => void): (...args: Value[]) => Value {
  return (...args) => {
    action(...args);
    return null;
  };
}

/** CPython: Modules/_asynciomodule.c, asyncio_methods */
export function asyncioModule(): PyModule {
  return moduleOf(
    '_asyncio',
    [
      nativeFunction('current_task', 'loop=None', (loop: Value = null) => currentTask(loop)),
      nativeFunction('all_tasks', 'loop=None', (loop: Value = null) =>
        allTasks(loop === null ? getRunningLoop() : loop),
      ),
      nativeFunction('get_event_loop', '', () => getEventLoop()),
      nativeFunction('get_running_loop', '', () => getRunningLoop()),
      nativeFunction('_get_running_loop', '', () => state.runningLoop),
      nativeFunction(
        '_set_running_loop',
        'loop, /',
        nothing((loop: Value) => {
          state.runningLoop = loop as PyObject | null;
          state.currentTask = null;
        }),
      ),
      nativeFunction(
        '_register_task',
        'task',
        nothing((task: Value) => state.scheduledTasks.add(task as PyObject)),
      ),
      nativeFunction(
        '_register_eager_task',
        'task',
        nothing((task: Value) => state.eagerTasks.add(task as PyObject)),
      ),
      nativeFunction(
        '_unregister_task',
        'task',
        nothing((task: Value) => state.scheduledTasks.delete(task as PyObject)),
      ),
      nativeFunction(
        '_unregister_eager_task',
        'task',
        nothing((task: Value) => state.eagerTasks.delete(task as PyObject)),
      ),
      nativeFunction('_enter_task', 'loop, task', nothing(enterTask)),
      nativeFunction('_leave_task', 'loop, task', nothing(leaveTask)),
      nativeFunction('_swap_current_task', 'loop, task', swapCurrentTask),
      nativeFunction('future_add_to_awaited_by', 'fut, waiter, /', nothing(addAwaitedBy)),
      nativeFunction('future_discard_from_awaited_by', 'fut, waiter, /', nothing(discardAwaitedBy)),
    ],
    [futureType, taskType],
  );
}

/** CPython: Modules/_asynciomodule.c, _asyncio_all_tasks_impl */
function allTasks(loop: Value): Value {
  return setOf(
    [...state.eagerTasks, ...state.scheduledTasks].filter((task) => !isDone(task) && futureLoop(task) === loop),
  );
}

function isDone(task: PyObject): boolean {
  return task instanceof PyFuture ? task.state !== 'PENDING' : truthy(callMethod(task, 'done'));
}

export function asyncioLoopModule(): PyModule {
  return moduleOf(
    '_asyncio_loop',
    [
      nativeFunction('install', 'cls, /', (cls: PyType) => {
        installLoop(cls);
        return null;
      }),
      nativeFunction('make_abstract', 'loop, server, /', (loop: PyType, server: PyType) => {
        makeAbstract(loop, server);
        return null;
      }),
      nativeFunction('complete', '', nothing(completeLoops)),
      nativeFunction('watch_statements', '', () => {
        watchStatements();
        return null;
      }),
      nativeFunction('acquired', 'object, /', nothing(acquired)),
      nativeFunction('granted', 'object, future, /', nothing(granted)),
      nativeFunction('released', 'object, /', nothing(released)),
      nativeFunction('environment', 'name, /', (name: Value) => machine.environment.get(String(name)) ?? null),
      nativeFunction('known_tasks', 'loop, /', (loop: Value) => setOf(knownTasks(loop))),
      nativeFunction(
        'note_legacy',
        'name, /',
        nothing((name: Value) => noteLegacy(String(name))),
      ),
      nativeFunction(
        'begin_legacy',
        '',
        nothing(() => {
          if (state.legacy.version !== null) switchOn();
        }),
      ),
      nativeFunction('pure_half', 'module, name, /', (module: Value, name: Value) =>
        pureName(String(module), String(name)),
      ),
      nativeFunction('isnan', 'x, /', (value: Value) => Number.isNaN(asFloat(value))),
      nativeFunction('iscoroutine', 'obj', (value: Value) => isCoroutine(value)),
      nativeFunction('report_handled', 'context, /', (context: Value) => {
        if (!(context instanceof PyDict)) return null;
        const task = context.map.get('task') ?? context.map.get('future');
        state.recorder?.exceptionHandled(
          String(context.map.get('message') ?? ''),
          task instanceof PyTask ? task : null,
        );
        return null;
      }),
      nativeFunction('event_arrived', 'loop, callback, /', (loop: PyEventLoop, callback: Value) => {
        loop.arrived.push(new PyHandle(callback, [], loop, copyCurrentContext()));
        wakeLoop(loop);
        return null;
      }),
    ],
    [handleType, timerHandleType, threadSafeHandleType],
  );
}
