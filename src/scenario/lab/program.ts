/**
 * The program of the guarantee lab: a producer sends a few orders, a worker charges a card for each, and long afterwards somebody reads
 * the bank's book. Each switch is a line of it that anyone would write.
 */
import { DEFAULT_SCENARIO, type Scenario, type ScenarioFile } from '../scenario.ts';
import { fitting, hasChildren, type LabSetting, markOf } from './setting.ts';

/** Seconds until the book is read: what waits for a visibility timeout has long been done again. A poison order goes round until then. */
const READ_AFTER = 300;
const POISON_READ_AFTER = 150;
/** A replacement is there so long after a kill, in microseconds. */
export const REPLACED_AFTER_US = 500_000;
const VISIBILITY_TIMEOUT = 60;
/** What waits behind the poison order is done before its visibility timeout ends. */
const POISON_SECONDS = 15;

const CELERY_NAMES = {
  channels: null,
  memory: 'memory://',
  redis: 'redis://localhost:6379/0',
  sqs: 'sqs://',
  rabbitmq: 'amqp://localhost',
} as const;

export function labScenario(wanted: LabSetting): Scenario {
  const setting = fitting(wanted);
  return {
    ...DEFAULT_SCENARIO,
    title: 'The guarantee lab',
    kind: setting.broker === 'channels' ? 'channels' : 'celery',
    files: filesOf(setting),
  };
}

function filesOf(setting: LabSetting): readonly ScenarioFile[] {
  const shared = [
    { name: 'book.py', text: book(setting) },
    { name: 'audit.py', text: audit(setting) },
    { name: 'Procfile', text: procfile(setting) },
  ];
  switch (setting.broker) {
    case 'channels':
      return [...CHANNELS_FILES, ...shared];
    case 'memory':
      return [{ name: 'service.py', text: service(setting) }, ...shared];
    case 'redis':
    case 'sqs':
    case 'rabbitmq':
      return [{ name: 'tasks.py', text: tasks(setting) }, { name: 'producer.py', text: producer(setting) }, ...shared];
  }
}

function procfile(setting: LabSetting): string {
  const { broker, on } = setting;
  const pool = hasChildren(setting) ? '-c 1' : '-P solo';
  const redis = `broker: redis-server --loglevel nothing${on.includes('durable') ? ' --appendonly yes' : ''}`;
  const celery = [`worker: celery -q -A tasks worker -Q celery ${pool}`, 'producer: python producer.py'];
  const lines = {
    channels: [redis, 'worker: python manage.py runworker -v 0', 'producer: python producer.py'],
    memory: [`worker: python service.py`],
    redis: [redis, ...celery],
    sqs: celery,
    rabbitmq: ['broker: rabbitmq-server', ...celery],
  }[broker];
  return `${[markOf(setting), ...lines, 'audit: python audit.py'].join('\n')}\n`;
}

function audit({ victim }: LabSetting): string {
  const [needs, end] =
    victim === 'poison'
      ? ['import os\nimport signal\n', '# Ctrl-C: else it goes round for ever.\nos.kill(os.getppid(), signal.SIGINT)\n']
      : ['', ''];
  return `"""Long afterwards the book is read."""
${needs}import time

from book import ORDERS, charges

time.sleep(${victim === 'poison' ? POISON_READ_AFTER : READ_AFTER})
for order in ORDERS:
    print(f'order {order}: charged {charges(order)} times')
${end}`;
}

function book({ on }: LabSetting): string {
  const once = `    if charges(order):
        return
`;
  return `"""The bank's book: a line for each charge. Whoever dies, it stays."""
ORDERS = (1, 2, 3)


def charge_card(order):
${on.includes('idempotent') ? once : ''}    with open('book.txt', 'a') as book:
        book.write(f'{order}\\n')
    print(f'order {order}: charged')


def charges(order):
    try:
        with open('book.txt') as book:
            return book.read().split().count(str(order))
    except FileNotFoundError:
        return 0
`;
}

function producer(setting: LabSetting): string {
  if (!hasDeadLetters(setting))
    return `from book import ORDERS
from tasks import charge

for order in ORDERS:
    charge.delay(order)
`;
  return `from kombu import Queue

from book import ORDERS
from tasks import app, charge

with app.connection() as connection:
    Queue('dead')(connection).declare()
for order in ORDERS:
    charge.delay(order)
`;
}

/** A queue of RabbitMQ for them is there when somebody has declared it. */
function hasDeadLetters({ broker, on }: LabSetting): boolean {
  return broker === 'rabbitmq' && on.includes('dead-letter');
}

function task({ victim }: LabSetting): string {
  const dies = `    if order == 2:
        os.kill(os.getpid(), signal.SIGKILL)
`;
  return `@app.task
def charge(order):
    time.sleep(${victim === 'poison' ? POISON_SECONDS : 1})
${victim === 'poison' ? dies : ''}    charge_card(order)
`;
}

