import { expect, test } from 'vitest';
import type { EngineClient } from '../bridge/client.ts';
import type { Reply, RunId } from '../bridge/protocol.ts';
import { scenarioOf } from '../scenario/scenario.ts';
import type { Ending } from '../trace/ending.ts';
import { eventsFromText } from '../trace/from-text.ts';
import { TraceWriter } from '../trace/writer.ts';
import { selectNarration, sentenceAt, stepsWindow } from './narration.ts';
import { advance, stepsPerSecond } from './playback.ts';
import {
  selectAnchor,
  selectDiagnostics,
  selectEvent,
  selectIsEdited,
  selectIsStale,
  selectLanes,
  selectLength,
  selectWhy,
  selectWorld,
} from './selectors.ts';
import { createStore, type Store } from './store.ts';

const DONE: Ending = { kind: 'completed', exitCode: 0 };
const EVENTS = eventsFromText('main c>--.!>-$');

class FakeClient implements EngineClient {
  runs = 0;
  cancels = 0;
  private tell: (reply: Reply) => void = () => {};
  run(): RunId {
    this.runs++;
    return this.runs as RunId;
  }
  explore(): RunId {
    return this.run();
  }
  inspect(): RunId {
    return this.run();
  }
  cancel(): void {
    this.cancels++;
  }
  dispose(): void {}
  onReply(listener: (reply: Reply) => void): void {
    this.tell = listener;
  }
  reply(reply: Reply): void {
    this.tell(reply);
  }
}

function setUp() {
  const client = new FakeClient();
  const store = createStore(client, scenarioOf('print(1)'));
  const writer = new TraceWriter();
  const record = (from: number, to: number) => {
    for (const event of EVENTS.slice(from, to)) writer.record(event);
    const chunk = writer.takeChunk();
    if (chunk !== null) client.reply({ kind: 'recorded', run: client.runs as RunId, chunk });
  };
  const finish = (ending: Ending = DONE) => client.reply({ kind: 'finished', run: client.runs as RunId, ending });
  return { client, store, record, finish };
}

/** A store with the whole run recorded. */
function recorded(): Store {
  const { store, record, finish } = setUp();
  store.actions.run();
  record(0, EVENTS.length);
  finish();
  return store;
}

test('nothing runs until the user says so', () => {
  const { client, store } = setUp();
  store.actions.load(scenarioOf('print(2)'));
  store.actions.editFile('main.py', 'print(3)');
  expect(client.runs).toBe(0);
  store.actions.run();
  expect(client.runs).toBe(1);
  expect(store.getState().run.phase).toBe('running');
});

test('while a run streams in, the position stays at the end until the user goes elsewhere', () => {
  const { store, record } = setUp();
  store.actions.run();
  record(0, 3);
  expect(store.getState().position).toBe(3);
  store.actions.seek(1);
  record(3, 6);
  expect(store.getState().position).toBe(1);
  expect(selectLength(store.getState())).toBe(6);
});

test('a run that was asked to stop at a moment goes there as soon as it is recorded', () => {
  const { store, record, finish } = setUp();
  store.actions.run({ anchor: 'main#2:resume', step: 4, timeUs: 0 });
  record(0, 4);
  expect(store.getState().position).toBe(0);
  record(4, EVENTS.length);
  expect(store.getState().position).toBe(EVENTS.findLastIndex(({ kind }) => kind === 'task.resumed') + 1);
  finish();
  expect(store.getState().pending).toBeNull();
});

test('a moment whose anchor is gone falls back to its step', () => {
  const { store, record, finish } = setUp();
  store.actions.run({ anchor: 'gone#1:resume', step: 4, timeUs: 0 });
  record(0, EVENTS.length);
  finish();
  expect(store.getState().position).toBe(4);
});

test('replies of an older run change nothing', () => {
  const { client, store } = setUp();
  store.actions.run();
  const before = store.getState();
  client.reply({ kind: 'finished', run: 99 as RunId, ending: DONE });
  expect(store.getState().run).toBe(before.run);
});

test('a run ends as finished, rejected or crashed', () => {
  const phases = [DONE, { kind: 'rejected', diagnostics: [] }, { kind: 'crashed', message: 'oh' }] as const;
  const reached = phases.map((ending) => {
    const { store, finish } = setUp();
    store.actions.run();
    finish(ending);
    return store.getState().run.phase;
  });
  expect(reached).toEqual(['finished', 'rejected', 'crashed']);
});

