import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOST_STATES, type NetworkPlan } from '../lib/network-plan.ts';
import { readScenarioFile, writeScenarioFile } from './file.ts';
import { decodeLink, encodeLink } from './link.ts';
import { MODES, QUESTION_KINDS, SCENARIO_KINDS, type Scenario } from './scenario.ts';

const text = (maxLength: number) => fc.string({ unit: 'binary', maxLength });
const name = fc.stringMatching(/^([a-z_]{1,5}\/){0,2}[\wéλ世][\w.-]{0,8}\.[a-z]{1,3}$/);
const position = fc.nat(999_999_999);
const moment = fc.record({
  anchor: text(40),
  step: position,
  timeUs: fc.nat(999_999_999_999_999),
});
const word = fc.stringMatching(/^[\w.+-]{1,10}$/);

const latency = fc.double({ min: 0, max: 60_000, noNaN: true }).map((ms) => ms + 0);
const network: fc.Arbitrary<NetworkPlan> = fc.record({
  latencyMs: fc.option(latency),
  jitterMs: latency,
  bandwidth: fc.nat(10_000_000),
  loss: fc.double({ min: 0, max: 1, noNaN: true }).map((loss) => loss + 0),
  hosts: fc.uniqueArray(
    fc.record({
      name: fc.stringMatching(/^[a-z0-9_]([a-z0-9_.-]{0,9}[a-z0-9_])?$/),
      state: fc.constantFrom(...HOST_STATES),
      latencyMs: fc.option(latency),
      pages: fc.array(
        fc.record({
          path: fc.stringMatching(/^\/[!-~]{0,20}$/),
          status: fc.integer({ min: 200, max: 599 }),
          type: fc.stringMatching(/^[ -~]{0,20}$/),
          body: text(50),
          delayMs: latency,
          failures: fc.nat(1_000),
        }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 16, selector: (host) => host.name },
  ),
});

const scenarios: fc.Arbitrary<Scenario> = fc.record({
  title: text(40),
  author: fc.option(text(20)),
  licence: fc.option(text(20)),
  kind: fc.constantFrom(...SCENARIO_KINDS),
  files: fc.uniqueArray(fc.record({ name, text: text(200) }), {
    minLength: 1,
    maxLength: 8,
    selector: (file) => file.name,
  }),
  settings: fc.record({ seed: fc.nat(0xffff_ffff), network }, { requiredKeys: ['seed'] }),
  interventions: fc.array(fc.record({ kind: fc.constant('cancelTask'), task: text(20), position }), { maxLength: 5 }),
  view: fc.record({
    moment: fc.option(moment),
    panes: fc.array(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), {
      maxLength: 5,
    }),
    speed: fc.double({ min: 0.25, max: 16, noNaN: true }),
    mode: fc.constantFrom(...MODES),
  }),
  breakpoints: fc.array(
    fc.record({
      file: name,
      line: fc.integer({ min: 1, max: 100_000 }),
      condition: fc.option(text(30)),
    }),
    { maxLength: 5 },
  ),
  questions: fc.array(
    fc.record({
      at: moment,
      kind: fc.constantFrom(...QUESTION_KINDS),
      prompt: text(60),
    }),
    {
      maxLength: 5,
    },
  ),
  engine: fc.option(
    fc.record({
      version: word,
      python: word,
      fingerprint: fc.stringMatching(/^[0-9a-f]{0,16}$/),
    }),
  ),
});

test('every scenario survives its link, and is written as the same link again', {
  timeout: 30_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(scenarios, async (scenario) => {
      const written = await encodeLink(scenario);
      if (!written.ok) throw new Error(written.sentence);
      const opened = await decodeLink(written.hash);
      expect(opened).toEqual({ ok: true, kind: 'scenario', scenario });
      if (!opened.ok || opened.kind !== 'scenario') return;
      expect(await encodeLink(opened.scenario)).toEqual(written);
    }),
    { numRuns: 500 },
  );
});

test('every scenario survives its file', () => {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      const written = writeScenarioFile(scenario);
      if (!written.ok) throw new Error(written.sentence);
      expect(readScenarioFile(written.text)).toEqual({ ok: true, scenario });
    }),
    { numRuns: 300 },
  );
});
