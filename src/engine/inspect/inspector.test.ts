import { expect, test } from 'vitest';
import { readShipped } from '../../python/library/node-source.mjs';
import { GALLERY } from '../../scenario/gallery/gallery.ts';
import type { Subject, ValueNode, ValuesAnswer, ValuesInquiry } from '../../scenario/inspection.ts';
import { type Scenario, scenarioOf } from '../../scenario/scenario.ts';
import { traceHash } from '../../trace/fingerprint.ts';
import { appendChunk, EMPTY_TRACE, eventAt, type Trace, worldAfter } from '../../trace/trace.ts';
import { loadAllParts } from '../late-parts.ts';
import { PAGE_LIMITS, runProgram } from '../program.ts';
import { Inspector } from './inspector.ts';
import { watched } from './stop.ts';

await loadAllParts();

const SHELF = { readLibrary: (name: string) => readShipped(name) ?? null, codeCache: null };
const SLOW = { timeout: 60_000 };

function record({ files, interventions, settings }: Scenario): Trace {
  let trace = EMPTY_TRACE;
  runProgram({
    ...{ files, interventions, limits: PAGE_LIMITS, ...settings, ...SHELF },
    write: () => undefined,
    onChunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
  });
  return trace;
}

function setUp(text: string | Scenario) {
  const scenario = typeof text === 'string' ? scenarioOf(text) : text;
  const trace = record(scenario);
  const inspector = new Inspector(SHELF);
  const look = (position: number, subject: Subject, more: Partial<ValuesInquiry> = {}): ValuesAnswer => {
    const answer = inspector.answer(scenario, {
      ...{ kind: 'values', position, subject, toggled: [], wanted: {} },
      ...more,
    });
    if (answer.kind !== 'values') throw new Error(`an answer of the kind ${answer.kind}`);
    return answer;
  };
  /** The position before a line of the main file runs, for the nth time. */
  const before = (line: number, nth = 1): number => {
    let left = nth;
    for (let position = 1; position <= trace.length; position++) {
      const event = eventAt(trace, position - 1);
      const isThere = event?.kind === 'line.reached' && event.line === line;
      if (isThere && trace.codes[event.code]?.isUser === true && --left === 0) return position;
    }
    throw new Error(`line ${line} does not run so often`);
  };
  return { scenario, trace, inspector, look, before };
}

const RUNNING: Subject = { kind: 'running' };

/** `name = text` of all nodes that can be seen, indented. */
function shown(nodes: readonly ValueNode[], depth = 0): string[] {
  return nodes.flatMap(({ kind, members, name, site, text }) => [
    `${'  '.repeat(depth)}${name}${kind === 'frame' ? `:${site?.line}` : text === '' ? '' : ` = ${text}`}`,
    ...shown(members ?? [], depth + 1),
  ]);
}

const FETCH = `import asyncio
class Box:
    def __init__(self, n):
        self.n = n
    def __repr__(self):
        self.n += 1
        return f'Box({self.n})'
async def fetch(n):
    box = Box(n)
    items = [n, box]
    await asyncio.sleep(1)
    items.append(items)
    return n
async def main():
    a = asyncio.create_task(fetch(1), name='a')
    queue = asyncio.Queue(2)
    await queue.put('x')
    print(await a)
asyncio.run(main())
`;

test('a frame shows its variables as they are before its line runs', () => {
  const { before, look } = setUp(FETCH);
  const { nodes } = look(before(12), RUNNING);
  expect(shown(nodes).slice(0, 4)).toEqual(['fetch:12', '  n = 1', '  box = Box(2)', '  items = [1, <Box>]']);
  expect(look(before(10), RUNNING).nodes[0]?.members?.map(({ name }) => name)).toEqual(['n', 'box']);
});

test('a suspended task shows its await chain, through the library, and what it is', () => {
  const { before, look, trace } = setUp(FETCH);
  const position = before(12);
  const task = [...worldAfter(trace, position).tasks.values()].find(({ name }) => name !== 'a');
  const { nodes, repr } = look(position, { kind: 'task', id: task?.id ?? 0 });
  expect(nodes.map(({ name }) => name)).toEqual(['main', 'Task']);
  expect(shown(nodes)).toContain("  get_name() = 'Task-1'");
  expect(repr).toMatch(/^<Task pending name='Task-1' coro=<main\(\) running at main.py:18> wait_for=<Task/);
  const waiting = before(17) - 1;
  const first = [...worldAfter(trace, trace.length).tasks.values()].find(({ name }) => name === 'a');
  expect(look(waiting, { kind: 'task', id: first?.id ?? 0 }).nodes[0]).toMatchObject({
    name: 'fetch',
    site: { line: 8 },
  });
});

