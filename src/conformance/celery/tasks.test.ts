/** Where tasks go, what they know of themselves, how they are tried again and fail; what expires; how a worker over Redis ends. */
import { expect, test, vi } from 'vitest';
import { eventsOf, play, SHOW, withoutIds } from './celery.fixture.ts';

vi.setConfig({ testTimeout: 120_000 });

const TASKS = `
from celery import signature
from celery.exceptions import MaxRetriesExceededError, Retry
from kombu import Exchange, Queue
app.conf.update(
    task_queues=[Queue('default', routing_key='default'), Queue('media', Exchange('media', type='topic'), routing_key='media.#'), Queue('mail')],
    task_default_queue='default', task_default_exchange='default', task_default_routing_key='default',
    task_routes=[{'tasks.video': {'queue': 'media', 'routing_key': 'media.video'}, 'tasks.mail_*': 'mail'}, lambda name, args, kwargs, options, task=None, **kw: {'queue': 'other'} if name == 'tasks.other' else None],
)
@app.task(bind=True)
def video(self): return self.request.delivery_info
@app.task(bind=True)
def mail_x(self): return self.request.delivery_info
@app.task(bind=True)
def other(self): return self.request.delivery_info
@app.task(bind=True)
def plain(self): return self.request.delivery_info
@app.task(bind=True, queue='mail')
def onmail(self): return self.request.delivery_info
@app.task(bind=True)
def req(self):
    r = self.request
    return {'eta': r.eta is not None, 'expires': r.expires is not None, 'retries': r.retries, 'timelimit': r.timelimit, 'origin': bool(r.origin), 'argsrepr': r.argsrepr, 'kwargsrepr': r.kwargsrepr, 'root': r.root_id == r.id, 'lang': r.lang, 'shadow': r.shadow, 'corr': r.correlation_id == r.id, 'hostname': bool(r.hostname), 'x': r.get('x'), 'headers': (r.headers or {}).get('x') if r.headers else None, 'reply_to': bool(r.reply_to), 'task': r.task, 'ignore_result': r.ignore_result}
@app.task(bind=True, max_retries=2, default_retry_delay=0)
def r1(self):
    raise self.retry(exc=ValueError('v'))
@app.task(bind=True, max_retries=1, default_retry_delay=0)
def r2(self):
    raise self.retry()
@app.task(bind=True, max_retries=None)
def r3(self, n):
    if self.request.retries < n:
        raise self.retry(countdown=0)
    return self.request.retries
@app.task(bind=True)
def r4(self, a, b=1):
    if self.request.retries == 0:
        raise self.retry(args=(a + 1,), kwargs={'b': b + 1}, countdown=0)
    return [a, b]
@app.task(bind=True)
def r5(self):
    try:
        1 / 0
    except ZeroDivisionError as e:
        try:
            self.retry(exc=e, max_retries=0)
        except ZeroDivisionError:
            return 'gave up'
@app.task(bind=True)
def r6(self):
    if not self.request.retries:
        self.retry(countdown=0, throw=False)
        return 'first'
    return 'second'
@app.task(bind=True, throws=(KeyError,))
def th(self): raise KeyError('k')
class Mine(Exception):
    def __init__(self, a, b): 
        super().__init__(a, b); self.a = a
@app.task
def mine(): raise Mine(1, 'x')
class Odd(Exception):
    def __init__(self, a, b): 
        super().__init__('only'); self.a = a
@app.task
def odd(): raise Odd(1, 'x')
@app.task
def unser(): return object()
@app.task
def setret(): return {'a': (1, 2), 'd': __import__('datetime').date(2020, 1, 2)}
@app.task
def rej(): raise Reject('r', requeue=False)
@app.task
def sysexit(): raise SystemExit(3)`;

