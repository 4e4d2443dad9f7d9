/**
 * The catalogue of failures: what is done, and what becomes of each task over each broker. F11 cannot happen here (RULES.md of celery);
 * F3, F4 and F9 do not happen to SQS, which does not end. Visibility timeouts are of 20 s.
 */
import type { BrokerName, Failure, Outcome } from './failures.fixture.ts';

const kill = (process: string, seconds: number, signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL') =>
  ({ kind: 'signal', process, signal, timeUs: seconds * 1e6 }) as const;
const restart = (process: string, seconds: number) => ({ kind: 'restart', process, timeUs: seconds * 1e6 }) as const;

export interface Row extends Failure {
  readonly title: string;
  readonly outcomes: Readonly<Partial<Record<BrokerName, Readonly<Record<string, Outcome>>>>>;
}

export const ROWS: readonly Row[] = [
  {
    title: 'F1 the producer dies after one publish and before the next',
    client: "send('F1')\nos.kill(os.getpid(), signal.SIGKILL)\nsend('F1 too late')",
    until: 10,
    outcomes: {
      rabbit: { 'F1 early': 'ok', 'F1 late': 'ok' },
      redis: { 'F1 early': 'ok', 'F1 late': 'ok' },
      sqs: { 'F1 early': 'ok', 'F1 late': 'ok' },
      memory: { 'F1 early': 'L', 'F1 late': 'L' },
    },
  },
  {
    title: 'F2 no queue is bound; F13 it expires while nobody reads',
    client: `
send('F2', options={'exchange': 'amq.direct', 'routing_key': 'nobody'})
send('F13', options={'expires': 10})
time.sleep(15)`,
    workerFrom: 20,
    until: 40,
    outcomes: {
      rabbit: {
        'F2 early': 'L',
        'F2 late': 'L',
        'F13 early': 'L',
        'F13 late': 'L',
      },
      redis: {
        'F2 early': 'L',
        'F2 late': 'L',
        'F13 early': 'REVOKED',
        'F13 late': 'REVOKED',
      },
      sqs: { 'F2 early': 'L', 'F2 late': 'L', 'F13 early': 'REVOKED', 'F13 late': 'REVOKED' },
      memory: {
        'F2 early': 'L',
        'F2 late': 'L',
        'F13 early': 'REVOKED',
        'F13 late': 'REVOKED',
      },
    },
  },
  {
    title: 'F3 the broker is killed before anybody reads, and starts again; F4 the message was transient',
    client: "send('F3')\nsend('F4', options={'delivery_mode': 1})\ntime.sleep(15)",
    workerFrom: 10,
    interventions: [kill('broker.1', 7), restart('broker.1', 8)],
    until: 40,
    outcomes: {
      rabbit: {
        'F3 early': 'ok',
        'F3 late': 'ok',
        'F4 early': 'L',
        'F4 late': 'L',
      },
      redis: {
        'F3 early': 'L',
        'F3 late': 'L',
        'F4 early': 'L',
        'F4 late': 'L',
      },
      memory: {
        'F3 early': 'L',
        'F3 late': 'L',
        'F4 early': 'L',
        'F4 late': 'L',
      },
    },
  },
  {
    title: 'F5 the whole worker is killed when it holds a task; F7 when it runs one',
    client: "send('F7')\nsend('F5')",
    interventions: [kill('worker.1', 3), restart('worker.1', 5)],
    until: 130,
    outcomes: {
      rabbit: {
        'F5 early': 'R 5',
        'F5 late': 'R 10',
        'F7 early': 'L',
        'F7 late': 'R 5',
      },
      redis: {
        'F5 early': 'R 105',
        'F5 late': 'R 105',
        'F7 early': 'L',
        'F7 late': 'R 110',
      },
      sqs: { 'F5 early': 'R 21', 'F5 late': 'R 26', 'F7 early': 'L', 'F7 late': 'R 21' },
      memory: {
        'F5 early': 'L',
        'F5 late': 'L',
        'F7 early': 'L',
        'F7 late': 'L',
      },
    },
  },
  {
    title: 'F6 the child that runs it is killed',
    client: "send('F6', early, late, again, dies='once')",
    worker: '-c 2',
    until: 40,
    outcomes: {
      rabbit: { 'F6 early': 'F', 'F6 late': 'F', 'F6 again': 'R 11' },
      redis: { 'F6 early': 'F', 'F6 late': 'F', 'F6 again': 'R 11' },
      sqs: { 'F6 early': 'F', 'F6 late': 'F', 'F6 again': 'R 21' },
      memory: { 'F6 early': 'F', 'F6 late': 'F', 'F6 again': 'R 10' },
    },
  },
  {
    title: 'F8 the worker is killed after the effect and before the acknowledgement',
    client: "send('F8', then=5)",
    interventions: [kill('worker.1', 8), restart('worker.1', 9)],
    until: 130,
    outcomes: {
      rabbit: { 'F8 early': 'unknown', 'F8 late': 'D 9' },
      redis: { 'F8 early': 'unknown', 'F8 late': 'D 109' },
      sqs: { 'F8 early': 'unknown', 'F8 late': 'D 21' },
      memory: { 'F8 early': 'unknown', 'F8 late': 'unknown' },
    },
  },
  {
    title: 'F9 the worker lives and loses its broker while it runs a task',
    client: "send('F9')\ntime.sleep(10)",
    interventions: [kill('broker.1', 3), restart('broker.1', 30)],
    redis: '--appendonly yes',
    until: 130,
    outcomes: {
      rabbit: { 'F9 early': 'ok', 'F9 late': 'D 33' },
      redis: { 'F9 early': 'ok', 'F9 late': 'D 33' },
      memory: { 'F9 early': 'L', 'F9 late': 'L' },
    },
  },
  {
    title: 'F10 a task that runs, or waits, for longer than the visibility timeout',
    client: "send('F10', seconds=30)\nsend('F10 eta', options={'countdown': 30})",
    secondFrom: 25,
    until: 90,
    outcomes: {
      rabbit: {
        'F10 early': 'ok',
        'F10 late': 'ok',
        'F10 eta early': 'ok',
        'F10 eta late': 'ok',
      },
      redis: {
        'F10 early': 'ok',
        'F10 late': 'D 25',
        'F10 eta early': 'D 31',
        'F10 eta late': 'D 36',
      },
      sqs: { 'F10 early': 'ok', 'F10 late': 'D 31', 'F10 eta early': 'D 41', 'F10 eta late': 'D 51' },
      memory: {
        'F10 early': 'ok',
        'F10 late': 'ok',
        'F10 eta early': 'ok',
        'F10 eta late': 'ok',
      },
    },
  },
  {
    title: 'F12 a task that kills its child every time',
    client: "send('F12', again, seconds=2, dies='always')",
    worker: '-c 1',
    // It would never end.
    interventions: [kill('worker.1', 10)],
    until: 10,
    outcomes: {
      rabbit: { 'F12 again': 'endless' },
      redis: { 'F12 again': 'endless' },
      memory: { 'F12 again': 'endless' },
    },
  },
  {
    title: 'F12 a task that kills its child every time, where it comes back after ten seconds',
    client: "send('F12', again, seconds=2, dies='always')",
    worker: '-c 1',
    interventions: [kill('worker.1', 55)],
    until: 55,
    outcomes: { sqs: { 'F12 again': 'endless' } },
  },
  {
    title: 'F14 a warm shutdown',
    client: "send('F14 running')\nsend('F14 held')",
    interventions: [kill('worker.1', 3, 'SIGTERM'), restart('worker.1', 10)],
    until: 40,
    outcomes: {
      rabbit: {
        'F14 running early': 'ok',
        'F14 running late': 'ok',
        'F14 held early': 'R 10',
        'F14 held late': 'R 10',
      },
      redis: {
        'F14 running early': 'ok',
        'F14 running late': 'ok',
        'F14 held early': 'R 10',
        'F14 held late': 'R 10',
      },
      sqs: { 'F14 running early': 'ok', 'F14 running late': 'ok', 'F14 held early': 'R 16', 'F14 held late': 'R 16' },
      memory: {
        'F14 running early': 'ok',
        'F14 running late': 'ok',
        'F14 held early': 'L',
        'F14 held late': 'L',
      },
    },
  },
];
