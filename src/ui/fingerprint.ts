/**
 * The fingerprint of the run that is shown, of its program and its trace. Worked out in small pieces between other work,
 * once for each run, and only of runs that came to an end of their own: where a reader stopped one is chance.
 */
import { useEffect, useState } from 'react';
import { type EngineStamp, runText } from '../scenario/scenario.ts';
import type { FinalEnding, RunState } from '../store/run-state.ts';
import type { LimitName } from '../trace/ending.ts';
import { traceHashInSteps } from '../trace/fingerprint.ts';
import { Hasher } from '../trace/hash.ts';
import { useApp } from './services.ts';

/** From `vite.config.ts`: the version in package.json. */
declare const LOOPSCOPE_VERSION: string;

const PYTHON = '3.14';
const SLICE_MS = 6;
const LIMITS_OF_MACHINES: ReadonlySet<LimitName> = new Set(['wall time', 'memory', 'nesting']);

/** Null while it is being worked out, and where there is none. */
export function useStamp(): EngineStamp | null {
  const run = useApp((state) => state.run);
  const [made, setMade] = useState<{ readonly of: RunState; readonly stamp: EngineStamp } | null>(null);
  useEffect(() => {
    let isLate = false;
    stampOf(run)?.then(
      (stamp) => {
        if (!isLate) setMade({ of: run, stamp });
      },
      (error: unknown) => console.error(error),
    );
    return () => {
      isLate = true;
    };
  }, [run]);
  return made?.of === run ? made.stamp : null;
}

const known = new WeakMap<RunState, Promise<EngineStamp>>();

/** Null for a run that has no end, or one that another machine would not come to. */
export function stampOf(run: RunState): Promise<EngineStamp> | null {
  if (run.phase !== 'finished' || isChance(run.ending)) return null;
  const stamp = known.get(run) ?? work(run);
  known.set(run, stamp);
  return stamp;
}

/** Where the reader or the machine ended it. */
function isChance(ending: FinalEnding): boolean {
  return ending.kind === 'stopped' || (ending.kind === 'limit' && LIMITS_OF_MACHINES.has(ending.limit));
}

async function work({ scenario, trace }: Extract<RunState, { phase: 'finished' }>): Promise<EngineStamp> {
  const steps = traceHashInSteps(trace);
  let step = steps.next();
  let until = performance.now() + SLICE_MS;
  while (step.done !== true) {
    if (performance.now() > until) {
      await new Promise((resolve) => setTimeout(resolve));
      until = performance.now() + SLICE_MS;
    }
    step = steps.next();
  }
  const hasher = new Hasher();
  hasher.text(runText(scenario));
  hasher.text(step.value);
  return { version: LOOPSCOPE_VERSION, python: PYTHON, fingerprint: hasher.digest() };
}
