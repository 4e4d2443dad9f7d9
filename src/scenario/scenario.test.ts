import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_NETWORK } from '../lib/network-plan.ts';
import { formatMoment, type Moment, parseMoment } from './moment.ts';
import { DEFAULT_SCENARIO, mainFile, type Scenario, sameProgram, scenarioOf } from './scenario.ts';
import { upgrade } from './upgraders.ts';

const withFiles = (...names: readonly string[]): Scenario => ({
  ...DEFAULT_SCENARIO,
  files: names.map((name) => ({ name, text: name })),
});

test('main.py is run if there is one, else the first file', () => {
  expect(mainFile(withFiles('a.py', 'main.py')).name).toBe('main.py');
  expect(mainFile(withFiles('a.py', 'b.py')).name).toBe('a.py');
});

test('two scenarios are the same program when their runs are the same, whatever is looked at', () => {
  const scenario = scenarioOf('print(1)');
  expect(
    sameProgram(scenario, {
      ...scenario,
      title: 'Other',
      view: { ...scenario.view, speed: 2 },
    }),
  ).toBe(true);
  expect(sameProgram(scenario, scenarioOf('print(2)'))).toBe(false);
  expect(sameProgram(scenario, { ...scenario, settings: { seed: 1 } })).toBe(false);
  const withLoss = (loss: number): Scenario => ({
    ...scenario,
    settings: { seed: 0, network: { ...DEFAULT_NETWORK, loss } },
  });
  expect(sameProgram(scenario, withLoss(0))).toBe(false);
  expect(sameProgram(withLoss(0.5), withLoss(0.1))).toBe(false);
  expect(sameProgram(withLoss(0.5), withLoss(0.5))).toBe(true);
  const cancelled = {
    ...scenario,
    interventions: [{ kind: 'cancelTask', task: 'main', position: 3 }] as const,
  };
  expect(sameProgram(scenario, cancelled)).toBe(false);
});

test('a moment is its anchor, with fallbacks when there are any', () => {
  expect(formatMoment({ anchor: 'main#2:resume', step: 14, timeUs: 1_200_000 })).toBe('main#2:resume;t=1200000;s=14');
  expect(formatMoment({ anchor: 'main#2:resume', step: 0, timeUs: 0 })).toBe('main#2:resume');
  expect(parseMoment('main#2:resume;t=5')).toEqual({
    anchor: 'main#2:resume',
    step: 0,
    timeUs: 5,
  });
});

test('every moment survives its text, even one named like a fallback', () => {
  const anchor = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.stringMatching(/^a?(;[ts]=\d{1,3}){1,3}$/));
  const moments = fc.record({
    anchor,
    step: fc.nat(999_999_999),
    timeUs: fc.nat(999_999_999_999_999),
  });
  const survives = (moment: Moment) => {
    expect(parseMoment(formatMoment(moment))).toEqual(moment);
  };
  fc.assert(fc.property(moments, survives));
  fc.assert(fc.property(anchor, (name) => survives({ anchor: name, step: 0, timeUs: 0 })));
});

test('a name longer than 200 characters is no moment', () => {
  expect(parseMoment('x'.repeat(201))).toBeNull();
  expect(parseMoment('x'.repeat(100_000))).toBeNull();
});

test('upgraders run from the version after the old one up to the current one, each once', () => {
  const steps = {
    2: (old: unknown) => `${old}>2`,
    3: (old: unknown) => `${old}>3`,
    4: (old: unknown) => `${old}>4`,
  };
  expect(upgrade('1', 1, 4, steps)).toBe('1>2>3>4');
  expect(upgrade('2', 2, 4, steps)).toBe('2>3>4');
  expect(upgrade('3', 3, 4, steps)).toBe('3>4');
  expect(upgrade('4', 4, 4, steps)).toBe('4');
});
