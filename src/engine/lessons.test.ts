/** Questions and decisions, made from real runs: what is called true did happen, and nothing else is accepted. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Decision, decisionsOf, judgePick, ROLES, rolesOf } from '../lesson/decisions.ts';
import { lessonOf } from '../lesson/lesson.ts';
import { judge, type Question, truthText } from '../lesson/question.ts';
import { galleryEntry } from '../scenario/gallery/gallery.ts';
import type { Question as Asked } from '../scenario/scenario.ts';
import { appendChunk, EMPTY_TRACE, eventAt, type Trace, worldAfter } from '../trace/trace.ts';
import { quoted, taskName, taskWithLabel, timeText } from '../trace/words.ts';
import { runHeadlessNow } from './headless.ts';

const IMPORTS = 'import asyncio, threading, time\n';

function record(program: string): Trace {
  let trace: Trace = EMPTY_TRACE;
  runHeadlessNow({
    files: { 'main.py': `${IMPORTS}${program}\nasyncio.run(main())\n` },
    onChunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
  });
  return trace;
}

const RACE = `
async def race(name, seconds):
    await asyncio.sleep(seconds)
    print(name, 'arrives')
    return name
async def main():
    print(await asyncio.gather(race('tortoise', 3), race('hare', 1), race('dog', 2)))`;

const TIED = `
async def say(word):
    await asyncio.sleep(1)
    print(word)
async def main():
    await asyncio.gather(say('a'), say('b'))`;

const LOCKED = `
async def buy(name, lock):
    async with lock:
        await asyncio.sleep(1)
        print(name)
async def main():
    lock = asyncio.Lock()
    first = asyncio.create_task(buy('Ann', lock))
    second = asyncio.create_task(buy('Ben', lock))
    await first
    await second`;

const CANCELLED = `
async def patient():
    try:
        await asyncio.sleep(9)
    finally:
        print('cleaned up')
async def main():
    task = asyncio.create_task(patient())
    await asyncio.sleep(1)
    task.cancel()
    print('asked')
    await asyncio.sleep(0)
    print(task.cancelled())`;

const STUCK = `
async def left(one, two):
    async with one:
        await asyncio.sleep(1)
        async with two:
            print('left')
async def main():
    one, two = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(left(one, two), left(two, one))`;

function asked(kind: Asked['kind'], anchor: string, prompt = 'What then?'): Asked {
  return { at: { anchor, step: 0, timeUs: 0 }, kind, prompt };
}

function ask(trace: Trace, kind: Asked['kind'], anchor: string, prompt?: string): Question {
  const [question] = lessonOf(trace, [asked(kind, anchor, prompt)]).filter((each) => each.prompt !== null);
  if (question === undefined) throw new Error('there is a question');
  return question;
}

function accepted(question: Question): readonly string[] {
  if (question.form !== 'choice') return [];
  return question.options
    .filter((_, option) => judge(question, { kind: 'choice', option }) !== 'wrong')
    .map(({ text }) => text);
}

test('who has made a task goes on: the task only joins the ready queue', () => {
  const question = ask(record(LOCKED), 'next', 'Task-2#1:created');
  expect(truthText(question)).toBe('main: it goes on');
  expect(question.rule).toBe('untilAwait');
  expect(accepted(question)).toEqual(['main: it goes on']);
});

test('with nothing ready the first timer that is due says who runs next', () => {
  const question = ask(record(RACE), 'next', 'Task-4#1:suspend');
  expect(question.form === 'choice' && question.options.map(({ text }) => text)).toEqual([
    'main',
    "A (race('tortoise', 3))",
    "B (race('hare', 1))",
    "C (race('dog', 2))",
  ]);
  expect(accepted(question)).toEqual(["B (race('hare', 1))"]);
  expect(question.reason).toContain('t = 1.0 s');
});

test('timers of one instant: either task is a right answer, and the reason says so', () => {
  const question = ask(record(TIED), 'next', 'Task-3#1:suspend');
  expect(accepted(question)).toEqual(["A (say('a'))", "B (say('b'))"]);
  expect(question.rule).toBe('equalTimers');
  const printed = ask(record(TIED), 'value', 'Task-3#1:suspend', 'What is printed?');
  expect(accepted(printed)).toEqual(expect.arrayContaining(['"a"', '"b"']));
});

test('a task that has been asked to cancel does not run at once', () => {
  const question = ask(record(CANCELLED), 'next', 'Task-2#1:cancel');
  expect(truthText(question)).toBe('main: it goes on');
});

test('when a gather goes on is the longest of its waits, and neither their sum nor the shortest', () => {
  const question = ask(record(RACE), 'value', 'Task-4#1:suspend', 'At what time does main go on?');
  expect(truthText(question)).toBe('t = 3.0 s');
  expect(question.form === 'choice' && question.options.map(({ text }) => text)).toContain('t = 6.0 s');
  expect(accepted(question)).toEqual(['t = 3.0 s']);
});

test('why a task waits names who wakes it: the holder of the lock, the last child, a timer, nobody', () => {
  const lock = ask(record(LOCKED), 'why', 'Task-3#1:suspend', 'Why does Ben wait?');
  expect(truthText(lock)).toBe("A (buy('Ann', <Lock>)), which releases Lock lock");
  expect(lock.reason).toContain('A wakes B');
  const gathered = ask(record(RACE), 'why', 'Task-4#1:suspend', 'What does main wait for?');
  expect(truthText(gathered)).toBe("A (race('tortoise', 3)), when it ends");
  const timer = ask(record(RACE), 'why', 'Task-4#1:suspend', 'Why does the hare wait?');
  expect(truthText(timer)).toBe('a timer, at t = 1.0 s');
  const stuck = ask(record(STUCK), 'why', 'Task-3#2:suspend', 'Who wakes main?');
  expect(truthText(stuck)).toBe('nobody: it waits for ever');
});

test('of several that end at one instant each may be the last', () => {
  const question = ask(record(TIED), 'why', 'Task-3#1:suspend', 'Who wakes main?');
  expect(accepted(question)).toEqual(["A (say('a')), when it ends", "B (say('b')), when it ends"]);
});

test('an order of events accepts every order that timers of one instant allow, and no other', () => {
  const longer = `
async def say(word):
    print('begin', word)
    await asyncio.sleep(1)
    print(word)
    await asyncio.sleep(1)
async def main():
    await asyncio.gather(say('a'), say('b'))`;
  const order = ask(record(longer), 'order', 'Task-3#1:suspend');
  if (order.form !== 'order') throw new Error('it is an order');
  const texts = order.legal.map((each) => each.map((index) => order.items[index]));
  expect(texts[0]?.slice(0, 2)).toEqual(['A prints "a"', 'A begins to wait for sleep(1)']);
  expect(order.legal.length).toBeGreaterThan(1);
  expect(judge(order, { kind: 'order', order: order.legal[1] ?? [] })).toBe('also');
  expect(judge(order, { kind: 'order', order: (order.legal[0] ?? []).toReversed() })).toBe('wrong');
});

test('what cannot be computed is asked openly, and what an author says is kept for afterwards', () => {
  const trace = record(RACE);
  const [question] = lessonOf(trace, [asked('order', 'Task-1#1:finish', 'And then?')], () => 'Nothing.').slice(-1);
  expect(question).toMatchObject({ form: 'free', prompt: 'And then?', because: 'Nothing.' });
});

test('no question of a lesson is asked after its own answer was shown', () => {
  for (const program of [RACE, LOCKED, CANCELLED, STUCK]) {
    const lesson = lessonOf(record(program), []);
    expect(lesson.length).toBeGreaterThan(0);
    for (const [index, question] of lesson.entries())
      expect(question.at).toBeGreaterThanOrEqual(lesson[index - 1]?.to ?? 0);
  }
});

test('threads: each that could run is a right answer', () => {
  const program = `
def work(name):
    time.sleep(1)
    print(name)
async def main():
    for name in 'ab':
        threading.Thread(target=work, args=(name,), name=name).start()
    await asyncio.sleep(2)`;
  const trace = record(program);
  const lesson = lessonOf(trace, [asked('next', 'a#1:suspend')]);
  for (const question of lesson) expectSound(trace, question);
});

// --- any program ------------------------------------------------------------------------------------------------------

const PROGRAMS = fc.record({
  sleeps: fc.array(fc.array(fc.constantFrom(0, 1, 2), { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
  how: fc.constantFrom('gather', 'group', 'lock', 'queue'),
});

function programOf({ how, sleeps }: { readonly how: string; readonly sleeps: readonly (readonly number[])[] }): string {
  const body = {
    gather: '',
    group: '',
    lock: '        async with shared:\n    ',
    queue: '        await shared.put(name)\n',
  };
  const line = how === 'queue' ? `${body.queue}        ` : how === 'lock' ? `${body.lock}        ` : '        ';
  const calls = sleeps.map((each, index) => `work('w${index}', [${each.join(', ')}], shared)`);
  const run =
    how === 'group'
      ? `async with asyncio.TaskGroup() as group:\n${calls.map((call) => `        group.create_task(${call})`).join('\n')}`
      : `await asyncio.gather(${calls.join(', ')})`;
  return `
async def work(name, sleeps, shared):
    for nth, seconds in enumerate(sleeps):
${line}await asyncio.sleep(seconds)
        print(name, nth)
async def main():
    shared = asyncio.Lock() if ${how === 'lock' ? 'True' : 'False'} else asyncio.Queue()
    ${run}`;
}

/** What the trace itself says of the answer, found in another way than the question was made. */
function expectSound(trace: Trace, question: Question): void {
  if (question.form === 'free') return;
  expect(judge(question, { kind: 'skipped' })).toBe('unjudged');
  if (question.form === 'order') {
    const all = question.items.map((_, index) => index);
    expect(question.items.length).toBeGreaterThanOrEqual(5);
    for (const legal of question.legal) expect([...legal].sort((a, b) => a - b)).toEqual(all);
    expect(judge(question, { kind: 'order', order: question.legal[0] ?? [] })).toBe('right');
    expect(question.legal[0]).not.toEqual(all);
    return;
  }
  const { options, truth } = question;
  expect(options.length).toBeGreaterThanOrEqual(2);
  expect(options.length).toBeLessThanOrEqual(4);
  expect(new Set(options.map(({ text }) => text)).size).toBe(options.length);
  expect(options[truth]?.isLegal).toBe(true);
  for (const [option, { isLegal }] of options.entries())
    expect(judge(question, { kind: 'choice', option })).toBe(option === truth ? 'right' : isLegal ? 'also' : 'wrong');
  const text = options[truth]?.text ?? '';
  const after = worldAfter(trace, question.to);
  const event = eventAt(trace, question.to - 1);
  if (question.ask === 'Whose code runs next?')
    expect(text.replace(': it goes on', '')).toBe(taskWithLabel(after, after.runningTask));
  if (question.ask === 'What is printed next?')
    expect(event?.kind === 'output.written' && quoted(event.text.trimEnd())).toBe(text);
  if (question.kind === 'value' && question.ask.endsWith('go on?')) {
    expect(text).toBe(timeText(after.timeUs));
    expect(question.ask).toContain(taskName(after, after.runningTask));
  }
}

