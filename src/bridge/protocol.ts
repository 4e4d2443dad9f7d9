/**
 * The wire between page and worker: two unions, each message names its run. Payloads are structured-clone-safe.
 * We stream, we do not call.
 */

import type { Survey } from '../lab/survey.ts';
import type { Verdict } from '../lab/verdict.ts';
import type { Brand } from '../lib/units.ts';
import type { Answer, Inquiry } from '../scenario/inspection.ts';
import type { Victim } from '../scenario/lab/setting.ts';
import type { ExploreEnd, ExploreNews, ExplorePlan } from '../scenario/orders.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Ending } from '../trace/ending.ts';
import type { Chunk } from '../trace/events.ts';

export type RunId = Brand<number, 'RunId'>;

export type Request =
  | { readonly kind: 'run'; readonly run: RunId; readonly scenario: Scenario }
  /** Answered by `explored` until there is an end, or by `finished` when that could not be done. */
  | { readonly kind: 'explore'; readonly run: RunId; readonly scenario: Scenario; readonly plan: ExplorePlan }
  /** Looks inside a run that was made before: answered by one `inspected`. */
  | { readonly kind: 'inspect'; readonly run: RunId; readonly scenario: Scenario; readonly inquiry: Inquiry }
  /** For the guarantee lab: where could `victim` be killed? Answered by `surveyed`, or by `finished` when that could not be done. */
  | { readonly kind: 'survey'; readonly run: RunId; readonly scenario: Scenario; readonly victim: Victim }
  /** And what comes of this run? Answered by `judged`, or by `finished`. */
  | { readonly kind: 'judge'; readonly run: RunId; readonly scenario: Scenario }
  | { readonly kind: 'cancel'; readonly run: RunId };

export type Reply =
  | { readonly kind: 'started'; readonly run: RunId }
  /** More of the trace; chunks arrive in order. */
  | { readonly kind: 'recorded'; readonly run: RunId; readonly chunk: Chunk }
  /** Of other orders; `end`: there are no more news. */
  | { readonly kind: 'explored'; readonly run: RunId; readonly news: ExploreNews; readonly end: ExploreEnd | null }
  | { readonly kind: 'inspected'; readonly run: RunId; readonly answer: Answer }
  | { readonly kind: 'surveyed'; readonly run: RunId; readonly survey: Survey }
  | { readonly kind: 'judged'; readonly run: RunId; readonly verdict: Verdict }
  | { readonly kind: 'finished'; readonly run: RunId; readonly ending: Ending };
