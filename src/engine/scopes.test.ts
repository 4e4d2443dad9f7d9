/** Timeouts, task groups and as_completed in the trace, and why a task waits at their end. */
import { expect, test } from 'vitest';
import { appendChunk, EMPTY_TRACE, eventsBetween, type Trace, worldAfter } from '../trace/trace.ts';
import { whyWaiting } from '../trace/why.ts';
import { runHeadlessNow } from './headless.ts';

const WORK = 'import asyncio\nasync def work(n):\n    await asyncio.sleep(n)\nasync def main():\n';

function traceOf(body: string): Trace {
  let trace: Trace = EMPTY_TRACE;
  const program = `${WORK}${body.replace(/^/gm, '    ')}\nasyncio.run(main())\n`;
  runHeadlessNow({
    files: { 'main.py': program },
    onChunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
  });
  return trace;
}

function scopesIn(body: string): readonly string[] {
  const trace = traceOf(body);
  return eventsBetween(trace, 0, trace.length).flatMap((event) =>
    event.kind === 'scope.changed' ? [`${event.type} ${event.state} ${event.count}`] : [],
  );
}

/** Of the main task, when it is parked on something of that name for the first time. */
function whyAt(body: string, label: string): string {
  const trace = traceOf(body);
  const position = eventsBetween(trace, 0, trace.length).findIndex((event, index) => {
    if (event.kind !== 'task.suspended') return false;
    return worldAfter(trace, index + 1).futures.get(event.future)?.label === label;
  });
  return whyWaiting(worldAfter(trace, position + 1), 1).sentence;
}

test('a timeout is told when it is entered, moved, over and left', () => {
  expect(scopesIn('async with asyncio.timeout(2):\n    await work(1)')).toEqual([
    'timeout entered 0',
    'timeout left 0',
  ]);
  expect(
    scopesIn('try:\n    async with asyncio.timeout(1):\n        await work(2)\nexcept TimeoutError: pass'),
  ).toEqual(['timeout entered 0', 'timeout expiring 0', 'timeout expired 0']);
});

test('a task group is told with those who join it and leave it', () => {
  expect(scopesIn('async with asyncio.TaskGroup() as g:\n    g.create_task(work(1)); g.create_task(work(2))')).toEqual([
    'TaskGroup entered 0',
    'TaskGroup entered 1',
    'TaskGroup entered 2',
    'TaskGroup waiting 2',
    'TaskGroup waiting 1',
    'TaskGroup left 0',
  ]);
});

test('a scope is forgotten when it is left', () => {
  const trace = traceOf('async with asyncio.timeout(2):\n    await work(1)');
  expect([...worldAfter(trace, trace.length).scopes.values()]).toEqual([]);
});

test('why: gather, shield, a task group and as_completed lead to those they wait for', () => {
  expect(whyAt('await asyncio.gather(work(1), work(2))', 'gather')).toMatch(/^main waits for A \(work\(1\)\) and B/);
  expect(whyAt('t = asyncio.create_task(work(1)); await asyncio.shield(t)', 'shield')).toMatch(/^main waits for A/);
  expect(whyAt('async with asyncio.TaskGroup() as g:\n    g.create_task(work(1))', 'TaskGroup')).toMatch(/waits for A/);
  expect(whyAt('for f in asyncio.as_completed([work(1), work(2)]): await f', 'as_completed')).toMatch(
    /^main waits for A \(work\(1\)\) and B/,
  );
});
