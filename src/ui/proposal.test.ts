import { expect, test } from 'vitest';
import { readScenarioFile, writeScenarioFile } from '../scenario/file.ts';
import { type Scenario, scenarioOf } from '../scenario/scenario.ts';
import { proposalOf, slugOf } from './proposal.ts';

const at = { anchor: 'main#1:resume', step: 7, timeUs: 0 };
const RUN: Scenario = {
  ...scenarioOf('print(1)\n'),
  title: 'Two Köche, one knife & a very long story',
  view: { ...scenarioOf('').view, moment: at },
  engine: { version: '1', python: '3.14', fingerprint: 'abcd' },
};

test('a proposal is CC0, has two questions, a name and the fingerprint of its run, and is a file that can be read', () => {
  const proposal = proposalOf(RUN);
  if (!proposal.ok) throw new Error(proposal.sentence);
  const { name, scenario } = proposal;
  expect(name).toBe('two-koche-one-knife-a-ve');
  expect(scenario).toMatchObject({ licence: 'CC0-1.0', engine: RUN.engine, title: RUN.title });
  expect(scenario.questions.map(({ kind }) => kind)).toEqual(['next', 'why']);
  const file = writeScenarioFile(scenario);
  expect(file.ok && readScenarioFile(file.text)).toEqual({ ok: true, scenario });
});

test('without a run, or without a step, it says what is missing', () => {
  expect(proposalOf({ ...RUN, engine: null })).toMatchObject({ ok: false });
  expect(proposalOf({ ...RUN, view: { ...RUN.view, moment: null } })).toMatchObject({ ok: false });
});

test('every title gives a name that a folder may have', () => {
  const names = ['', '日本', '  A  b ', 'x'.repeat(40), '---', '<script>'].map(slugOf);
  expect(names).toEqual(['scenario', 'scenario', 'a-b', 'x'.repeat(24), 'scenario', 'script']);
});