test('of any program: the truth is among the options and did happen, and no distractor is accepted', () => {
  const property = fc.property(PROGRAMS, (init) => {
    const trace = record(programOf(init));
    for (const question of lessonOf(trace, [])) expectSound(trace, question);
    for (const role of ROLES) for (const decision of decisionsOf(trace, role)) expectDecided(trace, decision);
  });
  fc.assert(property, { numRuns: 25 });
});

function expectDecided(trace: Trace, { at, cards, to, truth }: Decision): void {
  const decision = { role: 'loop', at, cards, to, truth, ask: '' } as const;
  expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
  expect(judgePick(decision, truth)).toBe('right');
  for (const { id, isLegal } of cards)
    expect(judgePick(decision, id)).toBe(id === truth ? 'right' : isLegal ? 'also' : 'wrong');
  const event = eventAt(trace, to - 1);
  if (event?.kind === 'task.resumed' || event?.kind === 'handle.started') expect(truth).toBe(`h${event.handle}`);
}

test('a loop runs what has been ready longest, and sleeps for what is due first', () => {
  const trace = record(RACE);
  expect(rolesOf(trace)).toEqual(['loop']);
  const [first, ...rest] = decisionsOf(trace, 'loop');
  expect(first?.cards.find(({ id }) => id === first.truth)?.title).toBe("A's first step");
  const sleep = rest.find(({ ask: what }) => what.startsWith('Nothing is ready'));
  expect(sleep?.cards).toHaveLength(3);
  const wrong = sleep?.cards.filter(({ isLegal }) => !isLegal) ?? [];
  expect(wrong.map(({ says }) => says).join(' ')).toContain('Something else comes at t = 1.0 s already.');
});

