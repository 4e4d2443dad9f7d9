import { expect, test } from 'vitest';
import type { EngineClient } from '../bridge/client.ts';
import type { Reply, RunId } from '../bridge/protocol.ts';
import type { Inquiry, ValueNode, ValuesAnswer } from '../scenario/inspection.ts';
import { scenarioOf } from '../scenario/scenario.ts';
import { changesBetween } from './changes.ts';
import { createInquirer } from './inquirer.ts';
import { createInspection } from './inspection.ts';

const SCENARIO = scenarioOf('print(1)');
const OTHER = scenarioOf('print(2)');

function setUp() {
  let tell: (reply: Reply) => void = () => {};
  const asked: Inquiry[] = [];
  const none = () => 0 as RunId;
  const client: EngineClient = {
    ...{ run: none, explore: none, cancel: () => {}, dispose: () => {} },
    inspect: (_, inquiry) => asked.push(inquiry) as RunId,
    onReply: (listener) => {
      tell = listener;
    },
  };
  const inspection = createInspection(createInquirer(client));
  const answer = (repr = '') => {
    const values: ValuesAnswer = { kind: 'values', nodes: [], repr, isMissing: false };
    tell({ kind: 'inspected', run: asked.length as RunId, answer: values });
  };
  const look = (position: number, scenario = SCENARIO) =>
    inspection.look({ scenario, position, subject: { kind: 'running' } });
  const fail = () =>
    tell({ kind: 'finished', run: asked.length as RunId, ending: { kind: 'crashed', message: 'no engine' } });
  const positions = () => asked.map((inquiry) => (inquiry.kind === 'values' ? inquiry.position : -1));
  return { inspection, asked, answer, look, fail, positions };
}

test('while one answer is on its way only the last wish is kept', () => {
  const { answer, inspection, look, positions } = setUp();
  for (const position of [1, 2, 3, 4]) look(position);
  expect(positions()).toEqual([1]);
  answer('old');
  expect(inspection.getState().sight).toBeNull();
  answer('new');
  expect(positions()).toEqual([1, 4]);
  expect(inspection.getState().sight?.answer.repr).toBe('new');
  expect(inspection.getState().isAsking).toBe(false);
});

test('what was seen is not asked again, and is what the next sight is compared with', () => {
  const { answer, inspection, look, positions } = setUp();
  look(1);
  answer('one');
  look(2);
  answer('two');
  expect(inspection.getState().before?.position).toBe(1);
  look(1);
  expect(positions()).toEqual([1, 2]);
  expect(inspection.getState().sight?.answer.repr).toBe('one');
  expect(inspection.getState().before?.position).toBe(2);
  look(1, OTHER);
  answer('other');
  expect(inspection.getState().before).toBeNull();
});

test('opening a node asks with all that is open, and keeps the comparison', () => {
  const { answer, asked, inspection, look } = setUp();
  look(1);
  answer();
  look(2);
  answer();
  inspection.toggle('a');
  inspection.more('b');
  answer();
  answer();
  expect(asked.at(-1)).toMatchObject({ position: 2, toggled: ['a'], wanted: { b: 150 } });
  expect(inspection.getState().before?.position).toBe(1);
  inspection.toggle('a');
  expect(asked.at(-1)).toMatchObject({ toggled: [] });
});

test('an engine that cannot be had is told of', () => {
  const { fail, inspection, look } = setUp();
  look(1);
  fail();
  expect(inspection.getState()).toMatchObject({ failure: 'no engine', isAsking: false });
});

function node(name: string, text: string, members: readonly ValueNode[] | null = null): ValueNode {
  return {
    ...{
      path: name,
      name,
      kind: 'variable',
      type: 'int',
      text,
      isBroken: false,
      isAbove: false,
      thing: null,
      site: null,
    },
    ...{ size: members?.length ?? 0, members },
  };
}

test('names that are new, values that have changed and names that are gone are told apart', () => {
  const { byPath, gone } = changesBetween(
    [node('a', '1'), node('b', '2'), node('c', '[…]', [node('x', '1'), node('y', '1')])],
    [node('a', '1'), node('b', '3'), node('c', '[…]', [node('x', '2')]), node('d', '4')],
  );
  expect([...byPath]).toEqual([
    ['b', { kind: 'changed', was: '2' }],
    ['c', { kind: 'changed', was: '2 of them' }],
    ['x', { kind: 'changed', was: '1' }],
    ['d', { kind: 'new' }],
  ]);
  expect([...gone]).toEqual([['c', ['y']]]);
});
