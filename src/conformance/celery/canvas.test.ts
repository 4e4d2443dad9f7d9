/** Canvases, results and tasks: what each expression gives, line by line, as Celery prints it. */
import { expect, test, vi } from 'vitest';
import { play, SHOW, withoutIds } from './celery.fixture.ts';

vi.setConfig({ testTimeout: 120_000 });

const TASKS = `
from celery import signature
from celery.exceptions import SoftTimeLimitExceeded
from celery.result import AsyncResult, GroupResult, ResultSet
@app.task
def add(x, y):
    return x + y
@app.task
def mul(x, y):
    return x * y
@app.task
def xsum(numbers):
    return sum(numbers)
@app.task
def div(x, y):
    return x / y
@app.task(bind=True)
def who(self):
    return [self.name, self.request.root_id == self.request.id, self.request.parent_id, self.request.retries, self.request.called_directly, self.request.is_eager, self.request.args, self.request.kwargs]
@app.task
def note(text):
    open('notes', 'a').write(f'{text}\\n')
@app.task
def noted(request, exc, traceback):
    open('notes', 'a').write(f'{exc!r} {request.task if hasattr(request, "task") else ""}\\n')
@app.task
def oldstyle(task_id):
    open('notes', 'a').write(f'old {isinstance(task_id, str)}\\n')
@app.task(bind=True)
def progress(self, n):
    self.update_state(state='PROGRESS', meta={'current': 1, 'total': n})
    time.sleep(1)
    return 'end'
@app.task(track_started=True)
def started():
    time.sleep(1)
@app.task(ignore_result=True)
def ignored():
    return 3
@app.task(bind=True)
def replaced(self, x):
    raise self.replace(add.s(x, 100))
@app.task
def ign():
    raise Ignore()
@app.task(soft_time_limit=1)
def soft():
    try:
        time.sleep(5)
    except SoftTimeLimitExceeded:
        return 'cleaned'
@app.task(time_limit=1)
def hard():
    time.sleep(5)
@shared_task
def shared(x):
    return x * 2
@app.task(autoretry_for=(ZeroDivisionError,), retry_kwargs={'max_retries': 2, 'countdown': 0}, bind=True)
def auto(self, x):
    if self.request.retries < 2:
        1 / 0
    return [x, self.request.retries]
@app.task(name='given.name')
def named():
    return 1
class CT(app.Task):
    def __call__(self, *args, **kwargs):
        return ['called', self.run(*args, **kwargs)]
@app.task(base=CT)
def called(x):
    return x
@app.task(bind=True)
def sub(self):
    return add.delay(1, 1).id
@app.task(bind=True)
def syncs(self):
    return add.delay(1, 1).get()`;

/** What the client prints. */
function shown(client: string): readonly string[] {
  return play({ tasks: TASKS, client: SHOW + client, worker: '-l ERROR -c 4' }).client.map(withoutIds);
}

