import { expect, test } from 'vitest';
import type { EngineClient } from '../bridge/client.ts';
import type { Reply, RunId } from '../bridge/protocol.ts';
import { type Question, scenarioOf } from '../scenario/scenario.ts';
import { eventsFromText } from '../trace/from-text.ts';
import { eventAt, visitRows } from '../trace/trace.ts';
import { TraceWriter } from '../trace/writer.ts';
import { createLesson, scoreOf } from './lesson.ts';
import { selectEnding, selectIsHiding, selectLanes, selectLength, selectTrace, selectWholeTrace } from './selectors.ts';
import { createStore } from './store.ts';

const EVENTS = eventsFromText('main c>--.!>-$');
const SUSPENDED = EVENTS.findIndex(({ kind }) => kind === 'task.suspended') + 1;
const RESUMED = EVENTS.findLastIndex(({ kind }) => kind === 'task.resumed') + 1;

const asked = (anchor: string, prompt: string): Question => ({
  at: { anchor, step: 0, timeUs: 0 },
  kind: 'free',
  prompt,
});
const QUESTIONS = [asked('main#1:suspend', 'What then?'), asked('main#2:resume', 'And then?')];

function setUp(questions: readonly Question[] = QUESTIONS) {
  let runs = 0;
  let tell: (reply: Reply) => void = () => {};
  const start = (): RunId => ++runs as RunId;
  const client: EngineClient = {
    ...{ run: start, explore: start, inspect: start, cancel: () => {}, dispose: () => {} },
    onReply: (listener) => {
      tell = listener;
    },
  };
  const store = createStore(client, { ...scenarioOf('print(1)'), questions });
  const lesson = createLesson(store, () => (prompt) => `${prompt} So.`);
  const run = () => {
    store.actions.run();
    const writer = new TraceWriter();
    for (const event of EVENTS) writer.record(event);
    const chunk = writer.takeChunk();
    if (chunk !== null) tell({ kind: 'recorded', run: runs as RunId, chunk });
    const streamed = selectLength(store.getState());
    tell({ kind: 'finished', run: runs as RunId, ending: { kind: 'completed', exitCode: 0 } });
    return streamed;
  };
  return { lesson, run, store };
}

test('a run that streams in is not to be seen, and stops at its first question', () => {
  const { lesson, run, store } = setUp();
  lesson.enter();
  expect(lesson.getState()).toEqual({ phase: 'waiting' });
  expect(run()).toBe(0);
  expect(lesson.getState()).toMatchObject({ phase: 'asked', draft: null, question: { prompt: 'What then?' } });
  expect(store.getState().position).toBe(SUSPENDED);
  expect(selectIsHiding(store.getState())).toBe(true);
});

test('what comes after an open question is not in the trace that the page sees', () => {
  const { lesson, run, store } = setUp();
  lesson.enter();
  run();
  const state = store.getState();
  const shown = selectTrace(state);
  expect(shown.length).toBe(SUSPENDED);
  expect(selectWholeTrace(state).length).toBe(EVENTS.length);
  expect(eventAt(shown, SUSPENDED)).toBeNull();
  const seen: number[] = [];
  visitRows(shown, (_, position) => seen.push(position));
  expect(Math.max(...seen)).toBeLessThanOrEqual(SUSPENDED);
  expect(selectLanes(state).lanes.every(({ finishedAt }) => finishedAt === 0)).toBe(true);
  expect(selectEnding(state)).toBeNull();
  for (const go of [store.actions.goToEnd, store.actions.step, () => store.actions.jump('nextAwait')]) go();
  expect(store.getState().position).toBe(SUSPENDED);
});

test('nothing is revealed before an answer, unless it is passed over', () => {
  const { lesson, run } = setUp();
  lesson.enter();
  run();
  lesson.reveal();
  expect(lesson.getState().phase).toBe('asked');
  lesson.draft({ kind: 'thought', text: 'It is woken.' });
  lesson.reveal();
  expect(lesson.getState()).toMatchObject({ phase: 'revealed', question: { because: 'What then? So.' } });
  lesson.next();
  lesson.skip();
  lesson.next();
  const over = lesson.getState();
  expect(over.phase).toBe('over');
  if (over.phase === 'over') expect(scoreOf(over.given)).toEqual({ right: 0, judged: 0, skipped: 1 });
});

test('after the last question all may be seen, and a new run is asked about anew', () => {
  const { lesson, run, store } = setUp();
  lesson.enter();
  run();
  for (let number = 0; number < QUESTIONS.length; number++) {
    lesson.skip();
    lesson.next();
  }
  expect(selectLength(store.getState())).toBe(EVENTS.length);
  expect(selectIsHiding(store.getState())).toBe(false);
  expect(run()).toBe(0);
  expect(lesson.getState()).toMatchObject({ phase: 'asked', given: [] });
});

test('who leaves sees all at once, and is asked nothing more', () => {
  const { lesson, run, store } = setUp();
  lesson.enter();
  run();
  lesson.leave();
  expect(lesson.getState()).toEqual({ phase: 'off' });
  expect(selectLength(store.getState())).toBe(EVENTS.length);
  expect(run()).toBe(EVENTS.length);
  expect(lesson.getState()).toEqual({ phase: 'off' });
});

test('the second question is asked where it belongs', () => {
  const { lesson, run, store } = setUp();
  run();
  lesson.enter();
  lesson.skip();
  lesson.next();
  expect(lesson.getState()).toMatchObject({ phase: 'asked', question: { at: RESUMED } });
  expect(store.getState().position).toBe(RESUMED);
});
