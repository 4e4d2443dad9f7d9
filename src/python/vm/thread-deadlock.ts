/** Every thread waits and nobody will wake one: the run ends with a sentence that says who waits for what, and who holds it. */
import { Frame, type FrameBase } from './frame.ts';
import { RunStopped } from './machine.ts';
import type { Wait } from './scheduler.ts';
import type { Thread } from './thread.ts';

/** `isLoopTold`: what the event loops wait for has been said already, and threads that idle need no more than a mention. */
export function threadDeadlock(waits: ReadonlyMap<Thread, Wait>, isLoopTold = false): RunStopped {
  const isTold = (wait: Wait): boolean => !isLoopTold || wait.request.kind !== 'select';
  const all = withoutParents([...waits.values()].filter(isTold));
  const cycle = findCycle(waits);
  const told = cycle.length > 0 ? cycle : isLoopTold ? [] : all.slice(0, 3);
  const others = all.filter((wait) => !told.includes(wait));
  const start = cycle.length > 0 ? 'Deadlock: ' : 'Nothing can ever happen again: ';
  const first = told.length === 0 ? '' : `${start}${told.map(waitSentence).join('; ')}.`;
  const frame = userFrame((told[0] ?? all[0])?.thread.top ?? null);
  return new RunStopped('deadlock', [first, behind(others, isLoopTold)].filter((text) => text !== '').join(' '), frame);
}

/** Who waits for the end of a process is not the reason: those in it are. */
function withoutParents(waits: readonly Wait[]): readonly Wait[] {
  const others = waits.filter((wait) => wait.request.kind !== 'process');
  return others.length > 0 ? others : waits;
}

/** `MainThread`; of a process that another has started, `MainThread of web.1`. */
function nameOf({ machine, name }: Thread): string {
  const { process } = machine;
  return process.parent === null ? name : `${name} of ${process.name === '' ? process.command : process.name}`;
}

function behind(others: readonly Wait[], isLoopTold: boolean): string {
  if (others.length === 0) return '';
  const names = others.slice(0, 3).map((wait) => `${nameOf(wait.thread)} (for ${wait.request.label()})`);
  const rest = others.length > 3 ? ` and ${others.length - 3} more` : '';
  return `${isLoopTold ? 'Threads that wait' : 'Behind them'}: ${names.join(', ')}${rest}.`;
}

/** `Thread-1 waits for the lock b, held by Thread-2`. */
export function waitSentence(wait: Wait): string {
  const holder = wait.request.waker?.() ?? null;
  const held =
    holder === null || wait.request.kind === 'join'
      ? ''
      : `, held by ${holder === wait.thread ? 'itself' : nameOf(holder)}${holder.state === 'ended' ? ', which has ended' : ''}`;
  return `${nameOf(wait.thread)} waits for ${wait.request.label()}${held}`;
}

function findCycle(waits: ReadonlyMap<Thread, Wait>): Wait[] {
  for (const start of waits.values()) {
    const path: Wait[] = [];
    for (let wait: Wait | undefined = start; wait !== undefined && !path.includes(wait); ) {
      path.push(wait);
      const holder: Thread | null = wait.request.waker?.() ?? null;
      wait = holder === null ? undefined : waits.get(holder);
      if (wait === start) return path;
    }
  }
  return [];
}

function userFrame(from: FrameBase | null): Frame | null {
  for (let frame = from; frame !== null; frame = frame.back)
    if (frame instanceof Frame && frame.code.isUser) return frame;
  return null;
}