test('a repr that changes its object is shown, and the next look sees the object as it was', () => {
  const { before, inspector, look } = setUp(FETCH);
  const at = before(12);
  const text = () => shown(look(at, RUNNING).nodes)[2];
  expect([text(), text(), text()]).toEqual(['  box = Box(2)', '  box = Box(2)', '  box = Box(2)']);
  expect(inspector.runs).toBe(3);
  const clean = setUp('x = [1, 2]\ny = x\n');
  clean.look(clean.before(2), RUNNING);
  clean.look(clean.before(2), RUNNING);
  expect(clean.inspector.runs).toBe(1);
});

test('nodes open one by one, and an object inside itself is not opened again', () => {
  const { before, look } = setUp(FETCH);
  const at = before(13);
  const items = look(at, RUNNING).nodes[0]?.members?.[2]?.path ?? '';
  const open = look(at, RUNNING, { toggled: [items] }).nodes[0]?.members?.[2];
  expect(open?.members?.map(({ isAbove, name, size }) => [name, size, isAbove])).toEqual([
    ['[0]', 0, false],
    ['[1]', 1, false],
    ['[2]', 0, true],
  ]);
});

test('a repr that raises, never ends or waits for ever says so; big containers come in pages', () => {
  const { before, look } = setUp(`import time
class Bad:
    def __repr__(self): raise ValueError('no')
class Endless:
    def __repr__(self):
        while True: pass
class Wrong:
    def __repr__(self): return 3
bad, endless, wrong = Bad(), Endless(), Wrong()
many = {n: n for n in range(1000)}
text = 'x' * 1000
pass
`);
  const at = before(12);
  const top = look(at, RUNNING).nodes[0];
  const texts = top?.members?.map(({ isBroken, text }) => [isBroken, text.slice(0, 50)]);
  expect(texts?.slice(0, 3)).toEqual([
    [true, '<Bad: __repr__ raised ValueError: no>'],
    [true, '<Endless: __repr__ takes too long>'],
    [true, '<Wrong: __repr__ raised TypeError: __repr__ return'],
  ]);
  const many = top?.members?.find(({ name }) => name === 'many');
  expect([many?.size, many?.text]).toEqual([1000, '{0: 0, 1: 1, 2: 2, 3: 3, …}']);
  const path = many?.path ?? '';
  const opened = (wanted: Record<string, number>) =>
    look(at, RUNNING, { toggled: [path], wanted }).nodes[0]?.members?.find(({ name }) => name === 'many')?.members;
  expect(opened({})).toHaveLength(50);
  expect(opened({ [path]: 100 })?.at(-1)?.name).toBe('99');
});

test('attributes in slots, closures and exceptions are there; a property is not asked', () => {
  const { before, look } = setUp(`class Point:
    __slots__ = ('x', 'y')
    def __init__(self): self.x = 1
    @property
    def loud(self): print('asked')
def outer():
    secret = 4
    return lambda: secret
point, free = Point(), outer()
try: 1 / 0
except ZeroDivisionError as caught: pass; pass
`);
  const at = before(11, 2);
  const closed = look(at, RUNNING).nodes[0]?.members ?? [];
  const toggled = closed.map(({ path }) => path);
  expect(shown(look(at, RUNNING, { toggled }).nodes)).toEqual([
    '<module>:11',
    '  point = <__main__.Point object>',
    '    x = 1',
    "  caught = ZeroDivisionError('division by zero')",
    "    args = ('division by zero',)",
    '  definitions',
    expect.stringMatching('Point'),
    expect.stringMatching('outer'),
    expect.stringMatching('free'),
  ]);
});

test('what lies in the library is named with its file and line', () => {
  const { look, trace } = setUp(FETCH);
  let position = 1;
  while (worldAfter(trace, position).futures.size < 3) position++;
  const frames = look(position, RUNNING).nodes;
  expect(frames.some(({ site }) => site?.isUser === false && /asyncio\/\w+\.py$/.test(site.file))).toBe(true);
});

