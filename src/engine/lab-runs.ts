/** Runs for the guarantee lab: nothing of them is shown, and only what came of them is told. */

import { killPoints } from '../lab/kill-points.ts';
import type { Survey } from '../lab/survey.ts';
import { type Verdict, verdictOf } from '../lab/verdict.ts';
import { assert } from '../lib/assert.ts';
import type { Victim } from '../scenario/lab/setting.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Chunk, CodeInfo, TraceEvent } from '../trace/events.ts';
import { narrate } from '../trace/narrate.ts';
import { decodeChunk } from '../trace/reader.ts';
import { appendChunk, EMPTY_TRACE, eventAt, worldAfter } from '../trace/trace.ts';
import { PAGE_LIMITS, type ProgramInit, runProgram } from './program.ts';

export type LabNeeds = Pick<ProgramInit, 'readLibrary' | 'codeCache'>;

/** The run itself, without a kill; and where something could be killed in it. */
export function surveyOf(scenario: Scenario, victim: Victim, needs: LabNeeds): Survey {
  const chunks = record(scenario, needs);
  const trace = chunks.reduce(appendChunk, EMPTY_TRACE);
  const events = eventsIn(chunks);
  const points = killPoints(events, victim).map((point) => {
    const before = worldAfter(trace, point.position - 1);
    const event = eventAt(trace, point.position - 1);
    assert(event !== null, 'a point is a position of the run');
    return { ...point, sentence: narrate(event, before, worldAfter(trace, point.position), trace.codes) };
  });
  return { points, verdict: verdictOf(events) };
}

/** What came of a run in which something was killed. */
export function verdictOn(scenario: Scenario, needs: LabNeeds): Verdict {
  return verdictOf(eventsIn(record(scenario, needs)));
}

function record({ files, interventions, settings }: Scenario, needs: LabNeeds): readonly Chunk[] {
  const chunks: Chunk[] = [];
  const { choices, formation, network, seed } = settings;
  runProgram({
    ...needs,
    ...{ files, interventions, choices, formation, network, seed, limits: PAGE_LIMITS },
    write: () => undefined,
    onChunk: (chunk) => chunks.push(chunk),
  });
  return chunks;
}

function eventsIn(chunks: readonly Chunk[]): readonly TraceEvent[] {
  const strings: string[] = [];
  const codes: CodeInfo[] = [];
  return chunks.flatMap((chunk) => {
    strings.push(...chunk.strings);
    codes.push(...chunk.codes);
    return [...decodeChunk(chunk, strings, codes)];
  });
}
