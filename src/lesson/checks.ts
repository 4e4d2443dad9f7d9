/** Whether a run does what an exercise asks for. Pure: the page and `npm run grade` ask here alike. */
import { assertNever } from '../lib/assert.ts';
import type { Condition, Exercise } from '../scenario/exercises/exercise.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Ending } from '../trace/ending.ts';
import { hazardsOf } from '../trace/history.ts';
import type { Trace } from '../trace/trace.ts';
import { factFault } from './facts.ts';
import { type Measures, measured } from './measure.ts';
import { patternFault, positionsOf, type Rows, rowsOf } from './patterns.ts';

export interface Attempt {
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly ending: Ending;
}

export interface CheckResult {
  readonly says: string;
  readonly isMet: boolean;
  /** What is so instead; '' when it holds. */
  readonly why: string;
}

export const AS_GIVEN = 'Only the program is changed, and nothing that was given.';

/** The checks of the exercise in their order, and before them whether the learner changed what was to be changed. */
export function checkResults({ checks, ...exercise }: Exercise, attempt: Attempt): readonly CheckResult[] {
  const run = {
    ...attempt,
    measures: lazily(() => measured(attempt.trace)),
    rows: lazily(() => rowsOf(attempt.trace)),
  };
  return [
    resultOf(AS_GIVEN, givenFault(exercise, attempt.scenario)),
    ...checks.map((check) => resultOf(check.says, conditionFault(check, run))),
  ];
}

/** Null when only files that are not given, and nothing around the program, differ from what the exercise began with. */
export function givenFault({ given, scenario }: Pick<Exercise, 'given' | 'scenario'>, answer: Scenario): string | null {
  const names = (one: Scenario) => one.files.map(({ name }) => name).sort();
  if (names(scenario).join('\n') !== names(answer).join('\n')) return 'There are other files than at the beginning.';
  const textOf = (one: Scenario, wanted: string) => one.files.find(({ name }) => name === wanted)?.text;
  const changed = given.find((name) => textOf(scenario, name) !== textOf(answer, name));
  if (changed !== undefined) return `${changed} was changed.`;
  const around = ({ interventions, kind, settings }: Scenario) => JSON.stringify([kind, settings, interventions]);
  return around(scenario) === around(answer) ? null : 'The settings, or what is done to the run, were changed.';
}

interface MeasuredRun extends Attempt {
  readonly measures: () => Measures;
  readonly rows: () => Rows;
}

function resultOf(says: string, fault: string | null): CheckResult {
  return { says, isMet: fault === null, why: fault ?? '' };
}

/** One sentence about what is so instead; null when it holds. */
function conditionFault(condition: Condition, run: MeasuredRun): string | null {
  switch (condition.kind) {
    case 'fact':
      return factFault(condition.fact, { trace: run.trace, rows: run.rows() }, () => null);
    case 'output':
      return outputFault(printed(run, condition.process), condition.text);
    case 'lines':
      return outputFault(sorted(printed(run, condition.process)), sorted(condition.lines.join('\n')));
    case 'ending':
      return run.ending.kind === condition.as ? null : `It ends as ${run.ending.kind}.`;
    case 'atLeast':
      return atLeastFault(condition, run.rows());
    case 'noHazard':
      return hazardFault(condition, run.trace);
    case 'within': {
      const ms = run.trace.timeUs / 1000;
      return ms <= condition.ms ? null : `It takes ${ms} ms.`;
    }
    default:
      return measureFault(condition, run.measures());
  }
}

type OfMeasures = Extract<
  Condition,
  { kind: 'neverOverlap' | 'together' | 'maxWait' | 'noBlocking' | 'tasksEnd' | 'allDelivered' }
>;

function measureFault(condition: OfMeasures, measures: Measures): string | null {
  switch (condition.kind) {
    case 'neverOverlap': {
      const [first, second] = condition.functions;
      return measures.overlaps.has(`${first} ${second}`)
        ? `Two tasks are inside of ${first} and ${second} at once.`
        : null;
    }
    case 'together': {
      const most = measures.mostInside.get(condition.function) ?? 0;
      if (most === condition.count) return null;
      if (most === 0) return `No task is ever parked inside of ${condition.function}.`;
      return most > condition.count ? `There are ${most} at a time.` : `There is never more than ${most} at a time.`;
    }
    case 'maxWait': {
      const waits = tasksOf(condition.function, measures).map(({ longestWaitUs }) => longestWaitUs / 1000);
      const longest = Math.max(...waits);
      if (waits.length === 0) return `No task runs ${condition.function}.`;
      return longest <= condition.ms ? null : `${condition.function} waits for ${longest} ms.`;
    }
    case 'noBlocking': {
      const ms = measures.longestStepUs / 1000;
      return ms <= condition.ms ? null : `For ${ms} ms the loop can run nothing else.`;
    }
    case 'tasksEnd': {
      const ends = tasksOf(condition.function, measures).map(({ end }) => end);
      if (ends.length === 0) return `No task runs ${condition.function}.`;
      const other = ends.find((end) => end !== condition.as);
      return other === undefined ? null : `A task that runs ${condition.function} ends as: ${other}.`;
    }
    case 'allDelivered': {
      const states = [...measures.celeryStates.values()];
      const good = states.filter((state) => state === 'SUCCESS').length;
      return good === condition.count && states.length === good
        ? null
        : `${good} of ${condition.count} have succeeded.`;
    }
    default:
      return assertNever(condition);
  }
}

function tasksOf(name: string, { tasks }: Measures): Measures['tasks'] {
  return tasks.filter(({ runs }) => runs === name);
}

function atLeastFault({ event, times }: Extract<Condition, { kind: 'atLeast' }>, rows: Rows): string | null {
  const fault = patternFault(event);
  if (fault !== null) return fault;
  const count = positionsOf(rows, event).length;
  return count >= times ? null : `It happens ${count === 1 ? 'once' : `${count} times`}, not ${times} times.`;
}

function hazardFault({ hazard }: Extract<Condition, { kind: 'noHazard' }>, { history }: Trace): string | null {
  const found = hazardsOf(history).find(({ kind }) => hazard === undefined || kind === hazard);
  return found === undefined ? null : found.line === 0 ? found.text : `Line ${found.line}: ${found.text}`;
}

function printed({ measures }: MeasuredRun, process: string | undefined): string {
  const { output } = measures();
  return process === undefined ? [...output.values()].join('') : (output.get(process) ?? '');
}

function outputFault(actual: string, wanted: string): string | null {
  const had = actual.trimEnd();
  return had === wanted.trimEnd()
    ? null
    : had === ''
      ? 'It prints nothing.'
      : `It prints: ${had.replaceAll('\n', ' / ')}`;
}

function sorted(text: string): string {
  return text.trimEnd().split('\n').sort().join('\n');
}

function lazily<T>(make: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: make() };
    return known.value;
  };
}
