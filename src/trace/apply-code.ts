/** The fold, family: lines, frames, exceptions and output of the user's program. */
import type { EventOf } from './events.ts';
import type { MutableContext, MutableWorld } from './mutable-world.ts';
import { isLoopOn, type OutputLine } from './world.ts';

export function lineReached(world: MutableWorld, code: number, line: number): void {
  world.code = code;
  world.line = line;
  const { stack } = topContext(world);
  const frame = stack[stack.length - 1];
  if (frame !== undefined && frame.code === code) frame.line = line;
  // The module's own frame is not entered by a call.
  else if (frame === undefined) stack.push({ code, line });
}

export function frameEntered(world: MutableWorld, code: number, line: number): void {
  topContext(world).stack.push({ code, line });
  world.code = code;
  world.line = line;
}

export function frameLeft(world: MutableWorld, code: number): void {
  const { stack } = topContext(world);
  for (let depth = stack.length - 1; depth >= 0; depth--) {
    if (stack[depth]?.code !== code) continue;
    stack.length = depth;
    break;
  }
  showLine(world);
}

export function raised(world: MutableWorld, { code, line, text }: EventOf<'exception.raised'>): void {
  world.exception = { code, line, text };
}

export function caught(world: MutableWorld, { code, line }: EventOf<'exception.caught'>): void {
  world.exception = null;
  // It came up through frames that were left without a word.
  const { stack } = topContext(world);
  if (stack.some((frame) => frame.code === code)) {
    while (stack.at(-1)?.code !== code) stack.pop();
  }
  lineReached(world, code, line);
}

export function outputWritten(world: MutableWorld, { stream, text, process }: EventOf<'output.written'>): void {
  const { position, output, outputCount } = world;
  const known = output[outputCount];
  const line: OutputLine = { stream, text, process, position };
  if (known === undefined) output.push(line);
  else if (!isSame(known, line)) {
    // Another trace that shares this one's beginning.
    world.output = [...output.slice(0, outputCount), line];
  }
  world.outputCount++;
}

/** Begins what a task's step or a callback executes. */
export function pushContext(world: MutableWorld, context: MutableContext): void {
  world.contexts.push(context);
  world.runningTask = context.task;
  world.runningHandle = context.handle;
  world.exception = null;
  showLine(world);
}

/** Ends it, and gives its stack; null when it was not running. */
export function popContext(world: MutableWorld, isMine: (context: MutableContext) => boolean): MutableContext | null {
  const index = world.contexts.findLastIndex(isMine);
  const ended = world.contexts[index];
  if (ended === undefined || index === 0) return null;
  world.contexts.length = index;
  const now = topContext(world);
  world.runningTask = now.task;
  world.runningHandle = now.handle;
  world.exception = null;
  showLine(world);
  return ended;
}

/** The line that the top frame is at; none while the loop itself runs. */
export function showLine(world: MutableWorld): void {
  const frame = isLoopRunning(world) ? undefined : topContext(world).stack.at(-1);
  world.code = frame?.code ?? -1;
  world.line = frame?.line ?? 0;
}

function isLoopRunning(world: MutableWorld): boolean {
  return world.contexts.length === 1 && isLoopOn(world);
}

function topContext(world: MutableWorld): MutableContext {
  const context = world.contexts[world.contexts.length - 1];
  if (context !== undefined) return context;
  const base = { task: 0, handle: 0, stack: [] };
  world.contexts.push(base);
  return base;
}

function isSame(a: OutputLine, b: OutputLine): boolean {
  return a.position === b.position && a.stream === b.stream && a.text === b.text && a.process === b.process;
}