test('of timers of one instant the loop may sleep for either', () => {
  const sleep = decisionsOf(record(TIED), 'loop').find(({ ask: what }) => what.startsWith('Nothing is ready'));
  expect(sleep?.cards.every(({ isLegal }) => isLegal)).toBe(true);
});

// --- brokers and channel layers ---------------------------------------------------------------------------------------

/** A scenario of the gallery: programs of several processes are long. */
function recordEntry(slug: string): Trace {
  const scenario = galleryEntry(slug)?.scenario;
  if (scenario === undefined) throw new Error(`there is a scenario ${slug}`);
  let trace: Trace = EMPTY_TRACE;
  const { network, seed, formation } = scenario.settings;
  runHeadlessNow({
    files: Object.fromEntries(scenario.files.map(({ name, text }) => [name, text])),
    ...{ interventions: scenario.interventions, seed, formation, network },
    onChunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
  });
  return trace;
}

function truthOf({ cards, truth }: Decision): string {
  return cards.find(({ id }) => id === truth)?.title ?? '';
}

test('a broker goes round its consumers, passes over full windows, and puts back what comes back', () => {
  const trace = recordEntry('prefetch-window');
  expect(rolesOf(trace)).toEqual(['broker']);
  const decisions = decisionsOf(trace, 'broker');
  expect(decisions.slice(0, 5).map(truthOf)).toEqual([
    'consumer 1',
    'consumer 2',
    'consumer 1',
    'consumer 2',
    'nobody, for now',
  ]);
  // Of two that have had nothing yet none is promised to be first.
  expect(
    decisions[0]?.cards
      .filter(({ isLegal }) => isLegal)
      .map(({ title }) => title)
      .sort(),
  ).toEqual(['consumer 1', 'consumer 2']);
  const full = decisions[4]?.cards.find(({ title }) => title === 'consumer 1');
  expect([full?.isLegal, full?.rule]).toEqual([false, 'window']);
  const back = decisions.filter(({ ask: what }) => what.includes('comes back'));
  expect(back.map(truthOf).slice(0, 2)).toEqual(['to the head', 'between the others']);
});

test('a channel layer drops a copy for a full member of a group, and tells who sends to one channel', () => {
  const decisions = decisionsOf(recordEntry('full-member'), 'layer');
  const told = decisions.map((decision) => [decision.ask.includes('for group'), truthOf(decision)]);
  expect(told).toEqual(
    expect.arrayContaining([
      [true, 'it is dropped'],
      [true, 'it stands in the channel'],
      [false, 'ChannelFull'],
    ]),
  );
  for (const { cards } of decisions) expect(cards.filter(({ isLegal }) => isLegal)).toHaveLength(1);
});

test('a lesson of a program with a broker asks what the broker decides', () => {
  const lesson = lessonOf(recordEntry('prefetch-window'), []);
  expect(lesson.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['roundRobin', 'window', 'returned']));
});
