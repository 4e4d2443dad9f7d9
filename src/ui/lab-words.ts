/** The words of the guarantee lab. */
import type { Fate, OrderFate } from '../lab/verdict.ts';
import type { LabBroker, LabSetting, Switch, Victim } from '../scenario/lab/setting.ts';

export const BROKER_WORDS: Readonly<Record<LabBroker, string>> = {
  channels: 'Channels layer',
  memory: 'memory',
  redis: 'Redis',
  sqs: 'SQS',
  rabbitmq: 'RabbitMQ',
};

export const VICTIM_WORDS: Readonly<Record<Victim, string>> = {
  worker: 'the worker',
  child: 'its child',
  broker: 'the broker',
  producer: 'the producer',
  poison: 'poison order',
};

export const SWITCH_WORDS: Readonly<Record<Switch, string>> = {
  durable: 'durable',
  persistent: 'persistent',
  confirms: 'confirms',
  'late-ack': 'late ack',
  'reject-on-lost': 'reject on worker lost',
  idempotent: 'idempotent',
  'dead-letter': 'dead letter',
};

/** What a switch does, for whoever wonders. */
export const SWITCH_NOTES: Readonly<Record<Switch, string>> = {
  durable: 'What the broker has in its queues survives its own end.',
  persistent: 'Each message is written to disk with its queue.',
  confirms: 'The producer waits until the broker says that it has the message.',
  'late-ack': 'The broker may forget a message when the task is over, not when it begins.',
  'reject-on-lost': 'When the child that runs a task is killed, the message goes back into its queue.',
  idempotent: 'The task looks first whether the card has been charged.',
  'dead-letter': 'A message that has failed too often is put aside, where somebody can look at it.',
};

/** Where the documentation of RabbitMQ and Celery tells of it. */
export const SWITCH_DOCS: Readonly<Record<Switch, string>> = {
  durable: 'https://www.rabbitmq.com/docs/queues#durability',
  persistent: 'https://www.rabbitmq.com/docs/publishers#message-properties',
  confirms: 'https://www.rabbitmq.com/docs/confirms#publisher-confirms',
  'late-ack': 'https://docs.celeryq.dev/en/stable/userguide/configuration.html#task-acks-late',
  'reject-on-lost': 'https://docs.celeryq.dev/en/stable/userguide/configuration.html#task-reject-on-worker-lost',
  idempotent: 'https://docs.celeryq.dev/en/stable/userguide/tasks.html',
  'dead-letter': 'https://www.rabbitmq.com/docs/dlx',
};

/** Why there is nothing to switch. */
export const WITHOUT_WORDS: Readonly<Record<LabBroker, string>> = {
  channels: 'A channel layer has nothing of the kind.',
  memory: 'A queue in the memory of one process has nothing of the kind.',
  redis: 'Kombu has nothing of the kind for Redis.',
  sqs: 'Amazon does that by itself.',
  rabbitmq: '',
};

export const FATE_WORDS: Readonly<Record<Fate, string>> = { lost: 'lost', once: 'once', duplicated: 'twice or more' };

export function settingWords({ broker, on, victim }: LabSetting): string {
  const switches = on.length === 0 ? 'all switches off' : on.map((name) => SWITCH_WORDS[name]).join(', ');
  return `${BROKER_WORDS[broker]}, ${VICTIM_WORDS[victim]}, ${switches}`;
}

/** `order 1 lost, order 2 once`. */
export function fatesText(orders: readonly OrderFate[]): string {
  if (orders.length === 0) return 'the book was not read';
  return orders.map(({ charges, fate, order }) => `order ${order} ${fateText(fate, charges)}`).join(', ');
}

function fateText(fate: Fate, charges: number): string {
  return fate === 'duplicated' ? `charged ${charges} times` : fate;
}