test('where tasks go, what they know of themselves, how they are tried again and fail', () => {
  const { client, log } = play({
    tasks: TASKS,
    client: `
${SHOW}
for t in (video, mail_x, other, plain, onmail):
    show(t.name, lambda: G(t.delay()) if t is not other else t.delay().state)
show('queue', lambda: G(plain.apply_async(queue='mail')))
show('exch', lambda: G(plain.apply_async(exchange='media', routing_key='media.any.thing')))
show('rk', lambda: G(plain.apply_async(routing_key='default')))
show('req', lambda: G(req.delay()))
show('req2', lambda: G(req.apply_async(countdown=0.1, expires=30, time_limit=10, soft_time_limit=5, headers={'x': 1}, shadow='s')))
show('r1', lambda: P(r1.delay()))
show('r2', lambda: P(r2.delay()).split('[')[0])
show('r3', lambda: P(r3.delay(6)))
show('r4', lambda: P(r4.delay(1)))
show('r5', lambda: P(r5.delay()))
show('r6', lambda: (lambda r: (time.sleep(1), P(r)))(r6.delay()))
show('th', lambda: P(th.delay()))
show('mine', lambda: P(mine.delay()))
show('mine type', lambda: type(mine.delay().get(propagate=False)) is Mine)
show('odd', lambda: P(odd.delay()))
show('unser', lambda: P(unser.delay()))
show('setret', lambda: P(setret.delay()))
show('rej', lambda: (lambda r: (time.sleep(.5), r.state))(rej.delay()))
show('local retry', lambda: r1())
show('local retry2', lambda: r2())
show('r1 eager', lambda: repr(r1.apply().result))
show('r3 eager', lambda: r3.apply((3,)).get())
show('bad json', lambda: plain.delay(object()))
show('sysexit', lambda: P(sysexit.delay()))
show('sig opts', lambda: plain.s().set(queue='mail', countdown=1).options)
show('kw sig', lambda: dict(signature('a.b', args=(1,), kwargs={'c': 2}, immutable=True, countdown=3)))
show('errs', lambda: [str(Retry()), str(Retry(exc=ValueError(1), when=3)), repr(Reject('x', True)), repr(MaxRetriesExceededError('z')), repr(Ignore()), Retry('x', when=4).humanize()])
show('delay none', lambda: plain.apply_async(countdown=-1).get(timeout=3))
show('eta', lambda: G(plain.apply_async(eta=__import__('datetime').datetime.now(__import__('datetime').timezone.utc) + __import__('datetime').timedelta(seconds=1))))
show('exp abs', lambda: (lambda r: (time.sleep(2.5), r.state))(plain.apply_async(countdown=2, expires=__import__('datetime').datetime.now(__import__('datetime').timezone.utc) + __import__('datetime').timedelta(seconds=1))))`,
  });
  expect(client.map(withoutIds)).toEqual([
    "tasks.video -> {'exchange': 'media', 'routing_key': 'media.video', 'priority': 0, 'redelivered': None}",
    "tasks.mail_x -> {'exchange': '', 'routing_key': 'mail', 'priority': 0, 'redelivered': None}",
    'tasks.other -> PENDING',
    "tasks.plain -> {'exchange': '', 'routing_key': 'default', 'priority': 0, 'redelivered': None}",
    "tasks.onmail -> {'exchange': '', 'routing_key': 'mail', 'priority': 0, 'redelivered': None}",
    "queue -> {'exchange': '', 'routing_key': 'mail', 'priority': 0, 'redelivered': None}",
    "exch -> {'exchange': 'media', 'routing_key': 'media.any.thing', 'priority': 0, 'redelivered': None}",
    "rk -> {'exchange': '', 'routing_key': 'default', 'priority': 0, 'redelivered': None}",
    "req -> {'eta': False, 'expires': False, 'retries': 0, 'timelimit': [None, None], 'origin': True, 'argsrepr': '()', 'kwargsrepr': '{}', 'root': True, 'lang': 'py', 'shadow': None, 'corr': True, 'hostname': True, 'x': None, 'headers': None, 'reply_to': False, 'task': 'tasks.req', 'ignore_result': False}",
    "req2 -> {'eta': True, 'expires': True, 'retries': 0, 'timelimit': [10, 5], 'origin': True, 'argsrepr': '()', 'kwargsrepr': '{}', 'root': True, 'lang': 'py', 'shadow': 's', 'corr': True, 'hostname': True, 'x': 1, 'headers': None, 'reply_to': False, 'task': 'tasks.req', 'ignore_result': False}",
    "r1 -> ValueError('v') FAILURE",
    `r2 -> MaxRetriesExceededError("Can't retry tasks.r2`,
    'r3 -> 6 SUCCESS',
    'r4 -> [2, 2] SUCCESS',
    "r5 -> 'gave up' SUCCESS",
    `r6 -> (None, "'first' SUCCESS")`,
    "th -> KeyError('k') FAILURE",
    "mine -> Mine(1, 'x') FAILURE",
    'mine type -> True',
    `odd -> Exception("<class 'tasks.Odd'>(['only'])") FAILURE`,
    `unser -> EncodeError("TypeError('Object of type object is not JSON serializable')") FAILURE`,
    "setret -> {'a': [1, 2], 'd': datetime.date(2020, 1, 2)} SUCCESS",
    "rej -> (None, 'PENDING')",
    'local retry -> raised builtins.ValueError v',
    'local retry2 -> raised celery.exceptions.Retry Task can be retried',
    "r1 eager -> ValueError('v')",
    'r3 eager -> 3',
    'bad json -> raised builtins.TypeError plain() takes 1 positional argument but 2 were given',
    "sysexit -> WorkerLostError('Worker exited prematurely: exitcode 3 Job: 33.') FAILURE",
    "sig opts -> {'queue': 'mail', 'countdown': 1}",
    "kw sig -> {'task': 'a.b', 'args': (1,), 'kwargs': {'c': 2}, 'options': {'countdown': 3}, 'subtask_type': None, 'immutable': True}",
    `errs -> ['Retry at None', 'Retry in 3s: ValueError(1)', 'reject requeue=True: x', "MaxRetriesExceededError('z')", 'Ignore()', 'in 4s']`,
    "delay none -> {'exchange': '', 'routing_key': 'default', 'priority': 0, 'redelivered': None}",
    "eta -> {'exchange': '', 'routing_key': 'default', 'priority': 0, 'redelivered': None}",
    "exp abs -> (None, 'REVOKED')",
  ]);
  const said = log.map(withoutIds).map((line) => line.replace(/^.*?\] /, ''));
  expect(said.some((line) => line.startsWith('Task s[ID] succeeded in 0.0s: '))).toBe(true);
  expect(said).toContain("Task tasks.th[ID] raised expected: KeyError('k')");
  expect(said).toContain("Task tasks.r1[ID] retry: Retry in 0s: ValueError('v')");
});

