import { expect, test } from 'vitest';
import type { EngineClient } from '../bridge/client.ts';
import type { Reply, RunId } from '../bridge/protocol.ts';
import type { Intervention } from '../scenario/intervention.ts';
import { scenarioOf } from '../scenario/scenario.ts';
import { eventsFromText } from '../trace/from-text.ts';
import { TraceWriter } from '../trace/writer.ts';
import { commonPrefix } from './branches.ts';
import { selectBranches, selectLength } from './selectors.ts';
import { createStore } from './store.ts';

const CANCEL: Intervention = { kind: 'cancelTask', task: 'main', position: 3 };
const PRESS: Intervention = { kind: 'interrupt', position: 2 };

/** A store whose engine answers at once, with a run of so many turns. */
function setUp(turns: () => string = () => 'main c>--.!>-$') {
  let tell: (reply: Reply) => void = () => {};
  let runs = 0;
  const client: EngineClient = {
    run() {
      const run = ++runs as RunId;
      const writer = new TraceWriter();
      for (const event of eventsFromText(turns())) writer.record(event);
      const chunk = writer.takeChunk();
      queueMicrotask(() => {
        if (chunk !== null) tell({ kind: 'recorded', run, chunk });
        tell({ kind: 'finished', run, ending: { kind: 'completed', exitCode: 0 } });
      });
      return run;
    },
    explore: () => 0 as RunId,
    inspect: () => 0 as RunId,
    cancel: () => {},
    dispose: () => {},
    onReply: (listener) => {
      tell = listener;
    },
  };
  const store = createStore(client, scenarioOf('print(1)'));
  const act = async (intervention: Intervention) => {
    store.actions.act(intervention);
    await Promise.resolve();
  };
  return { store, act };
}

const counts = (store: ReturnType<typeof setUp>['store']) =>
  selectBranches(store.getState()).map(({ scenario }) => scenario.interventions.length);

test('what is done to a run makes a branch, at the same position and with the same selection', async () => {
  const { act, store } = setUp();
  store.actions.run();
  await Promise.resolve();
  store.actions.seek(3);
  store.actions.select({ kind: 'task', id: 1 });
  await act(CANCEL);
  const { position, scenario, selection } = store.getState();
  expect([position, selection.kind, scenario.interventions]).toEqual([3, 'task', [CANCEL]]);
  expect(counts(store)).toEqual([0, 1]);
});

test('interventions stand in order of position, and the newest can be taken back', async () => {
  const { act, store } = setUp();
  store.actions.run();
  await Promise.resolve();
  await act(CANCEL);
  await act(PRESS);
  expect(store.getState().scenario.interventions).toEqual([PRESS, CANCEL]);
  store.actions.withdraw(0);
  await Promise.resolve();
  expect(store.getState().scenario.interventions).toEqual([CANCEL]);
  // The branch with the one alone was run again in its place.
  expect(counts(store).sort()).toEqual([0, 1, 2]);
});

test('the original and the three newest are kept beside the one that is shown; editing the program ends it', async () => {
  const { act, store } = setUp();
  store.actions.run();
  await Promise.resolve();
  for (let count = 0; count < 7; count++) await act(PRESS);
  expect(counts(store)).toEqual([0, 4, 5, 6, 7]);
  store.actions.editFile('main.py', 'print(2)');
  store.actions.run();
  await Promise.resolve();
  expect(counts(store)).toEqual([7]);
});

test('between branches a common position stays, a later one is found again by what happens there', async () => {
  let turns = 'main c>--.!>-$';
  const { act, store } = setUp(() => turns);
  store.actions.run();
  await Promise.resolve();
  const length = selectLength(store.getState());
  store.actions.seek(3);
  turns = 'main c>-----.!>-$';
  await act(CANCEL);
  const [original, branch] = selectBranches(store.getState());
  if (original === undefined || branch === undefined) return expect.fail('two branches');
  store.actions.showBranch(original);
  expect(store.getState().position).toBe(3);
  expect(store.getState().scenario.interventions).toEqual([]);
  store.actions.seek(length);
  store.actions.showBranch(branch);
  expect(store.getState().position).toBe(selectLength(store.getState()));
  expect(counts(store)).toEqual([0, 1]);
});

test('two runs are the same up to the first thing that was done to only one of them', () => {
  const plain = scenarioOf('x');
  const [a, b] = [
    { ...plain, interventions: [PRESS] },
    { ...plain, interventions: [PRESS, CANCEL] },
  ];
  expect([commonPrefix(plain, a), commonPrefix(a, b), commonPrefix(b, b)]).toEqual([2, 3, Number.POSITIVE_INFINITY]);
  expect(commonPrefix(a, { ...plain, interventions: [PRESS, { kind: 'interrupt', timeUs: 9 }] })).toBe(0);
});
