/** `celery beat`: what is due when, what a crontab means, two of them, a restart; and the small commands. */
import { expect, test, vi } from 'vitest';
import { runHeadlessNow } from '../../engine/headless.ts';
import type { Intervention } from '../../scenario/intervention.ts';

vi.setConfig({ testTimeout: 120_000 });

const end = (process: string, seconds: number): Intervention => ({
  kind: 'signal',
  process,
  signal: 'SIGTERM',
  timeUs: seconds * 1e6,
});

/** Of a project with a worker and what else is said; each line without date and process. */
function logOf(
  processes: string,
  tasks: string,
  interventions: readonly Intervention[],
  client = '',
): readonly string[] {
  const { stderr, stdout } = runHeadlessNow({
    files: {
      Procfile: `client: python client.py\nredis: redis-server\n${processes}`,
      'tasks.py': `from datetime import timedelta
from celery import Celery
from celery.schedules import crontab
app = Celery('tasks', broker='redis://localhost', backend='redis://localhost')
@app.task
def add(x, y):
    return x + y
${tasks}`,
      'client.py': client,
    },
    interventions,
  });
  const lines = `${stderr}${stdout}`.split('\n').filter((line) => /^(beat|client)\.|INFO\/Beat|succeeded/.test(line));
  return lines.map((line) =>
    line
      .replace('1970-01-01 ', '')
      .replace(/\[[0-9a-f-]{36}\]/, '')
      .replace(/^(\w+\.1) \| /, '$1 '),
  );
}

const EVERY = `
app.conf.beat_schedule = {
    'seconds': {'task': 'tasks.add', 'schedule': 20.0, 'args': (1, 2)},
    'delta': {'task': 'tasks.add', 'schedule': timedelta(minutes=1), 'kwargs': {'x': 3, 'y': 4}},
}
@app.on_after_configure.connect
def more(sender, **named):
    sender.add_periodic_task(crontab(minute='*/2'), add.s(5, 6))
`;

test('beat sends what is due, and after a time in which it did not run each entry once', () => {
  const log = logOf('beat: celery -A tasks beat -l INFO\n', EVERY, [
    end('beat.1', 125),
    { kind: 'restart', process: 'beat.1', timeUs: 250e6 },
    end('beat.1', 265),
  ]);
  const sent = (at: string, name: string) =>
    `beat.1 [00:${at},000: INFO/MainProcess] Scheduler: Sending due task ${name} (tasks.add)`;
  const started = [
    'beat.1 celery beat v5.6.3 (recovery) is starting.',
    'beat.1 __    -    ... __   -        _',
    'beat.1 LocalTime -> 1970-01-01 00:00:00',
    'beat.1 Configuration ->',
    'beat.1     . broker -> redis://localhost:6379/0',
    'beat.1     . loader -> celery.loaders.app.AppLoader',
    'beat.1     . scheduler -> celery.beat.PersistentScheduler',
    'beat.1     . db -> celerybeat-schedule',
    'beat.1     . logfile -> [stderr]@%INFO',
    'beat.1     . maxinterval -> 5.00 minutes (300s)',
  ].map((line) => line.replace('1970-01-01 ', ''));
  expect(log).toEqual([
    'beat.1 [00:00:00,000: INFO/MainProcess] beat: Starting...',
    ...[sent('00:20', 'seconds'), sent('00:40', 'seconds'), sent('01:00', 'delta'), sent('01:00', 'seconds')],
    ...[sent('01:20', 'seconds'), sent('01:40', 'seconds')],
    ...[sent('02:00', 'tasks.add(5, 6)'), sent('02:00', 'delta'), sent('02:00', 'seconds')],
    'beat.1 [00:04:10,000: INFO/MainProcess] beat: Starting...',
    ...[sent('04:10', 'seconds'), sent('04:10', 'delta'), sent('04:10', 'tasks.add(5, 6)')],
    ...started,
    ...started.map((line) => line.replace('00:00:00', '00:04:10')),
  ]);
});