test('S41 over Redis a task that is past its time is REVOKED when a worker has it, before it runs or not', () => {
  const { client, trace } = play({
    worker: '-c 1',
    tasks: `
@app.task
def job(seconds):
    time.sleep(seconds)`,
    client: `
first, second = job.delay(15), job.apply_async((0,), expires=10)
time.sleep(12)
print(second.state)
time.sleep(4)
print(second.state, repr(second.result), first.state)`,
  });
  expect(client).toEqual(['PENDING', "REVOKED TaskRevokedError('expired') SUCCESS"]);
  expect(eventsOf(trace, 'envelope.began').length).toBe(1);
});

test.each([
  { how: 'warm', signals: ['SIGTERM'], late: false, states: ['SUCCESS', 'SUCCESS'], ready: [3, 4, 5, 6] },
  { how: 'cold', signals: ['SIGINT', 'SIGINT'], late: false, states: ['RETRY', 'RETRY'], ready: [3, 4, 5, 6] },
  { how: 'cold', signals: ['SIGINT', 'SIGINT'], late: true, states: ['PENDING', 'PENDING'], ready: [1, 2, 3, 4, 5, 6] },
] as const)('S47 over Redis, a $how end (late: $late): $states', ({ late, ready, signals, states }) => {
  const { client } = play({
    worker: '-c 2 --prefetch-multiplier 2',
    tasks: `
@app.task(acks_late=${late ? 'True' : 'False'})
def job(number):
    time.sleep(10)`,
    client: `
results = [job.delay(number) for number in range(1, 7)]
time.sleep(20)
with app.connection() as connection:
    queue = connection.SimpleQueue('celery')
    print([queue.get().payload[0][0] for _ in range(queue.qsize())])
print([result.state for result in results])`,
    interventions: signals.map((signal, index) => ({
      kind: 'signal',
      process: 'worker.1',
      signal,
      timeUs: (3 + index) * 1e6,
    })),
  });
  expect(client).toEqual([`[${ready.join(', ')}]`, `['${[...states, ...Array(4).fill('PENDING')].join("', '")}']`]);
});