function app(name: string, setting: LabSetting): string {
  const { broker, on, victim } = setting;
  const settings = [
    ...(broker === 'redis' ? [`broker_transport_options = {'visibility_timeout': ${VISIBILITY_TIMEOUT}}`] : []),
    ...(broker === 'sqs' ? ofSqs(on) : []),
    ...(broker === 'rabbitmq' ? ofRabbit(on) : []),
    ...(on.includes('late-ack') ? ['task_acks_late = True'] : []),
    ...(on.includes('reject-on-lost') ? ['task_reject_on_worker_lost = True'] : []),
  ];
  return [
    `app = Celery('${name}', broker='${CELERY_NAMES[broker] ?? ''}')`,
    ...settings.map((line) => `app.conf.${line}`),
    ...(victim === 'poison' ? ['# Order 2 kills whoever works on it, each time.'] : []),
  ].join('\n');
}

/** Its queue goes by what it was created with; the dead letters have a queue of their own. */
function ofSqs(on: LabSetting['on']): readonly string[] {
  if (!on.includes('dead-letter')) return [`broker_transport_options = {'visibility_timeout': ${VISIBILITY_TIMEOUT}}`];
  return [
    `broker_transport_options = {
    'visibility_timeout': ${VISIBILITY_TIMEOUT},
    'sqs-creation-attributes': {
        'RedrivePolicy': '{"deadLetterTargetArn": "arn:aws:sqs:us-east-1:1:dead", "maxReceiveCount": "3"}',
    },
}`,
  ];
}

/** RabbitMQ's own: by default Celery's queue is durable and its messages are persistent. */
function ofRabbit(on: LabSetting['on']): readonly string[] {
  return [
    ...(on.includes('confirms') ? ["broker_transport_options = {'confirm_publish': True}"] : []),
    ...(on.includes('persistent') ? [] : ["task_default_delivery_mode = 'transient'"]),
    ...queueLines(on),
  ];
}

/** Only a quorum queue counts deliveries, and it is always durable. */
function queueLines(on: LabSetting['on']): readonly string[] {
  const isDurable = on.includes('durable');
  if (!on.includes('dead-letter')) return isDurable ? [] : ["task_queues = [Queue('celery', durable=False)]"];
  const quorum = isDurable ? "\n    'x-queue-type': 'quorum', 'x-delivery-limit': 2," : '';
  return [
    `task_queues = [Queue('celery', durable=${isDurable ? 'True' : 'False'}, queue_arguments={${quorum}
    'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'dead',
})]`,
  ];
}

function imports({ victim }: LabSetting, ...own: readonly string[]): string {
  const system = [...own, ...(victim === 'poison' ? ['os', 'signal'] : []), 'time'];
  return [...new Set(system)]
    .sort()
    .map((name) => `import ${name}\n`)
    .join('');
}

function tasks(setting: LabSetting): string {
  const settings = app('tasks', setting);
  return `${imports(setting)}
from celery import Celery
${settings.includes('Queue(') ? 'from kombu import Queue\n' : ''}
from book import charge_card

${settings}


${task(setting)}`;
}

/** What has its broker in its own memory is all in one process. Started again, it knows which orders it had taken. */
function service(setting: LabSetting): string {
  const pool = hasChildren(setting) ? "'-c', '1'" : "'-P', 'solo'";
  return `${imports(setting, 'os')}
from celery import Celery

from book import ORDERS, charge_card

${app('service', setting)}


${task(setting)}

if __name__ == '__main__':
    for order in ORDERS:
        if not os.path.exists(f'order-{order}'):
            open(f'order-{order}', 'w').close()
            charge.delay(order)
    app.worker_main(['-q', 'worker', ${pool}])
`;
}

const CHANNELS_FILES: readonly ScenarioFile[] = [
  {
    name: 'consumers.py',
    text: `import time

from book import charge_card


def charge(message):
    time.sleep(1)
    charge_card(message['order'])
`,
  },
  {
    name: 'producer.py',
    text: `import os

import django

os.environ['DJANGO_SETTINGS_MODULE'] = 'settings'
django.setup()

from channels import Channel

from book import ORDERS

for order in ORDERS:
    Channel('charge').send({'order': order})
`,
  },
  {
    name: 'routing.py',
    text: `from channels.routing import route

from consumers import charge

channel_routing = [route('charge', charge)]
`,
  },
  {
    name: 'settings.py',
    text: `SECRET_KEY = 'nothing to hide'
INSTALLED_APPS = ['channels']
CHANNEL_LAYERS = {
    'default': {
        'BACKEND': 'asgi_redis.RedisChannelLayer',
        'CONFIG': {'hosts': [('localhost', 6379)]},
        'ROUTING': 'routing.channel_routing',
    },
}
`,
  },
  {
    name: 'manage.py',
    text: `import os
import sys

os.environ['DJANGO_SETTINGS_MODULE'] = 'settings'
from django.core.management import execute_from_command_line

execute_from_command_line(sys.argv)
`,
  },
];