test('what canvases give', () => {
  const client = `
open('notes','w').close()
show('map', lambda: G(xsum.map([[1, 2], [3]]).delay()))
show('starmap', lambda: G(add.starmap([(1, 2), (3, 4)]).delay()))
show('chunks', lambda: G(add.chunks([(i, i) for i in range(5)], 2)()))
show('chunks2', lambda: G(add.chunks(zip(range(4), range(4)), 2).group()()))
show('reprs', lambda: [repr(add.s(1, 2)), repr(add.s(1) | mul.s(2)), repr(group(add.s(1,1), add.s(2,2))), repr(chord([add.s(1,1)], xsum.s())), repr(add.si(1,2)), str(add.s(2, y=3)), repr(xsum.map([1])), repr(add.chunks([(1,1)],1))])
show('sigdict', lambda: dict(add.s(1, 2, ).set(countdown=1)))
show('sig', lambda: G(signature('tasks.add', args=(1, 2), app=app).delay()))
show('partial', lambda: G(add.s(2).delay(3)))
show('partialkw', lambda: G(add.s(y=2).delay(3)))
show('immutable', lambda: G((add.s(1, 1) | add.si(5, 5))()))
show('clone', lambda: add.s(1).clone((2,)).args)
show('call', lambda: add.s(1)(2))
show('chain ids', lambda: len(list(chain(add.s(1,1), mul.s(2))().collect())))
r = chain(add.s(2, 2), mul.s(8), mul.s(10))()
show('chain', lambda: (G(r), r.parent.get(), r.parent.parent.get(), r.parent.parent.parent))
show('chain of chains', lambda: G(chain(chain(add.s(1,1), mul.s(3)), add.s(4))()))
show('chain() empty', lambda: chain().apply_async())
show('group', lambda: G(group([add.s(i, i) for i in range(3)])()))
gr = group(add.s(1,1), add.s(2,2)).apply_async()
show('group result', lambda: (G(gr), gr.ready(), gr.successful(), gr.failed(), gr.waiting(), gr.completed_count(), len(gr.results), [c.get() for c in gr.children]))
gr.save()
show('restore', lambda: GroupResult.restore(gr.id, app=app).get())
show('group in chain', lambda: G((add.s(1, 1) | group(add.s(1), add.s(2)) | xsum.s())()))
show('group end chain', lambda: G((add.s(1, 1) | group(add.s(1), add.s(2)))()))
show('one group', lambda: G((group(add.s(1, 1)) | xsum.s())()) )
show('empty group', lambda: group()())
show('chord', lambda: G(chord((add.s(i, i) for i in range(4)), xsum.s())()))
show('chord2', lambda: G(chord([add.s(1, 1)])(xsum.s())))
show('chord empty', lambda: G(chord([])(xsum.s())))
show('chord then', lambda: G((chord([add.s(1, 1), add.s(2, 2)], xsum.s()) | mul.s(10))()))
show('chord chain header', lambda: G(chord([chain(add.s(1, 1), mul.s(2)), add.s(3, 3)], xsum.s())()))
show('chord fail', lambda: P(chord([div.s(1, 0), add.s(3, 3)], xsum.s())()).split('[')[0])
show('chord chain header fail', lambda: P(chord([chain(div.s(1, 0), mul.s(2)), add.s(3, 3)], xsum.s())()).split('[')[0])
show('nested group', lambda: G(group(add.s(1,1), group(add.s(2,2), add.s(3,3)))()))
show('group|group', lambda: G((group(add.s(1,1), add.s(2,2)) | group(xsum.s(), xsum.s()))()))
show('chain fail', lambda: P(chain(add.s(1, 1), div.s(0), add.s(1))()))
show('link', lambda: (G(add.apply_async((2, 2), link=note.s())), time.sleep(1)))
show('link list', lambda: (G(add.apply_async((2, 3), link=[note.s(), add.s(1) | note.s()])), time.sleep(1)))
show('link_error', lambda: (P(div.apply_async((1, 0), link_error=noted.s())), time.sleep(1)))
show('link_error old', lambda: (P(div.apply_async((1, 0), link_error=oldstyle.s())), time.sleep(1)))
show('chord on_error', lambda: (P(chord([div.s(1, 0), add.s(3, 3)], xsum.s().on_error(noted.s()))()).split('[')[0], time.sleep(1)))
show('chain link_error', lambda: (P(chain(div.s(1, 0), add.s(1)).apply_async(link_error=noted.s())), time.sleep(1)))
show('notes', lambda: open('notes').read().split('\\n'))`;
  expect(shown(client)).toEqual([
    'map -> [3, 3]',
    'starmap -> [3, 7]',
    'chunks -> [[0, 2], [4, 6], [8]]',
    'chunks2 -> [[0, 2], [4, 6]]',
    "reprs -> ['tasks.add(1, 2)', 'tasks.add(1) | mul(2)', 'group((tasks.add(1, 1), add(2, 2)))', '%tasks.xsum([add(1, 1)])', 'tasks.add(1, 2)', 'tasks.add(2, y=3)', '[tasks.xsum(x) for x in [1]]', 'celery.chunks(task=tasks.add(), it=[(1, 1)], n=1)']",
    "sigdict -> {'task': 'tasks.add', 'args': (1, 2), 'kwargs': {}, 'options': {'countdown': 1}, 'subtask_type': None, 'immutable': False}",
    'sig -> 3',
    'partial -> 5',
    'partialkw -> 5',
    'immutable -> 10',
    'clone -> (2, 1)',
    'call -> 3',
    'chain ids -> 1',
    'chain -> (320, 32, 4, None)',
    'chain of chains -> 10',
    'chain() empty -> None',
    'group -> [0, 2, 4]',
    'group result -> ([2, 4], True, True, False, False, 2, 2, [2, 4])',
    'restore -> [2, 4]',
    'group in chain -> 7',
    'group end chain -> [3, 4]',
    'one group -> 2',
    'empty group -> ID',
    'chord -> 12',
    'chord2 -> 2',
    'chord empty -> 0',
    'chord then -> 60',
    'chord chain header -> 10',
    `chord fail -> ChordError("Dependency ID raised ZeroDivisionError('division by zero')") FAILURE`,
    `chord chain header fail -> ChordError("Dependency ID raised ZeroDivisionError('division by zero')") FAILURE`,
    'nested group -> [2, 4, 6]',
    'group|group -> [6, 6]',
    "chain fail -> ZeroDivisionError('division by zero') FAILURE",
    'link -> (4, None)',
    'link list -> (5, None)',
    `link_error -> ("ZeroDivisionError('division by zero') FAILURE", None)`,
    `link_error old -> ("ZeroDivisionError('division by zero') FAILURE", None)`,
    `chord on_error -> ('ChordError("Dependency ID raised ZeroDivisionError(\\'division by zero\\')") FAILURE', None)`,
    `chain link_error -> ("ZeroDivisionError('division by zero') FAILURE", None)`,
    `notes -> ['4', '5', '6', "ZeroDivisionError('division by zero') tasks.div", 'old True', 'ChordError("Dependency ID raised ZeroDivisionError(\\'division by zero\\')") tasks.xsum', "ZeroDivisionError('division by zero') tasks.div", '']`,
  ]);
});

