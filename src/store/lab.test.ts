import { expect, test } from 'vitest';
import type { LabClient } from '../bridge/client.ts';
import type { Reply, RunId } from '../bridge/protocol.ts';
import type { SurveyedPoint } from '../lab/survey.ts';
import type { Verdict } from '../lab/verdict.ts';
import { type Scenario, scenarioOf } from '../scenario/scenario.ts';
import { createLab, spreadOut, trialOf } from './lab.ts';

const run = 1 as RunId;
const VERDICT: Verdict = {
  orders: [{ order: 1, fate: 'once', charges: 1 }],
  deadLettered: 0,
  failed: 0,
  redelivered: 0,
};
const point = (position: number) =>
  ({ position, timeUs: 0, process: 'worker.1', pid: 4203, sentence: '' }) satisfies SurveyedPoint;
const SURVEY = { points: [10, 20, 30].map(point), verdict: VERDICT };
const PROGRAM = scenarioOf('print(1)');

class FakeClient implements LabClient {
  readonly asked: Scenario[] = [];
  cancels = 0;
  reply: (reply: Reply) => void = () => {};
  survey(scenario: Scenario): RunId {
    this.asked.push(scenario);
    return run;
  }
  judge = (scenario: Scenario) => this.survey(scenario);
  cancel(): void {
    this.cancels++;
  }
  onReply(listener: (reply: Reply) => void): void {
    this.reply = listener;
  }
  dispose(): void {}
}

function setUp() {
  const [first, second] = [new FakeClient(), new FakeClient()];
  const lab = createLab([first, second]);
  const judged = (client: FakeClient) => client.reply({ kind: 'judged', run, verdict: VERDICT });
  const phase = () => lab.getState().trials[0]?.stage.phase;
  return { lab, first, second, judged, phase };
}

test('one worker looks for the points, then each has one of them, until all are known', () => {
  const { first, judged, lab, phase, second } = setUp();
  lab.begin(PROGRAM, 'worker');
  expect([first.asked.length, second.asked.length, phase()]).toEqual([1, 0, 'surveying']);
  first.reply({ kind: 'surveyed', run, survey: SURVEY });
  expect([first.asked.length, second.asked.length, phase()]).toEqual([2, 1, 'running']);
  expect(second.asked[0]?.interventions[0]).toMatchObject({ kind: 'signal', signal: 'SIGKILL', position: 30 });
  judged(first);
  judged(second);
  expect(phase()).toBe('running');
  judged(first);
  expect(phase()).toBe('over');
  expect(lab.getState().trials[0]?.stage).toMatchObject({ verdicts: [VERDICT, VERDICT, VERDICT] });
});

test('what is known is not tried again; what was stopped goes on', () => {
  const { first, judged, lab, phase, second } = setUp();
  lab.begin(PROGRAM, 'worker');
  first.reply({ kind: 'surveyed', run, survey: SURVEY });
  judged(first);
  lab.stop();
  expect([first.cancels, second.cancels, phase()]).toEqual([1, 1, 'stopped']);
  judged(second);
  lab.begin(PROGRAM, 'broker');
  expect(phase()).toBe('surveying');
  lab.begin({ ...PROGRAM, interventions: [{ kind: 'interrupt', position: 5 }] }, 'worker');
  expect(phase()).toBe('running');
  expect(lab.getState().trials).toHaveLength(1);
  judged(first);
  judged(second);
  expect(phase()).toBe('over');
  const asked = first.asked.length + second.asked.length;
  lab.begin(PROGRAM, 'worker');
  expect([phase(), first.asked.length + second.asked.length]).toEqual(['over', asked]);
  expect(trialOf(lab.getState().trials, PROGRAM, 'worker')).toBeDefined();
});

test('a mistake of ours is told', () => {
  const { first, lab } = setUp();
  lab.begin(PROGRAM, 'worker');
  first.reply({ kind: 'finished', run, ending: { kind: 'crashed', message: 'no' } });
  expect(lab.getState().trials[0]?.stage).toEqual({ phase: 'failed', message: 'no' });
});

test('far points come first, each of them once', () => {
  expect(spreadOut(5)).toEqual([0, 4, 2, 1, 3]);
  expect([...spreadOut(100)].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, at) => at));
});
