/**
 * What an exercise is: a program to be changed, what shall come of it in words, and checks that are data. `lesson/checks.ts`
 * looks in the trace whether they hold; nothing here runs.
 */
import type { EventPattern, Fact } from '../gallery/entry.ts';
import type { Intervention } from '../intervention.ts';
import { DEFAULT_SCENARIO, type Scenario, type ScenarioFile } from '../scenario.ts';

/** What a folder exports as `EXERCISE`. */
export interface AuthoredExercise {
  /** Where it stands in the list: the lower number first. Tens leave room between two. */
  readonly place: number;
  readonly title: string;
  /** What shall be reached, in a sentence or two. */
  readonly task: string;
  readonly hint: string;
  /** The slug of a scenario of the gallery that shows what is needed. */
  readonly shownBy: string;
  /** Those that the learner changes come first. */
  readonly files: readonly ScenarioFile[];
  /** Names of files that must stay as they are. */
  readonly given: readonly string[];
  readonly interventions?: readonly Intervention[];
  readonly checks: readonly ExerciseCheck[];
}

/** `says` tells the learner what is asked for; it is shown with whether it holds. */
export type ExerciseCheck = { readonly says: string } & Condition;

/** Functions are named by their qualname; a task is inside of one when that one stands in its await chain. */
export type Condition =
  | { readonly kind: 'fact'; readonly fact: Exclude<Fact, { readonly kind: 'lanesLike' }> }
  /** Standard output, to the letter. `process`: only what the process of that name in the Procfile writes. */
  | { readonly kind: 'output'; readonly text: string; readonly process?: string }
  /** The same lines, in any order. */
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly process?: string }
  | { readonly kind: 'ending'; readonly as: 'completed' | 'raised' | 'deadlock' }
  | { readonly kind: 'atLeast'; readonly event: EventPattern; readonly times: number }
  /** All of that kind; absent: any. */
  | { readonly kind: 'noHazard'; readonly hazard?: string }
  /** Never is one task inside of the first function while another one is inside of the second. */
  | { readonly kind: 'neverOverlap'; readonly functions: readonly [string, string] }
  /** At any instant so many tasks are inside of the function, and at some instant all of them. */
  | { readonly kind: 'together'; readonly function: string; readonly count: number }
  /** Tasks that run the function never stand still for longer, from one step to the next. */
  | { readonly kind: 'maxWait'; readonly function: string; readonly ms: number }
  /** No step of a task and no callback takes longer. */
  | { readonly kind: 'noBlocking'; readonly ms: number }
  /** Every task that runs the function ends like this. */
  | { readonly kind: 'tasksEnd'; readonly function: string; readonly as: 'done' | 'failed' | 'cancelled' }
  /** The run takes at most so long. */
  | { readonly kind: 'within'; readonly ms: number }
  /** Each of so many CeleryTasks has succeeded. */
  | { readonly kind: 'allDelivered'; readonly count: number };

export interface Exercise extends Omit<AuthoredExercise, 'files' | 'interventions'> {
  readonly slug: string;
  /** What the learner begins with. */
  readonly scenario: Scenario;
}

export function exerciseOf(slug: string, { files, interventions = [], ...authored }: AuthoredExercise): Exercise {
  const { title } = authored;
  const scenario: Scenario = {
    ...DEFAULT_SCENARIO,
    ...{ title, licence: 'CC0-1.0', files, interventions, exercise: slug },
  };
  return { ...authored, slug, scenario };
}
