/**
 * A run made again and stopped at a position. What was alive there still is: the stacks are taken down at the moment of the stop, in the
 * middle of whatever the engine did, and the objects stay as they were then. The run is never taken up again.
 */
import { Frame } from '../../python/vm/frame.ts';
import { type Machine, machine, RunStopped } from '../../python/vm/machine.ts';
import type { Process } from '../../python/vm/process.ts';
import type { Thread } from '../../python/vm/thread.ts';
import { type ProgramInit, runProgram } from '../program.ts';
import { processId } from '../thread-recorder.ts';
import { InspectedRecorder } from './recorder.ts';

export interface StoppedFrame {
  readonly frame: Frame;
  readonly line: number;
}

export interface StoppedThread {
  /** Its number in the trace. */
  readonly id: number;
  readonly thread: Thread;
  /** Innermost first. */
  readonly frames: readonly StoppedFrame[];
}

export interface Stopped {
  readonly position: number;
  readonly recorder: InspectedRecorder;
  /** The machine of the process that ran. */
  readonly machine: Machine;
  readonly processes: readonly Process[];
  /** Those that live; the one that ran comes first. */
  readonly threads: readonly StoppedThread[];
}

/** What is needed to run a scenario exactly as it was run: its limits count events and instructions. */
export type RunInit = Omit<ProgramInit, 'makeRecorder' | 'onChunk' | 'isFlushDue' | 'chunkEvents' | 'write'>;

/** Null: the run has ended before, or nothing has happened yet. */
export function stopAt(init: RunInit, position: number): Stopped | null {
  let stopped: Stopped | null = null;
  if (position < 1) return null;
  watched(init, [position], (recorder) => {
    stopped = takeDown(position, recorder);
    throw new RunStopped('position', `The run was stopped after ${position} events.`, null);
  });
  return stopped;
}

/** Runs to the end, unless `reached` throws a RunStopped; it is called after so many events. Gives how many there were. */
export function watched(
  init: RunInit,
  positions: readonly number[],
  reached: (recorder: InspectedRecorder, position: number) => void,
): number {
  const made: InspectedRecorder[] = [];
  runProgram({
    ...init,
    write: () => undefined,
    onChunk: () => undefined,
    makeRecorder: (recorderInit) => {
      const recorder = new InspectedRecorder(recorderInit);
      let next = 0;
      const setAlarm = () => {
        const position = positions[next];
        if (position === undefined) return;
        recorder.chunks.alarmAt(position, () => {
          next++;
          setAlarm();
          reached(recorder, position);
        });
      };
      setAlarm();
      made.push(recorder);
      return recorder;
    },
  });
  return made[0]?.chunks.writer.count ?? 0;
}

function takeDown(position: number, recorder: InspectedRecorder): Stopped {
  const { scheduler, thread: current } = machine;
  const threads = new Set([current, ...scheduler.threads]);
  return {
    position,
    recorder,
    machine,
    processes: scheduler.processes.all(),
    threads: [...threads].map((thread) => ({
      id: numberOf(thread),
      thread,
      frames: framesOf(thread, recorder),
    })),
  };
}

/** The first thread has its number before it is told of. */
function numberOf({ machine: of, traceId }: Thread): number {
  return traceId === 0 && processId(of.process) === 1 ? 1 : traceId;
}

/** Of a stack, innermost first. */
export function framesOf({ top }: Thread, { reaching }: InspectedRecorder): StoppedFrame[] {
  const frames: StoppedFrame[] = [];
  for (let frame = top; frame !== null; frame = frame.back) {
    if (!(frame instanceof Frame)) continue;
    frames.push({ frame, line: reaching?.frame === frame ? reaching.line : frame.line });
  }
  return frames;
}
