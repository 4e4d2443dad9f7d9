/** Small systems with brokers that wait for acknowledgements: RabbitMQ and pika, and Celery with Redis. */

const OPEN = `import time

import pika

connection = pika.BlockingConnection(pika.ConnectionParameters('localhost'))
channel = connection.channel()
`;

const subscriber = (
  ...keys: readonly string[]
): string => `${OPEN}channel.exchange_declare('logs', exchange_type='topic')
queue = channel.queue_declare('', exclusive=True).method.queue
for key in ${JSON.stringify(keys)}:
    channel.queue_bind(queue, 'logs', key)


def callback(channel, method, properties, body):
    print(method.routing_key)


channel.basic_consume(queue, callback, auto_ack=True)
channel.start_consuming()
`;

/** As RabbitMQ's fifth tutorial has it; and a publisher who asks for confirms. */
export const TOPICS = {
  Procfile: 'rabbit: rabbitmq-server\nall: python all.py\nkern: python kern.py\nsend: python send.py\n',
  'all.py': subscriber('#'),
  'kern.py': subscriber('kern.*', '*.critical'),
  'send.py': `${OPEN}time.sleep(1)
channel.confirm_delivery()
for key in ['kern.critical', 'cron.info']:
    channel.basic_publish('logs', key, 'm')
channel.basic_publish('', 'nowhere', 'stray')
connection.close()
`,
};

/** Two workers of RabbitMQ's second tutorial: a task takes 2 s, and is acknowledged when it is done. */
export const WORK_QUEUE = {
  Procfile: 'rabbit: rabbitmq-server\na: python work.py\nb: python work.py\nsend: python send.py\n',
  'work.py': `${OPEN}channel.queue_declare('tasks', durable=True)


def work(channel, method, properties, body):
    time.sleep(2)
    print(body.decode(), 'again' if method.redelivered else '')
    channel.basic_ack(method.delivery_tag)


channel.basic_qos(prefetch_count=1)
channel.basic_consume('tasks', work)
channel.start_consuming()
`,
  'send.py': `${OPEN}time.sleep(1)
channel.queue_declare('tasks', durable=True)
for body in 'xyz':
    channel.basic_publish('', 'tasks', body, pika.BasicProperties(delivery_mode=2))
connection.close()
`,
};

const celery = (tasks: string, client: string) => ({
  Procfile: 'client: python client.py\nredis: redis-server\nworker: celery -A tasks worker -c 2\n',
  'tasks.py': `import os
import time

from celery import Celery, chord

REDIS = 'redis://localhost'
app = Celery('tasks', broker=REDIS, backend=REDIS)


${tasks}`,
  'client.py': `import time

from tasks import *

${client}`,
});

/** A chord of two, then its body. */
export const CHORD = celery(
  `@app.task
def add(x, y):
    time.sleep(x)
    return x + y


@app.task
def total(numbers):
    return sum(numbers)
`,
  'print(chord([add.s(1, 1), add.s(2, 2)])(total.s()).get())\n',
);

/** A task takes longer than Redis waits for its acknowledgement, and a second worker that starts sweeps. */
export const IMPATIENT = {
  ...celery(
    `app.conf.broker_transport_options = {'visibility_timeout': 5}


@app.task(acks_late=True)
def long():
    time.sleep(12)
    return 'done'
`,
    'result = long.delay()\ntime.sleep(20)\nprint(result.get())\n',
  ),
  Procfile: `client: python client.py
redis: redis-server
worker: celery -A tasks worker -c 2
late: python late.py
`,
  'late.py': `import subprocess
import time

time.sleep(6)
subprocess.run(['celery', '-A', 'tasks', 'worker', '-c', '1'])
`,
};

/** The first time it runs, the task ends the process in which it runs. */
export const DEADLY = celery(
  `@app.task(acks_late=True, reject_on_worker_lost=True)
def fatal():
    time.sleep(1)
    return 'survived'
`,
  'print(fatal.delay().get())\n',
);