test('a late task that has succeeded is not run again, if the settings say so', () => {
  const { client, trace } = play({
    worker: '-l INFO -c 1',
    tasks: `
app.conf.worker_deduplicate_successful_tasks = True
app.conf.broker_transport_options = {'visibility_timeout': 5}
@app.task(acks_late=True)
def job():
    time.sleep(10)
    return time.time()`,
    client: `
result = job.delay()
print(result.get())
time.sleep(150)
print(app.AsyncResult(result.id).result)`,
    interventions: [
      { kind: 'signal', process: 'worker.1', signal: 'SIGKILL', timeUs: 5e6 },
      { kind: 'restart', process: 'worker.1', timeUs: 20e6 },
    ],
  });
  expect([client, eventsOf(trace, 'envelope.began').length]).toEqual([['10.0', '10.0'], 1]);
});

test('settings are named, and are when nothing is said, as in Celery; those of tasks count more than those of all', () => {
  const { client } = play({
    tasks: `
app.conf.task_annotations = {'*': {'time_limit': 20}, 'tasks.named': {'rate_limit': '3/m', 'time_limit': 5}}
@app.task
def named():
    pass
@app.task(time_limit=7)
def other():
    pass`,
    client: `
for name in ('task_acks_late task_acks_on_failure_or_timeout task_reject_on_worker_lost worker_prefetch_multiplier '
             'task_default_delivery_mode task_default_queue broker_heartbeat broker_connection_timeout broker_connection_max_retries '
             'broker_pool_limit result_expires result_chord_retry_interval result_chord_join_timeout worker_lost_wait '
             'control_queue_ttl control_queue_expires event_queue_ttl event_queue_expires timezone enable_utc').split():
    print(name, app.conf[name])
print(named.rate_limit, named.time_limit, other.rate_limit, other.time_limit)
app.config_from_object({'task_acks_late': True, 'result_expires': 60})
print(app.conf.task_acks_late, named.acks_late, app.conf.result_expires)
app.config_from_object({'CELERY_TASK_DEFAULT_QUEUE': 'from django', 'OTHER': 1}, namespace='CELERY')
print(app.conf.task_default_queue)
app.config_from_object({'CELERY_ACKS_LATE': False, 'CELERYD_CONCURRENCY': 3})
print(app.conf.task_acks_late, app.conf.worker_concurrency)`,
  });
  expect(client).toEqual([
    'task_acks_late False',
    'task_acks_on_failure_or_timeout True',
    'task_reject_on_worker_lost None',
    'worker_prefetch_multiplier 4',
    'task_default_delivery_mode 2',
    'task_default_queue celery',
    'broker_heartbeat 120',
    'broker_connection_timeout 4',
    'broker_connection_max_retries 100',
    'broker_pool_limit 10',
    'result_expires 86400',
    'result_chord_retry_interval 1.0',
    'result_chord_join_timeout 3.0',
    'worker_lost_wait 10.0',
    'control_queue_ttl 300.0',
    'control_queue_expires 10.0',
    'event_queue_ttl 5.0',
    'event_queue_expires 60.0',
    'timezone None',
    'enable_utc True',
    '3/m 5 None 20',
    'True True 60',
    'from django',
    'False 3',
  ]);
});
