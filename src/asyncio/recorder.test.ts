import { expect, test } from 'vitest';
import { record } from './run-for-tests.ts';

const TWO = `
lock = asyncio.Lock()
async def child(n):
    async with lock: await asyncio.sleep(n)
async def main():
    a = asyncio.create_task(child(1)); b = asyncio.create_task(child(2))
    await asyncio.sleep(0.5); b.cancel('stop')
    await asyncio.gather(a, b, return_exceptions=True)
asyncio.run(main())`;

test('C1 a cancel request is told with whom it was passed on to', () => {
  expect(record(TWO).filter(([fact]) => fact === 'taskCancelRequested')).toEqual([
    ['taskCancelRequested', 'Task-3', 'Task-1', 'stop', 'Lock.acquire'],
  ]);
});

test('futures are named after what made them', () => {
  const labels = record(TWO)
    .filter(([fact]) => fact === 'futureCreated')
    .map(([, , label]) => label);
  expect(labels).toEqual(['sleep(0.5)', 'sleep(1)', 'Lock.acquire', 'gather']);
});

test('L3 an iteration has its phases in order: poll, timers, run', () => {
  const phases = record(TWO)
    .filter(([fact]) => fact === 'phaseEntered')
    .map(([, , phase]) => phase);
  expect(phases.slice(0, 6)).toEqual([1, 0, 2, 1, 0, 2]);
});

test('T6 every step that is resumed ends by a suspension or by the end of its task', () => {
  const facts = record(TWO).map(([fact]) => fact);
  const count = (name: string): number => facts.filter((fact) => fact === name).length;
  expect(count('taskResumed')).toBe(count('taskSuspended') + count('taskFinished'));
  expect(count('taskCreated')).toBe(count('taskFinished'));
});
