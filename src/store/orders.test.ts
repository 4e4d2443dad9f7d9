import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EngineClient } from '../bridge/client.ts';
import type { Reply, RunId } from '../bridge/protocol.ts';
import type { Outcome, OutcomeGroup } from '../scenario/orders.ts';
import { scenarioOf } from '../scenario/scenario.ts';
import { createOrders, FIRST_WISH, inOrder, regrouped, withNews } from './orders.ts';

const SCENARIO = scenarioOf('print(1)');
const ORDER = { seed: 0, choices: [] };
const printed = (output: string): Outcome => ({ ending: 'completed', words: '', output });
const group = (output: string, count = 1): OutcomeGroup => ({ outcome: printed(output), count, order: ORDER });

function setUp() {
  let tell: (reply: Reply) => void = () => {};
  let runs = 0;
  let cancels = 0;
  const begin = () => ++runs as RunId;
  const client: EngineClient = {
    ...{ run: begin, explore: begin, inspect: begin, cancel: () => void cancels++, dispose: () => {} },
    onReply: (listener) => {
      tell = listener;
    },
  };
  const orders = createOrders(client);
  return { orders, tell: (reply: Reply) => tell(reply), cancels: () => cancels };
}

const run = 1 as RunId;

test('news are added up until there is an end', () => {
  const { orders, tell } = setUp();
  orders.change({ runsMax: 50 });
  orders.begin(SCENARIO);
  tell({ kind: 'explored', run, news: { runs: 3, added: [group('a\n', 3)], counts: [3] }, end: null });
  expect(orders.getState().search).toMatchObject({ phase: 'running', runs: 3, plan: { ...FIRST_WISH, runsMax: 50 } });
  tell({ kind: 'explored', run, news: { runs: 9, added: [group('b\n')], counts: [8, 1] }, end: { kind: 'enough' } });
  expect(orders.getState().search).toMatchObject({
    phase: 'over',
    runs: 9,
    groups: [
      { outcome: { output: 'a\n' }, count: 8 },
      { outcome: { output: 'b\n' }, count: 1 },
    ],
  });
  tell({ kind: 'explored', run, news: { runs: 10, added: [], counts: [9, 1] }, end: null });
  expect(orders.getState().search).toMatchObject({ runs: 9 });
});

test('what is known stays when it is stopped or goes wrong; another search begins anew', () => {
  const { cancels, orders, tell } = setUp();
  orders.begin(SCENARIO);
  tell({ kind: 'explored', run, news: { runs: 1, added: [group('a\n')], counts: [1] }, end: null });
  orders.stop();
  expect(cancels()).toBe(1);
  tell({ kind: 'finished', run, ending: { kind: 'stopped' } });
  expect(orders.getState().search).toMatchObject({ phase: 'over', end: { kind: 'stopped' }, runs: 1 });
  orders.begin(SCENARIO);
  expect(orders.getState().search).toMatchObject({ phase: 'running', runs: 0, groups: [] });
  tell({ kind: 'finished', run: 2 as RunId, ending: { kind: 'crashed', message: 'no' } });
  expect(orders.getState().search).toMatchObject({ phase: 'crashed', message: 'no' });
});

test('groups are told apart by all, by the last line, or by how they end', () => {
  const groups = [group('x\n1\n', 2), group('y\n1\n', 3), group('x\n2\n', 4)];
  expect(regrouped(groups, 'output')).toEqual(groups);
  expect(regrouped(groups, 'last line').map(({ count, outcome }) => [count, outcome.output])).toEqual([
    [5, 'x\n1\n'],
    [4, 'x\n2\n'],
  ]);
  expect(regrouped(groups, 'ending').map(({ count }) => count)).toEqual([9]);
});

test('no run is lost, whatever they are told apart by', () => {
  const outcomes = fc.array(fc.tuple(fc.constantFrom('a\n', 'b\na\n', 'c\nb\n'), fc.integer({ min: 1, max: 9 })));
  fc.assert(
    fc.property(outcomes, fc.constantFrom('output', 'last line', 'ending'), (pairs, view) => {
      const groups = pairs.map(([output, count]) => group(output, count));
      const sum = (all: readonly OutcomeGroup[]) => all.reduce((total, { count }) => total + count, 0);
      expect(sum(regrouped(groups, view))).toBe(sum(groups));
    }),
  );
  expect(withNews({ groups: [group('a', 1)] }, { runs: 2, added: [], counts: [2] }).groups[0]?.count).toBe(2);
});

test('a scenario in an order holds its seed and its decisions, and in the usual one nothing more than before', () => {
  const choices = [{ nth: 1, chosen: 2 }];
  const forced = inOrder(SCENARIO, { seed: 7, choices });
  expect(forced.settings).toEqual({ seed: 7, choices });
  expect(inOrder(forced, ORDER)).toEqual(SCENARIO);
});
