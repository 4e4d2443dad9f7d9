/** What a program sees of a Task. CPython: Modules/_asynciomodule.c, Clinic declarations of _asyncio.Task */
import { RuntimeError, raise, TypeError } from '../python/objects/errors.ts';
import { getset, type Keywords, method, newMethod, type Outcome, rawMethod } from '../python/objects/native.ts';
import { str, truthy } from '../python/objects/protocol.ts';
import type { Value } from '../python/objects/value.ts';
import { enterNative } from '../python/vm/call.ts';
import { interpreter } from '../python/vm/interpreter.ts';
import { given, readKeywords } from './future-type.ts';
import { PyTask, type TaskStep, taskStepType, taskType } from './shapes.ts';
import { pythonHalf, state } from './state.ts';
import { cancelTask, getEventLoop, initTask, type TaskOptions, uncancelTask } from './task.ts';
import { TaskStepFrame } from './task-step.ts';

const OPTIONS = ['loop', 'name', 'context', 'eager_start'];

/** Reads `*, name=None, context=None, eager_start=False`. */
export function readTaskOptions(keywords: Keywords): TaskOptions {
  if (keywords === null) return { name: null, context: null, isEager: false };
  const given = readKeywords(keywords, OPTIONS, 'Task');
  return {
    name: given.get('name') ?? null,
    context: given.get('context') ?? null,
    isEager: truthy(given.get('eager_start') ?? false),
  };
}

newMethod(taskType, (_args, _keywords, cls) => new PyTask(cls));
rawMethod(taskType, '__init__', (args, keywords) => {
  const [task, positional] = args;
  if (args.length > 2) return raise(TypeError, `Task() takes exactly 1 positional argument (${args.length - 1} given)`);
  const coro = positional ?? keywords?.get('coro');
  if (positional === undefined && coro === undefined)
    return raise(TypeError, "Task() missing required argument 'coro' (pos 1)");
  const rest = new Map([...(keywords ?? [])].filter(([name]) => name !== 'coro'));
  const loop = rest.get('loop') ?? null;
  initTask(task as PyTask, coro ?? null, loop === null ? getEventLoop() : loop, {
    ...readTaskOptions(rest),
    givenLoop: loop,
  });
  return null;
});

method(taskType, 'cancel', 'self, msg=None', (self: PyTask, message: Value = null) => cancelTask(self, message));
method(taskType, 'cancelling', 'self, /', (self: PyTask) => self.cancelRequests);
method(taskType, 'uncancel', 'self, /', (self: PyTask) => uncancelTask(self));
method(taskType, 'get_name', 'self, /', (self: PyTask) => self.name);
method(taskType, 'set_name', 'self, value, /', (self: PyTask, value: Value) => {
  self.name = typeof value === 'string' ? value : str(value);
  state.recorder?.taskRenamed(self);
  return null;
});
method(taskType, 'get_coro', 'self, /', (self: PyTask) => self.coro);
method(taskType, 'get_context', 'self, /', (self: PyTask) => self.context);
method(taskType, 'set_result', 'self, result, /', () =>
  raise(RuntimeError, 'Task does not support set_result operation'),
);
method(taskType, 'set_exception', 'self, exception, /', () =>
  raise(RuntimeError, 'Task does not support set_exception operation'),
);
method(
  taskType,
  'get_stack',
  'self, /, *, limit=None',
  (self: PyTask, limit: Value = null): Outcome =>
    interpreter.invoke(pythonHalf('asyncio.base_tasks', '_task_get_stack'), [self, limit], null),
);
method(
  taskType,
  'print_stack',
  'self, /, *, limit=None, file=None',
  (self: PyTask, limit: Value = null, file: Value = null): Outcome =>
    interpreter.invoke(pythonHalf('asyncio.base_tasks', '_task_print_stack'), [self, limit, file], null),
);
getset(taskType, '_coro', (self: PyTask) => self.coro);
getset(taskType, '_fut_waiter', (self: PyTask) => self.waiter);
getset(taskType, '_must_cancel', (self: PyTask) => self.mustCancel);
getset(
  taskType,
  '_log_destroy_pending',
  (self: PyTask) => self.logsDestroyPending,
  (self: PyTask, value) => {
    self.logsDestroyPending = truthy(given(value));
  },
);

taskStepType.isBaseType = false;
method(
  taskStepType,
  '__call__',
  'self, /',
  (self: TaskStep): Outcome => enterNative(new TaskStepFrame(self.task, self.exception)),
);
getset(taskStepType, '__self__', (self: TaskStep) => self.task);