test('two beats send everything twice; -B is one more of them', () => {
  const processes =
    'worker: celery -A tasks worker -c 1 -B -l INFO\nbeat: celery -A tasks beat -s a\nother: celery -A tasks beat -s b\n';
  const log = logOf(processes, EVERY, [end('beat.1', 50), end('other.1', 25), end('worker.1', 70)]);
  const ran = log
    .filter((line) => line.includes('succeeded'))
    .map((line) => line.replace(/^.*\[00:(..:..).* in 0.0s: /, '$1 '));
  expect(ran).toEqual([...Array(3).fill('00:20 3'), '00:40 3', '00:40 3', '01:00 7', '01:00 3']);
  expect(log.filter((line) => line.includes('INFO/Beat'))).toEqual([
    'worker.1 [00:00:00,000: INFO/Beat] beat: Starting...',
    ...['00:20', '00:40'].map(
      (at) => `worker.1 [00:${at},000: INFO/Beat] Scheduler: Sending due task seconds (tasks.add)`,
    ),
    'worker.1 [00:01:00,000: INFO/Beat] Scheduler: Sending due task delta (tasks.add)',
    'worker.1 [00:01:00,000: INFO/Beat] Scheduler: Sending due task seconds (tasks.add)',
  ]);
});

test('the small commands ask workers, purge queues, send tasks and tell results', () => {
  const client = `
import subprocess, time
time.sleep(1)
def run(words):
    print('$', words)
    done = subprocess.run(['celery', '-A', 'tasks', *words.split()], capture_output=True, text=True)
    print(done.stdout + done.stderr, end='')
    return done
for words in ('inspect ping', 'inspect registered', 'inspect active', 'inspect ping -j', 'status', 'control rate_limit tasks.add 1/m',
              'control cancel_consumer celery', 'purge -f', 'inspect ping -d celery@x'):
    code = run(words).returncode
print(code)
ids = [run('call tasks.add -a [1,2]').stdout.strip() for _ in range(2)]
run('purge -f')
run('control add_consumer celery')
run('result ' + run('call tasks.add -a [1,2]').stdout.strip())`;
  const log = logOf('worker: celery -A tasks worker -c 1\n', '', [], client);
  const online = ['', '1 node online.'];
  const said = log.filter((line) => line.startsWith('client.1')).map((line) => line.slice('client.1 '.length));
  expect(said.map((line) => line.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'ID'))).toEqual([
    ...['$ inspect ping', '->  celery@loopscope: OK', '        pong', ...online],
    ...['$ inspect registered', '->  celery@loopscope: OK', '    * tasks.add', ...online],
    ...['$ inspect active', '->  celery@loopscope: OK', '    - empty -', ...online],
    ...['$ inspect ping -j', '{"celery@loopscope": {"ok": "pong"}}'],
    ...['$ status', '->  celery@loopscope: OK', ...online],
    ...[
      '$ control rate_limit tasks.add 1/m',
      '->  celery@loopscope: OK',
      '        new rate limit set successfully',
      ...online,
    ],
    ...[
      '$ control cancel_consumer celery',
      '->  celery@loopscope: OK',
      '        no longer consuming from celery',
      ...online,
    ],
    ...['$ purge -f', 'No messages purged from 1 queue.'],
    ...['$ inspect ping -d celery@x', 'Error: No nodes replied within time constraint', '69'],
    ...['$ call tasks.add -a [1,2]', 'ID', '$ call tasks.add -a [1,2]', 'ID'],
    ...['$ purge -f', 'Purged 2 messages from 1 known task queue.'],
    ...['$ control add_consumer celery', '->  celery@loopscope: OK', '        add consumer celery', ...online],
    ...['$ call tasks.add -a [1,2]', 'ID', '$ result ID', '3'],
  ]);
});

