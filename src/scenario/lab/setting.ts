/**
 * The guarantee lab: which broker, which switches are on, and what is killed. Which of it there is for which broker: the others have no
 * such thing, so that there is nothing to switch.
 */
import { PROCFILE } from '../procfile.ts';
import type { Scenario } from '../scenario.ts';

export const LAB_BROKERS = ['channels', 'memory', 'redis', 'sqs', 'rabbitmq'] as const;
export type LabBroker = (typeof LAB_BROKERS)[number];

/** What a guarantee is made of, in the order in which a message meets it. */
export const SWITCHES = [
  'durable',
  'persistent',
  'confirms',
  'late-ack',
  'reject-on-lost',
  'idempotent',
  'dead-letter',
] as const;
export type Switch = (typeof SWITCHES)[number];

/** What is killed. `poison`: an order that kills whoever works on it, each time. */
export const VICTIMS = ['worker', 'child', 'broker', 'producer', 'poison'] as const;
export type Victim = (typeof VICTIMS)[number];

export interface LabSetting {
  readonly broker: LabBroker;
  readonly victim: Victim;
  /** In their order, and only those that the broker has. */
  readonly on: readonly Switch[];
}

/** With what Celery itself switches on. */
export const FIRST_SETTING: LabSetting = {
  broker: 'rabbitmq',
  victim: 'worker',
  on: ['durable', 'persistent'],
};

const SWITCHES_OF: Readonly<Record<LabBroker, readonly Switch[]>> = {
  channels: ['durable', 'idempotent'],
  memory: ['late-ack', 'reject-on-lost', 'idempotent'],
  redis: ['durable', 'late-ack', 'reject-on-lost', 'idempotent'],
  sqs: ['late-ack', 'reject-on-lost', 'idempotent', 'dead-letter'],
  rabbitmq: SWITCHES,
};

const VICTIMS_OF: Readonly<Record<LabBroker, readonly Victim[]>> = {
  channels: ['worker', 'broker', 'producer'],
  memory: ['worker', 'child', 'poison'],
  redis: VICTIMS,
  sqs: ['worker', 'child', 'producer', 'poison'],
  rabbitmq: VICTIMS,
};

export function hasSwitch(broker: LabBroker, name: Switch): boolean {
  return SWITCHES_OF[broker].includes(name);
}

export function hasVictim(broker: LabBroker, victim: Victim): boolean {
  return VICTIMS_OF[broker].includes(victim);
}

/** What the broker does not have is off; a victim that it does not have is the worker. */
export function fitting({ broker, on, victim }: LabSetting): LabSetting {
  return {
    broker,
    victim: hasVictim(broker, victim) ? victim : 'worker',
    on: SWITCHES.filter((name) => on.includes(name) && hasSwitch(broker, name)),
  };
}

/** Only children die alone; everything else is watched without them. */
export function hasChildren({ victim }: LabSetting): boolean {
  return victim === 'child' || victim === 'poison';
}

const MARK = /^# The guarantee lab: (.+)$/m;

/** A line of the Procfile, which says nothing to those who run it. */
export function markOf({ broker, on, victim }: LabSetting): string {
  return `# The guarantee lab: ${[broker, victim, ...on].join(', ')}`;
}

/** Null: it is no program of the lab. */
export function labSettingOf({ files }: Pick<Scenario, 'files'>): LabSetting | null {
  const procfile = files.find(({ name }) => name === PROCFILE)?.text ?? '';
  const words = MARK.exec(procfile)?.[1]?.split(', ') ?? [];
  const broker = LAB_BROKERS.find((each) => words.includes(each));
  const victim = VICTIMS.find((each) => words.includes(each));
  if (broker === undefined || victim === undefined) return null;
  return fitting({ broker, victim, on: SWITCHES.filter((name) => words.includes(name)) });
}
