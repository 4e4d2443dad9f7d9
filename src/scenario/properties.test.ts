import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOST_STATES, type NetworkPlan } from '../lib/network-plan.ts';
import { readScenarioFile, writeScenarioFile } from './file.ts';
import { type Action, CLIENT_ACTS, type Intervention, SIGNALS, type When } from './intervention.ts';
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

const choices = fc
  .uniqueArray(fc.record({ nth: position, chosen: fc.nat(1_000_000) }), { maxLength: 5, selector: ({ nth }) => nth })
  .map((all) => all.sort((a, b) => a.nth - b.nth));
const formation = fc.uniqueArray(fc.record({ process: fc.stringMatching(/^[A-Za-z0-9_-]{1,8}$/), count: fc.nat(16) }), {
  maxLength: 4,
  selector: ({ process }) => process,
});
const id = fc.integer({ min: 1, max: 999_999_999 });
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('cancelTask'), task: text(20), id }, { requiredKeys: ['kind', 'task'] }),
  fc.record(
    {
      kind: fc.constant('raiseInTask'),
      task: text(20),
      exception: fc.stringMatching(/^[A-Za-z_]{1,5}(\.[A-Za-z_]{1,5})?$/),
      message: text(20),
      id,
    },
    { requiredKeys: ['kind', 'task', 'exception', 'message'] },
  ),
  fc.record(
    { kind: fc.constant('resolveFuture'), future: text(20), value: text(20), id },
    { requiredKeys: ['kind', 'future', 'value'] },
  ),
  fc.record({ kind: fc.constant('interrupt') }),
  fc.record(
    { kind: fc.constant('signal'), process: text(20), signal: fc.constantFrom(...SIGNALS), id },
    { requiredKeys: ['kind', 'process', 'signal'] },
  ),
  fc.record({ kind: fc.constant('restart'), process: text(20), id }, { requiredKeys: ['kind', 'process'] }),
  fc.record({ kind: fc.constantFrom('cutLink', 'healLink'), from: text(20), to: text(20) }),
  fc.record({ kind: fc.constant('dropPacket'), packet: id }),
  fc.record({ kind: fc.constant('delayPacket'), packet: id, delayMs: fc.nat(3_600_000) }),
  fc.record({
    kind: fc.constant('client'),
    client: fc.constantFrom('browser-1', 'Ann'),
    act: fc.constantFrom(...CLIENT_ACTS),
    text: text(40),
  }),
  fc.record({ kind: fc.constant('flushLayer'), layer: text(20) }),
);
const when: fc.Arbitrary<When> = fc.oneof(fc.record({ position }), fc.record({ timeUs: fc.nat(999_999_999_999_999) }));
const intervention: fc.Arbitrary<Intervention> = fc.tuple(action, when).map(([what, at]) => ({ ...what, ...at }));

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
  settings: fc.record({ seed: fc.nat(0xffff_ffff), network, choices, formation }, { requiredKeys: ['seed'] }),
  interventions: fc.array(intervention, { maxLength: 5 }),
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