test('running again to any position records the very same events, and so does the next run', SLOW, () => {
  const threaded = GALLERY.filter(({ scenario: { files } }) =>
    files.every(({ text }) => /import threading/.test(text)),
  );
  for (const scenario of [scenarioOf(FETCH), ...threaded.slice(0, 1).map(({ scenario: each }) => each)]) {
    const { inspector, look, trace } = setUp(scenario);
    const hash = traceHash(trace);
    for (const share of [0.1, 0.5, 0.9, 1]) {
      const position = Math.max(1, Math.floor(trace.length * share));
      look(position, RUNNING);
      expect(
        inspector.answer(scenario, { kind: 'values', position, subject: RUNNING, toggled: [], wanted: {} }).kind,
      ).toBe('values');
    }
    expect(watched({ ...runOf(scenario), ...SHELF }, [], () => undefined)).toBe(trace.length);
    expect(traceHash(record(scenario))).toBe(hash);
  }
});

test('two processes have frames of their own', SLOW, () => {
  const found = GALLERY.find(({ scenario }) => scenario.files.some(({ name }) => name === 'Procfile'));
  if (found === undefined) return expect.fail('a scenario with several processes');
  const { look, trace } = setUp(found.scenario);
  const position = Math.floor(trace.length / 2);
  const living = worldAfter(trace, position).processes.filter(
    ({ label, status }) => status === null && label !== 'Procfile',
  );
  expect(living.length).toBeGreaterThan(1);
  for (const { id } of living) {
    const answer = look(position, { kind: 'process', id });
    expect([id, answer.isMissing, answer.nodes.length > 0]).toEqual([id, false, true]);
  }
});

test('before anything has happened, and for what is not there yet, the answer says so', () => {
  const { look } = setUp(FETCH);
  expect(look(0, RUNNING).isMissing).toBe(true);
  expect(look(5, { kind: 'task', id: 99 }).isMissing).toBe(true);
});

test('conditions are evaluated in the frame, errors are told, and nothing they do is kept', () => {
  const { before, inspector, scenario } = setUp(`seen = []
class Odd:
    def __bool__(self):
        seen.append(1)
        return len(seen) > 1
for n in range(6):
    odd = Odd()
    seen.append(n)
`);
  const positions = [1, 2, 3, 4, 5, 6].map((nth) => before(8, nth));
  const ask = (expression: string) => {
    const answer = inspector.answer(scenario, { kind: 'conditions', conditions: [{ expression, positions }] });
    return answer.kind === 'conditions' ? answer.results[0] : undefined;
  };
  expect(ask('n % 2 == 1')).toEqual({ positions: [1, 3, 5].map((at) => positions[at]), error: null, looked: 6 });
  expect(ask('len(seen) == 2')?.positions).toEqual([positions[2]]);
  // Without a run of its own for each the list would grow twice as fast.
  expect(ask('odd')?.positions).toEqual(positions.slice(1));
  expect(ask('seen.append(1) or len(seen) == 2')?.positions).toEqual([positions[1]]);
  expect(ask('nobody > 1')?.error).toEqual({ text: "NameError: name 'nobody' is not defined", position: positions[0] });
  expect(ask('n >')?.error).toEqual({ text: 'SyntaxError: invalid syntax', position: 0 });
});

test('the source of a library file is there by the name that the trace has for it', () => {
  const { inspector, scenario, trace } = setUp(FETCH);
  const file = trace.codes.find(({ isUser, file: name }) => !isUser && name.includes('asyncio'))?.file ?? '';
  const answer = inspector.answer(scenario, { kind: 'source', file });
  expect(answer.kind === 'source' && answer.text?.includes('def ')).toBe(true);
  expect(inspector.answer(scenario, { kind: 'source', file: '/nowhere.py' })).toMatchObject({ text: null });
});

function runOf({ files, interventions, settings }: Scenario) {
  return { files, interventions, limits: PAGE_LIMITS, ...settings };
}

test('a task that goes on is what runs, also at the very step at which it does', () => {
  const { look, trace } = setUp(`import asyncio
async def inner(depth):
    await asyncio.sleep(1)
async def main():
    place = 'here'
    await inner(3)
asyncio.run(main())`);
  const resumed = Array.from({ length: trace.length }, (_, at) => eventAt(trace, at)).findIndex(
    (event) => event?.kind === 'task.resumed' && event.waited !== 0,
  );
  const frames = look(resumed + 1, RUNNING).nodes.filter(({ kind }) => kind === 'frame');
  expect(frames.slice(0, 3).map(({ name }) => name)).toEqual(['sleep', 'inner', 'main']);
});
