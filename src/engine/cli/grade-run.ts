/**
 * Grades one handed-in file by running its program again. Nothing in the file is believed: neither an output nor an answer
 * nor a fingerprint, and what is checked is what our own exercise says.
 */

import { type CheckResult, checkResults } from '../../lesson/checks.ts';
import type { Exercise } from '../../scenario/exercises/exercise.ts';
import { EXERCISES, exerciseNamed } from '../../scenario/exercises/exercises.ts';
import { readScenarioFile } from '../../scenario/file.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { traceHash } from '../../trace/fingerprint.ts';
import { appendChunk, EMPTY_TRACE, type Trace } from '../../trace/trace.ts';
import { runHeadlessNow } from '../headless.ts';
import { PAGE_LIMITS } from '../program.ts';

export interface Grade {
  /** `passed` and `failed`: it was run. `unreadable`: it is no scenario, or of no exercise. `stopped`: it took too long or too much. */
  readonly verdict: 'passed' | 'failed' | 'unreadable' | 'stopped';
  /** The slug; '' when it is not known. */
  readonly exercise: string;
  /** What is wrong with the file, or how its run ended; '' when there is nothing to say. */
  readonly problem: string;
  readonly checks: readonly CheckResult[];
  /** Of our own run; '' when there was none. */
  readonly fingerprint: string;
  /** Whether the file names the same one; null: it names none. */
  readonly isSameRun: boolean | null;
}

const NOTHING: Grade = {
  ...{ verdict: 'unreadable', exercise: '', problem: '', checks: [], fingerprint: '', isSameRun: null },
};

/** A file that could not be graded, and why. */
export function ungraded(verdict: 'unreadable' | 'stopped', problem: string): Grade {
  return { ...NOTHING, verdict, problem };
}

/** `text`: of a `.loop.json`. `wanted`: the slug of the exercise that it must be of; null: it says so itself. */
export function gradeText(text: string, wanted: string | null): Grade {
  const read = readScenarioFile(text);
  if (!read.ok) return ungraded('unreadable', read.sentence);
  const { scenario } = read;
  const slug = wanted ?? scenario.exercise;
  if (slug === undefined) return ungraded('unreadable', 'It names no exercise. Say which one with --exercise.');
  const exercise = exerciseNamed(slug);
  if (exercise === undefined) return ungraded('unreadable', `There is no exercise "${slug}".`);
  return gradeOf(exercise, scenario);
}

export function exerciseSlugs(): readonly string[] {
  return EXERCISES.map(({ slug }) => slug);
}

/** Runs the program with what is given by the exercise, whatever the file says of it. */
function gradeOf(exercise: Exercise, scenario: Scenario): Grade {
  const { interventions, settings } = exercise.scenario;
  const files = exercise.scenario.files.map(({ name, text }) => {
    const own = exercise.given.includes(name) ? undefined : scenario.files.find((file) => file.name === name);
    return [name, own?.text ?? text] as const;
  });
  let trace: Trace = EMPTY_TRACE;
  const { ending } = runHeadlessNow({
    ...settings,
    files: Object.fromEntries(files),
    interventions,
    limits: PAGE_LIMITS,
    onChunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
  });
  const fingerprint = traceHash(trace);
  const claimed = scenario.engine?.fingerprint ?? '';
  const checks = checkResults(exercise, { scenario, trace, ending });
  return {
    ...{ exercise: exercise.slug, checks, fingerprint },
    verdict: checks.every(({ isMet }) => isMet) ? 'passed' : 'failed',
    problem: endingProblem(ending),
    isSameRun: claimed === '' ? null : claimed === fingerprint,
  };
}

function endingProblem(ending: ReturnType<typeof runHeadlessNow>['ending']): string {
  switch (ending.kind) {
    case 'rejected': {
      const [first] = ending.diagnostics;
      return first === undefined
        ? 'The program could not be read.'
        : `${first.file}, line ${first.line}: ${first.message}`;
    }
    case 'limit':
      return ending.sentence;
    case 'raised':
      return ending.exception;
    case 'crashed':
      return `A mistake of Loopscope: ${ending.message}`;
    default:
      return '';
  }
}
