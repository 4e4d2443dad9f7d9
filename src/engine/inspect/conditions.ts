/**
 * Conditions of breakpoints: expressions that are evaluated in the frame that is about to run a line, at all positions where it does.
 * What only reads is evaluated during one run; what calls code of the program, or anything that might change something, gets a run of its
 * own for each position, which is thrown away.
 */
import { compileText } from '../../python/compile/compile.ts';
import { PyException, PyRaise } from '../../python/objects/errors.ts';
import { truthy } from '../../python/objects/protocol.ts';
import type { PyObject } from '../../python/objects/value.ts';
import { runFrame } from '../../python/vm/execute.ts';
import { Frame } from '../../python/vm/frame.ts';
import { localsOf } from '../../python/vm/frame-locals.ts';
import { type Machine, machine, RunStopped } from '../../python/vm/machine.ts';
import type { ConditionResult, ConditionsInquiry } from '../../scenario/inspection.ts';
import { describeException } from '../describe.ts';
import { isHarmless } from './harmless.ts';
import type { InspectedRecorder } from './recorder.ts';
import { watcherFor } from './reprs.ts';
import { framesOf, type RunInit, watched } from './stop.ts';

/** Instructions that one evaluation may take. */
const INSTRUCTIONS = 20_000;
/** Positions that are looked at in one run. */
const TOGETHER_MAX = 20_000;
/** Where each needs a run of its own: so many of them, as long as all their runs together have no more events than this. */
const ALONE_MAX = 100;
const ALONE_EVENTS_MAX = 500_000;

type Compiled = Extract<ReturnType<typeof compileText>, { readonly ok: true }>['code'];
type Verdict = boolean | { readonly error: string };

export function evaluateConditions(init: RunInit, { conditions }: ConditionsInquiry): readonly ConditionResult[] {
  return conditions.map(({ expression, positions }) => {
    const compiled = compileText(expression.trim(), { filename: '<condition>', mode: 'eval', recordLines: false });
    if (!compiled.ok) {
      const { message, type } = compiled.error;
      return { positions: [], error: { text: `${type}: ${message}`, position: 0 }, looked: 0 };
    }
    const { code } = compiled;
    const verdicts =
      (isHarmless(expression.trim()) ? together(init, code, positions) : null) ?? alone(init, code, positions);
    return resultOf(positions, verdicts);
  });
}

function resultOf(positions: readonly number[], verdicts: readonly Verdict[]): ConditionResult {
  const failed = verdicts.findIndex((verdict) => typeof verdict === 'object');
  const failure = verdicts[failed];
  return {
    positions: positions.filter((_, index) => verdicts[index] === true),
    error: typeof failure === 'object' ? { text: failure.error, position: positions[failed] ?? 0 } : null,
    looked: verdicts.length,
  };
}

/** In one run. Null: code of the program was called after all, so the run may have gone another way. */
function together(init: RunInit, code: Compiled, positions: readonly number[]): readonly Verdict[] | null {
  const verdicts: Verdict[] = [];
  let hasEntered = false;
  watched(init, positions.slice(0, TOGETHER_MAX), (recorder) => {
    verdicts.push(
      evaluate(code, recorder, () => {
        hasEntered = true;
      }),
    );
    if (hasEntered || verdicts.length === positions.length) stop();
  });
  return hasEntered ? null : verdicts;
}

function alone(init: RunInit, code: Compiled, positions: readonly number[]): readonly Verdict[] {
  return affordable(positions).map((position) => {
    let verdict: Verdict = false;
    watched(init, [position], (recorder) => {
      verdict = evaluate(code, recorder, () => undefined);
      stop();
    });
    return verdict;
  });
}

/** The first of them; one at least. */
function affordable(positions: readonly number[]): readonly number[] {
  let events = 0;
  return positions.slice(0, ALONE_MAX).filter((position, index) => {
    events += position;
    return index === 0 || events <= ALONE_EVENTS_MAX;
  });
}

function stop(): never {
  throw new RunStopped('position', 'The run was stopped when all had been evaluated.', null);
}

/** In the frame on top, in the middle of the run, which does not notice: nothing is recorded and no instruction is counted. */
function evaluate(code: Compiled, recorder: InspectedRecorder, entered: () => void): Verdict {
  const [top] = framesOf(machine.thread, recorder);
  if (top === undefined) return { error: 'no frame runs here' };
  const of = machine;
  const restore = undisturbed(of, entered);
  try {
    const frame = new Frame(code, top.frame.globals, null);
    frame.names = localsOf(top.frame) as PyObject;
    return truthy(runFrame(frame));
  } catch (thrown) {
    return { error: errorText(thrown) };
  } finally {
    restore();
  }
}

function undisturbed(of: Machine, entered: () => void): () => void {
  const { budget, observer, reserve, scheduler, sliceLeft, thread, workHook } = of;
  const { depth, entry, nesting, top } = thread;
  const { level } = scheduler;
  of.observer = watcherFor(entered);
  of.workHook = null;
  // Large enough that nobody looks at the clock or at other threads meanwhile.
  of.budget = INSTRUCTIONS;
  of.sliceLeft = 0;
  of.reserve = 0;
  return () => {
    Object.assign(of, { budget, observer, reserve, sliceLeft, workHook });
    Object.assign(thread, { depth, entry, nesting, top });
    scheduler.level = level;
  };
}

function errorText(thrown: unknown): string {
  if (thrown instanceof PyRaise && thrown.exception instanceof PyException) return describeException(thrown.exception);
  if (thrown instanceof RunStopped) return 'it takes too long';
  return 'it cannot be evaluated here';
}