test('what results and tasks say of themselves', () => {
  const client = `
show('who', lambda: G(who.delay()))
show('who local', lambda: who())
show('who eager', lambda: who.apply().get()[1:])
pr = progress.delay(5); time.sleep(.5)
show('progress', lambda: (pr.state, pr.info, pr.ready(), G(pr), pr.state, pr.info))
sr = started.delay(); time.sleep(.5)
show('started', lambda: (sr.state, sorted(sr.info), G(sr)))
ir = ignored.delay(); time.sleep(.5)
show('ignored', lambda: (ir.state, ir.result))
ig = ign.delay(); time.sleep(.5)
show('ign', lambda: ig.state)
show('ig timeout', lambda: ig.get(timeout=.5))
show('replaced', lambda: G(replaced.delay(1)))
show('replaced chain', lambda: G((replaced.s(1) | mul.s(2))()))
show('soft', lambda: G(soft.delay()))
show('hard', lambda: P(hard.delay()))
show('shared', lambda: (G(shared.delay(4)), shared.name, shared(3)))
show('auto', lambda: G(auto.delay(7)))
show('named', lambda: (named.name, G(named.delay())))
show('called', lambda: (G(called.delay(1)), called(2), called.apply((3,)).get()))
show('send_task', lambda: G(app.send_task('tasks.add', (1, 5))))
show('unknown', lambda: app.send_task('tasks.nope').get(timeout=2))
show('typing', lambda: add.delay(1))
show('sub', lambda: (lambda r: (app.AsyncResult(G(r)).get(timeout=5), [c.get() for c in r.children]))(sub.delay()))
show('syncs', lambda: G(syncs.delay()))
x = add.delay(1, 1); x.get()
show('result', lambda: (x.successful(), x.failed(), x.status, x.id == x.task_id, x == app.AsyncResult(x.id), x.traceback, x.children, x.date_done is not None, repr(x) == f'<AsyncResult: {x.id}>', str(x) == x.id))
f = div.delay(1, 0); f.get(propagate=False)
show('fail', lambda: (f.successful(), f.failed(), f.status, repr(f.result), f.traceback.splitlines()[-1]))
show('fail get', lambda: f.get())
show('maybe_throw', lambda: (x.maybe_throw(), f.maybe_throw(propagate=False).__class__))
show('forget', lambda: (x.forget(), x.state))
show('callback', lambda: add.delay(1, 2).get(callback=lambda i, v: print('cb', v)))
show('timeout', lambda: add.apply_async((1, 1), countdown=5).get(timeout=.5))
show('expires', lambda: (lambda r: (time.sleep(3), r.state, repr(r.result)))(add.apply_async((1, 1), countdown=2, expires=1)))
show('eager', lambda: (lambda e: (e.get(), e.state, e.ready(), type(e).__name__, e.successful()))(add.apply((1, 2))))
show('eager fail', lambda: (lambda e: (e.state, repr(e.result), e.get(propagate=False).__class__))(div.apply((1, 0))))
show('eager throw', lambda: div.apply((1, 0), throw=True))
show('eager get', lambda: div.apply((1, 0)).get())
show('eager chain', lambda: (add.s(1, 1) | mul.s(3)).apply().get())
show('eager group', lambda: group(add.s(1, 1), add.s(2, 2)).apply().get())
show('eager chord', lambda: chord([add.s(1, 1), add.s(2, 2)], xsum.s()).apply().get())
show('eager auto', lambda: auto.apply((1,)).get())
show('ResultSet', lambda: (lambda s: (s.get(), s.completed_count(), len(s)))(ResultSet([add.delay(1, 1), add.delay(2, 2)])))
show('join_native', lambda: group(add.s(1,1), add.s(1,2))().join())
show('priority', lambda: G(add.apply_async((1, 1), priority=5)))
show('queue', lambda: add.apply_async((1, 1), queue='nobody').state)
show('app.tasks', lambda: sorted(n for n in app.tasks if not n.startswith('celery.')))
show('app repr', lambda: repr(app).split(' at')[0])
show('task repr', lambda: repr(add).split(' at')[0])
show('conf', lambda: (app.conf.task_default_queue, app.conf.worker_prefetch_multiplier, app.conf['task_acks_late'], app.conf.get('nope', 1)))
show('eagerconf', lambda: (setattr(app.conf, 'task_always_eager', True), add.delay(1, 4).get(), (add.s(1, 1) | mul.s(4))().get(), group(add.s(1,1))().get(), chord([add.s(1,2)], xsum.s())().get(), repr(div.delay(1, 0).result)))
app.conf.task_eager_propagates = True
show('eagerprop', lambda: div.delay(1, 0))
app.conf.task_always_eager = False`;
  expect(shown(client)).toEqual([
    "who -> ['tasks.who', True, None, 0, False, False, [], {}]",
    "who local -> ['tasks.who', True, None, 0, True, False, (), {}]",
    'who eager -> [False, None, 0, False, True, (), {}]',
    "progress -> ('PROGRESS', {'current': 1, 'total': 5}, False, 'end', 'SUCCESS', 'end')",
    "started -> ('STARTED', ['hostname', 'pid'], None)",
    "ignored -> ('PENDING', None)",
    'ign -> PENDING',
    'ig timeout -> raised celery.exceptions.TimeoutError The operation timed out.',
    'replaced -> 101',
    'replaced chain -> 202',
    'soft -> cleaned',
    'hard -> TimeLimitExceeded(1) FAILURE',
    "shared -> (8, 'tasks.shared', 6)",
    'auto -> [7, 2]',
    "named -> ('given.name', 1)",
    "called -> (['called', 1], ['called', 2], ['called', 3])",
    'send_task -> 6',
    "unknown -> raised celery.exceptions.NotRegistered 'tasks.nope'",
    "typing -> raised builtins.TypeError add() missing 1 required positional argument: 'y'",
    'sub -> (2, [2])',
    'syncs -> raised builtins.RuntimeError Never call result.get() within a task!',
    'See https://docs.celeryq.dev/en/latest/userguide/tasks.html#avoid-launching-synchronous-subtasks',
    '',
    "result -> (True, False, 'SUCCESS', True, True, None, [], True, True, True)",
    `fail -> (False, True, 'FAILURE', "ZeroDivisionError('division by zero')", 'ZeroDivisionError: division by zero')`,
    'fail get -> raised builtins.ZeroDivisionError division by zero',
    "maybe_throw -> (2, <class 'ZeroDivisionError'>)",
    "forget -> (None, 'PENDING')",
    'cb 3',
    'callback -> 3',
    'timeout -> raised celery.exceptions.TimeoutError The operation timed out.',
    `expires -> (None, 'REVOKED', "TaskRevokedError('expired')")`,
    "eager -> (3, 'SUCCESS', True, 'EagerResult', True)",
    `eager fail -> ('FAILURE', "ZeroDivisionError('division by zero')", <class 'ZeroDivisionError'>)`,
    'eager throw -> raised builtins.ZeroDivisionError division by zero',
    'eager get -> raised builtins.ZeroDivisionError division by zero',
    'eager chain -> 6',
    'eager group -> [2, 4]',
    'eager chord -> 6',
    'eager auto -> [1, 2]',
    'ResultSet -> ([2, 4], 2, 2)',
    'join_native -> [2, 3]',
    'priority -> 2',
    'queue -> PENDING',
    "app.tasks -> ['given.name', 'tasks.add', 'tasks.auto', 'tasks.called', 'tasks.div', 'tasks.hard', 'tasks.ign', 'tasks.ignored', 'tasks.mul', 'tasks.note', 'tasks.noted', 'tasks.oldstyle', 'tasks.progress', 'tasks.replaced', 'tasks.shared', 'tasks.soft', 'tasks.started', 'tasks.sub', 'tasks.syncs', 'tasks.who', 'tasks.xsum']",
    'app repr -> <Celery tasks',
    'task repr -> <@task: tasks.add of tasks',
    "conf -> ('celery', 4, False, 1)",
    `eagerconf -> (None, 5, 8, [2], 3, "ZeroDivisionError('division by zero')")`,
    'eagerprop -> raised builtins.ZeroDivisionError division by zero',
  ]);
});
