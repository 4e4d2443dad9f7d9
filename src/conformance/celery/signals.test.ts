/** Signals, in the order in which programs and workers send them; and what a task's class is told. */
import { expect, test, vi } from 'vitest';
import { play } from './celery.fixture.ts';

vi.setConfig({ testTimeout: 120_000 });

const ALL =
  'before_task_publish after_task_publish task_received task_prerun task_postrun task_success task_failure task_retry celeryd_init ' +
  'celeryd_after_setup worker_init worker_ready worker_process_init worker_process_shutdown worker_shutting_down worker_shutdown import_modules';

const TASKS = `
from celery import Task, signals
def told(*words):
    open('told', 'a').write(' '.join(map(str, words)) + '\\n')
def shown(value):
    return value.name if hasattr(value, 'name') else type(value).__name__ if not isinstance(value, str) else value
def receiver_of(name):
    def receiver(signal, sender, **named):
        told(name, shown(sender), *sorted(named))
    return receiver
for name in '${ALL}'.split():
    getattr(signals, name).connect(receiver_of(name))

@signals.task_success.connect(sender='nobody')
def never(**named):
    told('never')

class Base(Task):
    def before_start(self, task_id, args, kwargs):
        told('before_start', args)
    def on_success(self, retval, task_id, args, kwargs):
        told('on_success', retval)
    def on_failure(self, exc, task_id, args, kwargs, einfo):
        told('on_failure', repr(exc), einfo.traceback.splitlines()[-1])
    def on_retry(self, exc, task_id, args, kwargs, einfo):
        told('on_retry', repr(exc))
    def after_return(self, status, retval, task_id, args, kwargs, einfo):
        told('after_return', status, repr(retval), einfo)

@app.task(base=Base, bind=True)
def work(self, how):
    if how == 'fail':
        raise ValueError(how)
    if how == 'retry' and self.request.retries == 0:
        raise self.retry(exc=KeyError(how), countdown=1)
    if how == 'ignore':
        raise Ignore()
    if how == 'reject':
        raise Reject('why', requeue=False)
    return how
`;

test('signals and the methods of a task come in the order of Celery', () => {
  const { client, log } = play({
    worker: '-l INFO -c 1',
    tasks: TASKS,
    client: `
time.sleep(1)
open('told', 'w').close()
for how in ('ok', 'fail', 'retry', 'ignore', 'reject'):
    print('--', how)
    result = work.delay(how)
    time.sleep(3)
    print(open('told').read(), end='')
    open('told', 'w').close()
@signals.task_prerun.connect
def broken(**named):
    raise RuntimeError('nobody else is stopped')
print(work.apply(['ok']).get())
print(signals.task_prerun.disconnect(broken), signals.task_prerun.disconnect(broken))
print(signals.worker_ready)
open('told', 'w').close()
app.control.shutdown()
time.sleep(1)
print(open('told').read(), end='')`,
  });
  const sent = [
    'before_task_publish tasks.work body declare exchange headers properties retry_policy routing_key',
    'after_task_publish tasks.work body exchange headers routing_key',
  ];
  const begun = ['task_received Worker request', 'task_prerun tasks.work args kwargs task task_id'];
  const post = 'task_postrun tasks.work args kwargs retval state task task_id';
  const failed = 'task_failure tasks.work args einfo exception kwargs task_id traceback';
  const success = 'task_success tasks.work result';
  expect(client).toEqual([
    '-- ok',
    ...[...sent, ...begun, "before_start ['ok']", 'on_success ok', success, "after_return SUCCESS 'ok' None", post],
    '-- fail',
    ...[...sent, ...begun, "before_start ['fail']", "on_failure ValueError('fail') ValueError: fail", failed],
    "after_return FAILURE ValueError('fail') None",
    post,
    '-- retry',
    // The new message is with the worker while the child still deals with the old one.
    ...[...sent, ...begun, "before_start ['retry']", ...sent, begun[0], "on_retry KeyError('retry')"],
    ...['task_retry tasks.work einfo reason request', post, begun[1]],
    ...["before_start ['retry']", 'on_success retry', success, "after_return SUCCESS 'retry' None", post],
    '-- ignore',
    ...[...sent, ...begun, "before_start ['ignore']", post],
    '-- reject',
    ...[...sent, ...begun, "before_start ['reject']", post],
    'ok',
    'True False',
    '<Signal: worker_ready providing_args=set()>',
    'worker_process_shutdown NoneType exitcode pid',
    'worker_shutdown Worker',
  ]);
  const told = log
    .filter((line) => /rejected|ignored|reject /.test(line))
    .map((line) => line.replace(/\[[0-9a-f-]{36}\]/, ''));
  expect(told).toEqual([
    '00:00:10,000: INFO/ForkPoolWorker-1] Task tasks.work ignored',
    '00:00:13,000: WARNING/ForkPoolWorker-1] Task tasks.work reject requeue=False: why',
  ]);
});

test('a worker that starts and is told to end sends its signals; whoever sets up the log himself does so alone', () => {
  const { client, log } = play({
    worker: '-l INFO -c 1',
    tasks: `${TASKS}
@signals.after_setup_task_logger.connect
def format(logger, **named):
    import logging
    for handler in logger.handlers:
        handler.setFormatter(logging.Formatter('[1970-01-01 %(levelname)s] mine: %(message)s'))
from celery.utils.log import get_task_logger
logger = get_task_logger(__name__)
@app.task
def say():
    logger.info('hello')`,
    client: `
time.sleep(1)
say.delay().get()
time.sleep(2)
print(open('told').read(), end='')`,
    interventions: [{ kind: 'signal', process: 'worker.1', signal: 'SIGTERM', timeUs: 2e6 }],
  });
  const ownSignals = client.filter((line) => !/^(task_|before_|after_)/.test(line));
  expect(ownSignals).toEqual([
    'import_modules Celery',
    'celeryd_init celery@loopscope conf instance options',
    'worker_init Worker',
    'celeryd_after_setup celery@loopscope conf instance',
    'worker_ready Worker',
    'import_modules Celery',
    'worker_process_init NoneType',
    'worker_shutting_down celery@loopscope exitcode how sig',
    'worker_process_shutdown NoneType exitcode pid',
    'worker_shutdown Worker',
  ]);
  expect(log).toContain('INFO] mine: hello');
});
