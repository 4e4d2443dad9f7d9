import { expect, test } from 'vitest';
import { readShipped } from '../../python/library/node-source.mjs';
import type { Condition, ExploreEnd, ExplorePlan } from '../../scenario/orders.ts';
import { scenarioOf } from '../../scenario/scenario.ts';
import { diskCache } from '../cli/code-cache.ts';
import { runHeadlessNow } from '../headless.ts';
import { Exploration, explorationOf, GROUPS_MAX } from './explore.ts';

const CODE_CACHE = diskCache(import.meta.url);
const USUAL = { seed: 0, choices: [] };
/** Hundreds of runs, on a machine that may be busy. */
const SLOW = { timeout: 120_000 };

function exploring(
  text: string,
  plan: Partial<ExplorePlan>,
): { readonly found: Exploration; readonly end: ExploreEnd } {
  const { found, steps } = explorationOf(
    scenarioOf(text),
    { runsMax: 100, mayStretch: false, until: null, ...plan },
    { readLibrary: (name) => readShipped(name) ?? null, codeCache: CODE_CACHE },
  );
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { found, end: step.value };
  }
}

function firstWith(text: string, until: Condition, mayStretch = false) {
  const { end, found } = exploring(text, { runsMax: 1_000, until, mayStretch });
  const group = end.kind === 'found' ? found.groups[end.group] : undefined;
  if (group === undefined) throw new Error(`not found in ${found.runs} runs`);
  return { ...group, runs: found.runs };
}

const LOST_UPDATE = `import threading
counter = 0
def work():
    global counter
    for _ in range(3):
        counter += 1
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(counter)
`;

test('finds the order in which two threads lose a count, and the same order loses it again', SLOW, () => {
  const { order, outcome, runs } = firstWith(LOST_UPDATE, { kind: 'differs' });
  expect(Number(outcome.output)).toBeLessThan(6);
  expect(runs).toBeLessThan(200);
  const again = runHeadlessNow({ files: { 'main.py': LOST_UPDATE }, seed: order.seed, choices: order.choices });
  expect(again.stdout).toBe(outcome.output);
});

test('under a lock no order loses a count', SLOW, () => {
  const { end, found } = exploring(
    LOST_UPDATE.replace('counter += 1', 'with lock: counter += 1').replace(
      'counter = 0',
      'counter = 0; lock = threading.Lock()',
    ),
    { runsMax: 150 },
  );
  expect(end).toEqual({ kind: 'enough' });
  expect(found.groups.map(({ count, outcome }) => [count, outcome.output])).toEqual([[150, '6\n']]);
});

test('finds the order in which two locks deadlock', SLOW, () => {
  const { outcome } = firstWith(
    `import threading
a, b = threading.Lock(), threading.Lock()
def work(first, second):
    with first:
        with second:
            pass
threads = [threading.Thread(target=work, args=pair) for pair in ((a, b), (b, a))]
for t in threads: t.start()
for t in threads: t.join()
`,
    { kind: 'deadlock' },
  );
  expect(outcome.words).toMatch(/^Deadlock: .* held by .* held by /);
});

const RACE = `import asyncio, random
seats = 1
async def book(name):
    global seats
    if seats > 0:
        await asyncio.sleep(SLEEP)
        seats -= 1
async def main():
    global seats
    async with asyncio.TaskGroup() as group:
        group.create_task(book('a'))
        await asyncio.sleep(0.25)
        group.create_task(book('b'))
        await asyncio.sleep(0.25)
        group.create_task(book('c'))
    assert seats >= 0, f'{-seats} too many'
asyncio.run(main())
`;

test('finds the race of three tasks when their work takes its time by chance', SLOW, () => {
  const { outcome } = firstWith(RACE.replace('SLEEP', 'random.random() / 3'), { kind: 'assertion' });
  expect(outcome).toMatchObject({ ending: 'raised', words: expect.stringMatching(/^AssertionError: \d too many$/) });
});

test('finds the race of three tasks when sleeps stand for work of unknown length, and not otherwise', SLOW, () => {
  const program = RACE.replace('SLEEP', '0.2');
  expect(exploring(program, { runsMax: 30, until: { kind: 'assertion' } }).end).toEqual({ kind: 'enough' });
  expect(firstWith(program, { kind: 'assertion' }, true).outcome.words).toBe('AssertionError: 1 too many');
});

test('groups are counted, the usual outcome first, and news tells only what is new', SLOW, () => {
  const { found } = exploring(LOST_UPDATE, { runsMax: 60 });
  expect(found.groups[0]?.outcome.output).toBe('6\n');
  expect(found.groups.reduce((sum, { count }) => sum + count, 0)).toBe(60);
  expect(found.news().added).toHaveLength(found.groups.length);
  expect(found.news()).toEqual({ runs: 60, added: [], counts: found.groups.map(({ count }) => count) });
});

test('a program with more outcomes than are kept counts the rest with the last', () => {
  const found = new Exploration();
  for (let i = 0; i < GROUPS_MAX + 10; i++)
    found.add({ order: USUAL, decisions: [], sleeps: 0, outcome: { ending: 'completed', words: '', output: `${i}` } });
  expect(found.groups).toHaveLength(GROUPS_MAX);
  expect(found.groups.at(-1)?.count).toBe(11);
});