test('a crontab means the minutes that it means in Celery', () => {
  const { stdout } = runHeadlessNow({
    files: {
      'main.py': `from datetime import datetime, timedelta, timezone
from celery import Celery
from celery.schedules import crontab, crontab_parser, schedule, maybe_schedule
app = Celery('x')
UTC = timezone.utc
def due(last, now=None, **fields):
    last = datetime.fromisoformat(last).replace(tzinfo=UTC)
    now = last if now is None else datetime.fromisoformat(now).replace(tzinfo=UTC)
    cron = crontab(nowfun=lambda: now, app=app, **fields)
    is_due, seconds = cron.is_due(last)
    print(is_due, now + timedelta(seconds=seconds))
due('2026-03-01T10:00:00')
due('2026-03-01T10:00:30', minute='*/15')
due('2026-03-01T10:59:59', minute='*/15', hour='9-17')
due('2026-03-01T18:00:00', minute='30', hour='9-17')
due('2026-03-01T08:00:00', minute=0, hour=7, day_of_week='mon-fri')
due('2026-03-06T08:00:00', minute=0, hour=7, day_of_week='mon-fri')
due('2026-03-06T08:00:00', minute=0, hour='*/6', day_of_week='sunday,wed')
due('2026-03-06T08:00:00', minute=0, hour=0, day_of_month='1')
due('2026-01-31T08:00:00', minute=0, hour=0, day_of_month='31')
due('2026-12-31T23:59:00', minute=0, hour=0, month_of_year='*/3', day_of_month='2-30/2')
due('2026-03-01T10:00:00', minute=0, hour=0, day_of_month='29', month_of_year='2')
due('2026-03-01T10:00:00', minute=0, hour=0, day_of_month='1-7', day_of_week='fri')
due('2026-03-01T10:00:00', '2026-03-01T10:01:00')
due('2026-03-01T10:00:00', '2026-03-05T10:07:20', minute='*/5')
due('2026-03-01T10:00:00', '2026-03-01T10:04:59.5', minute='*/5')
for spec, size, first in (('*', 7, 0), ('*/3', 31, 1), ('2-12/2', 12, 1), ('1,13,30-33,50-59/4', 60, 0), ('fri-mon', 7, 0), ('22-2', 24, 0)):
    print(spec, sorted(crontab_parser(size, first).parse(spec)))
for spec, size, first in (('61', 60, 0), ('0', 31, 1), ('', 7, 0), ('*/', 7, 0), ('xyz', 7, 0), ('1,,2', 7, 0)):
    try:
        crontab_parser(size, first).parse(spec)
    except Exception as error:
        print(type(error).__name__, error)
for bad in ({'minute': [70]}, {'hour': 24}, {'day_of_month': 0}):
    try:
        crontab(**bad)
    except ValueError as error:
        print(error)
print(schedule(90), schedule(0.5), schedule(timedelta(days=2)), schedule(timedelta(hours=1)), maybe_schedule(10))
print(crontab(minute='*/5') == crontab(minute=[0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55]), crontab() == crontab(hour=1), schedule(3) == 3)`,
    },
  });
  expect(stdout.trimEnd().split('\n')).toEqual([
    'False 2026-03-01 10:01:00+00:00',
    'False 2026-03-01 10:15:00+00:00',
    'False 2026-03-01 11:00:00+00:00',
    'False 2026-03-02 09:30:00+00:00',
    'False 2026-03-02 07:00:00+00:00',
    'False 2026-03-09 07:00:00+00:00',
    'False 2026-03-08 00:00:00+00:00',
    'False 2026-04-01 00:00:00+00:00',
    'False 2026-03-31 00:00:00+00:00',
    'False 2027-01-02 00:00:00+00:00',
    'False 2028-02-29 00:00:00+00:00',
    'False 2026-03-06 00:00:00+00:00',
    'True 2026-03-01 10:02:00+00:00',
    'True 2026-03-05 10:10:00+00:00',
    'False 2026-03-01 10:05:00+00:00',
    '* [0, 1, 2, 3, 4, 5, 6]',
    '*/3 [1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31]',
    '2-12/2 [2, 4, 6, 8, 10, 12]',
    '1,13,30-33,50-59/4 [1, 13, 30, 31, 32, 33, 50, 54, 58]',
    'fri-mon [0, 1, 5, 6]',
    '22-2 [0, 1, 2, 22, 23]',
    'ValueError Invalid end range: 61 > 59.',
    'ValueError Invalid beginning range: 0 < 1.',
    'ParseException empty part',
    'ParseException empty filter',
    "ValueError Invalid weekday literal 'xyz'.",
    'ParseException empty part',
    "Invalid crontab pattern.  Valid range is 0-59. '70' was found.",
    "Invalid crontab pattern.  Valid range is 0-23. '24' was found.",
    "Invalid crontab pattern.  Valid range is 1-31. '0' was found.",
    '<freq: 1.50 minutes> <freq: now> <freq: 2.00 days> <freq: 1.00 hour> <freq: 10.00 seconds>',
    'True False False',
  ]);
});
