import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { scenarioOf } from '../scenario/scenario.ts';
import { CANCEL_PATIENCE_MS, engineWorker, type WorkerLike, workerClient } from './client.ts';
import type { Reply, Request, RunId } from './protocol.ts';

const SCENARIO = scenarioOf('print(1)');
const run = (number: number) => number as RunId;

class FakeWorker implements WorkerLike {
  readonly requests: Request[] = [];
  isAlive = true;
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  postMessage(request: Request): void {
    this.requests.push(request);
  }
  terminate(): void {
    this.isAlive = false;
  }
  reply(reply: Reply): void {
    this.onmessage?.({ data: reply } as MessageEvent<Reply>);
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const workers: FakeWorker[] = [];
  const replies: Reply[] = [];
  const client = workerClient(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  client.onReply((reply) => replies.push(reply));
  const worker = (index: number) => workers[index] ?? new FakeWorker();
  return { client, workers, replies, worker };
}

const stopped = (number: number): Reply => ({ kind: 'finished', run: run(number), ending: { kind: 'stopped' } });

test('replies of the current run are passed on, and the worker serves the next run too', () => {
  const { client, workers, replies, worker } = setUp();
  client.run(SCENARIO);
  worker(0).reply({ kind: 'started', run: run(1) });
  worker(0).reply(stopped(1));
  client.run(SCENARIO);
  expect(replies.map(({ kind }) => kind)).toEqual(['started', 'finished']);
  expect(workers).toHaveLength(1);
  expect(worker(0).requests.map(({ run }) => run)).toEqual([1, 2]);
});

test('a look inside is answered once, and the worker serves the next', () => {
  const { client, workers, replies, worker } = setUp();
  const inquiry = { kind: 'source', file: 'a.py' } as const;
  client.inspect(SCENARIO, inquiry);
  worker(0).reply({ kind: 'inspected', run: run(1), answer: { kind: 'source', file: 'a.py', text: null } });
  client.inspect(SCENARIO, inquiry);
  expect(replies).toHaveLength(1);
  expect(workers).toHaveLength(1);
});

test('a worker that answers a cancel in time is kept', () => {
  const { client, workers, replies, worker } = setUp();
  client.run(SCENARIO);
  client.cancel();
  worker(0).reply(stopped(1));
  vi.advanceTimersByTime(CANCEL_PATIENCE_MS * 2);
  expect(replies).toEqual([stopped(1)]);
  expect(workers).toHaveLength(1);
});

test('a worker that does not answer a cancel is ended, and the run is said to be stopped', () => {
  const { client, workers, replies, worker } = setUp();
  client.run(SCENARIO);
  client.cancel();
  client.cancel();
  vi.advanceTimersByTime(CANCEL_PATIENCE_MS - 1);
  expect(replies).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(replies).toEqual([stopped(1)]);
  expect(worker(0).isAlive).toBe(false);
  expect(workers).toHaveLength(2);
  worker(0).reply({ kind: 'started', run: run(1) });
  expect(replies).toHaveLength(1);
});

test('a new run ends the one before, whose late replies are ignored', () => {
  const { client, replies, worker } = setUp();
  client.run(SCENARIO);
  client.run(SCENARIO);
  worker(0).reply({ kind: 'started', run: run(1) });
  worker(1).reply(stopped(1));
  worker(1).reply({ kind: 'started', run: run(2) });
  expect(replies).toEqual([{ kind: 'started', run: run(2) }]);
  expect(worker(0).isAlive).toBe(false);
});

test('an error of the worker ends the run as crashed', () => {
  const { client, replies, worker } = setUp();
  client.run(SCENARIO);
  worker(0).onerror?.({ message: 'out of memory' } as ErrorEvent);
  expect(replies).toMatchObject([{ kind: 'finished', ending: { kind: 'crashed', message: 'out of memory' } }]);
});

test('cancelling when nothing runs does nothing', () => {
  const { client, workers } = setUp();
  client.cancel();
  vi.advanceTimersByTime(CANCEL_PATIENCE_MS * 2);
  expect(workers).toEqual([]);
});

test('a real worker will do', () => {
  const client = workerClient(engineWorker);
  expect(() => client.dispose()).not.toThrow();
});
