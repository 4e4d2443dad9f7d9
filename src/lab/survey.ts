/** What page and worker tell each other of the guarantee lab: where something can be killed, and what came of it. */
import type { KillPoint } from './kill-points.ts';
import type { Verdict } from './verdict.ts';

/** Of a run in which nothing was killed. */
export interface Survey {
  readonly points: readonly SurveyedPoint[];
  readonly verdict: Verdict;
}

export interface SurveyedPoint extends KillPoint {
  /** What has happened last. */
  readonly sentence: string;
}
