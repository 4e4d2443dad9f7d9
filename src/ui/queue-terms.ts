/** What the terms of brokers and Celery mean, each in one sentence, and where their documentation says it. Loaded late. */
import type { QueueTermName } from './queue-words.ts';
import type { Meaning } from './terms.ts';

const RABBIT = 'https://www.rabbitmq.com/docs/';
const CELERY = 'https://docs.celeryq.dev/en/stable/';

export const QUEUE_TERMS: Readonly<Record<QueueTermName, Meaning>> = {
  'message queue': {
    sentence: 'Where a broker keeps messages in order until a consumer has acknowledged them.',
    page: `${RABBIT}queues`,
  },
  broker: {
    sentence: 'The server in the middle: it takes messages from those who send and keeps them for those who consume.',
    page: `${CELERY}getting-started/backends-and-brokers/index.html`,
  },
  publisher: {
    sentence: 'Who sends messages to an exchange, and does not know who will get them.',
    page: `${RABBIT}publishers`,
  },
  consumer: {
    sentence: 'Who has asked for the messages of a queue: the broker pushes them, as many as its prefetch allows.',
    page: `${RABBIT}consumers`,
  },
  'routing key': {
    sentence: 'A word that comes with a message, and that the exchange compares with those of its bindings.',
    page: `${RABBIT}exchanges`,
  },
  'virtual host': {
    sentence: 'A part of a broker with exchanges, queues and permissions of its own.',
    page: `${RABBIT}vhosts`,
  },
  exchange: {
    sentence:
      'Where messages are published: by its type and its bindings it decides into which queues each of them goes.',
    page: `${RABBIT}exchanges`,
  },
  binding: {
    sentence: 'What leads from an exchange to a queue: messages whose key matches it are put there.',
    page: `${RABBIT}exchanges`,
  },
  prefetch: {
    sentence: 'How many messages a consumer may hold without having acknowledged them.',
    page: `${RABBIT}consumer-prefetch`,
  },
  acknowledgement: {
    sentence:
      'A consumer says that it has done with a message: until then the broker keeps it, and may deliver it again.',
    page: `${RABBIT}confirms`,
  },
  redelivered: {
    sentence: 'It was delivered before, and may have been worked on: it came back as nobody acknowledged it.',
    page: `${RABBIT}consumers`,
  },
  'dead letter': {
    sentence:
      'A message that was rejected, has expired or found no room: it goes to another exchange, if its queue names one.',
    page: `${RABBIT}dlx`,
  },
  confirm: {
    sentence:
      'The broker tells who published that it has taken the message over; it does not tell that anybody got it.',
    page: `${RABBIT}confirms`,
  },
  'visibility timeout': {
    sentence: 'What is unacknowledged for so long is put back and delivered again, also if somebody still works on it.',
    page: `${CELERY}getting-started/backends-and-brokers/redis.html`,
  },
  'result backend': {
    sentence: 'Where Celery keeps what became of each task; of one that it knows nothing of it says PENDING.',
    page: `${CELERY}userguide/tasks.html`,
  },
  'task of Celery': {
    sentence: 'A function that is called by a message: a worker runs it somewhere else, some time later.',
    page: `${CELERY}userguide/tasks.html`,
  },
  'worker process': {
    sentence: 'A process that takes messages from queues and runs the function that each of them is for.',
    page: `${CELERY}userguide/workers.html`,
  },
  chain: {
    sentence: 'Tasks one after the other: each is sent when the one before it is done, and gets its result.',
    page: `${CELERY}userguide/canvas.html`,
  },
  'group of tasks': {
    sentence: 'Tasks that are sent together and run beside each other; nobody waits for all of them.',
    page: `${CELERY}userguide/canvas.html`,
  },
  chord: {
    sentence: 'A group with a body: when the last of its parts is done, the body is sent with all their results.',
    page: `${CELERY}userguide/canvas.html`,
  },
};