test('the diagnostics of a rejected program can be selected', () => {
  const { store, finish } = setUp();
  const place = { file: 'main.py', line: 1, column: 0, endLine: 1, endColumn: 3 };
  store.actions.run();
  finish({ kind: 'rejected', diagnostics: [{ ...place, type: 'SyntaxError', message: "expected ':'" }] });
  expect(selectDiagnostics(store.getState())).toHaveLength(1);
});

test('the position stays within the trace', () => {
  const store = recorded();
  store.actions.seek(1e9);
  expect(store.getState().position).toBe(EVENTS.length);
  store.actions.step();
  expect(store.getState().position).toBe(EVENTS.length);
  store.actions.goToStart();
  store.actions.back();
  expect(store.getState().position).toBe(0);
  store.actions.seek(Number.NaN);
  expect(store.getState().position).toBe(EVENTS.length);
});

test('jumps stay where they are when there is nothing further', () => {
  const store = recorded();
  store.actions.goToStart();
  store.actions.jump('nextAwait');
  expect(selectEvent(store.getState())).toMatchObject({ kind: 'task.suspended' });
  const { position } = store.getState();
  store.actions.jump('nextAwait');
  expect(store.getState().position).toBe(position);
  store.actions.select({ kind: 'task', id: 1 });
  store.actions.jump('nextTurn');
  expect(selectEvent(store.getState())).toMatchObject({ kind: 'task.resumed' });
});

test('a selector gives the same object while nothing it depends on has changed', () => {
  const store = recorded();
  store.actions.seek(4);
  const before = store.getState();
  store.actions.setSpeed(4);
  const after = store.getState();
  expect(after).not.toBe(before);
  expect(selectWorld(after)).toBe(selectWorld(before));
  expect(selectLanes(after)).toBe(selectLanes(before));
  expect(selectEvent(after)).toBe(selectEvent(before));
});

test('sentence, steps, anchor and reason belong to the position', () => {
  const store = recorded();
  store.actions.goToStart();
  expect(selectNarration(store.getState())).toBe('');
  store.actions.jump('nextAwait');
  store.actions.select({ kind: 'task', id: 1 });
  const state = store.getState();
  const trace = 'trace' in state.run ? state.run.trace : null;
  if (trace === null) throw new Error('there is a trace');
  expect(selectNarration(state)).toBe(sentenceAt(trace, state.position));
  expect(stepsWindow(trace, state.position, 2).map(({ position }) => position)).toEqual([
    state.position,
    state.position + 1,
  ]);
  expect(stepsWindow(trace, state.position, 1)[0]).toMatchObject({ task: 1, sentence: selectNarration(state) });
  expect(selectAnchor(state)).toBe('main#1:suspend');
  expect(selectWhy(state)).toMatchObject({ verdict: 'nobody' });
});

test('an edit is noticed, and so is taking it back', () => {
  const store = recorded();
  expect(selectIsEdited(store.getState())).toBe(false);
  store.actions.editFile('main.py', 'print(2)');
  expect(selectIsEdited(store.getState())).toBe(true);
  expect(selectIsStale(store.getState())).toBe(true);
  store.actions.editFile('main.py', 'print(1)');
  expect(selectIsEdited(store.getState())).toBe(false);
  expect(selectIsStale(store.getState())).toBe(false);
});

test('playing goes on by speed and time, and ends at the end', () => {
  const at = { position: 0, fraction: 0, speed: 1, length: 10 };
  expect(advance(at, 125)).toEqual({ position: 0, fraction: 0.25, isAtEnd: false });
  expect(advance({ ...at, fraction: 0.75 }, 125)).toEqual({ position: 1, fraction: 0, isAtEnd: false });
  expect(advance({ ...at, position: 9, speed: 16 }, 100)).toEqual({ position: 10, fraction: 0, isAtEnd: true });
  expect(advance(at, 60_000).position).toBe(0);
  expect(stepsPerSecond(1000)).toBe(stepsPerSecond(16));
});

test('playing from the end begins at the start, and stops there again', () => {
  const store = recorded();
  store.actions.goToEnd();
  store.actions.play();
  expect(store.getState()).toMatchObject({ position: 0, isPlaying: true });
  store.actions.playedTo(3);
  expect(store.getState()).toMatchObject({ position: 3, isPlaying: true });
  store.actions.playedTo(EVENTS.length);
  expect(store.getState().isPlaying).toBe(false);
});
