/** "coroutine 'f' was never awaited": when CPython's reference count would say so. */
import { coroutineType } from '../objects/value.ts';
import type { Frame } from './frame.ts';
import type { PyGenerator } from './generator.ts';
import { machine } from './machine.ts';

/** A coroutine object was dropped as the value of a statement: nobody else can have it. */
export function neverAwaited(coroutine: PyGenerator, frame: Frame): void {
  if (coroutine.cls !== coroutineType || !machine.unstarted.has(coroutine)) return;
  report(coroutine, frame);
}

/** The run is over: whatever was not started by now never will be. */
export function reportUnstarted(): void {
  for (const coroutine of [...machine.unstarted]) report(coroutine, null);
}

function report(coroutine: PyGenerator, frame: Frame | null): void {
  machine.unstarted.delete(coroutine);
  coroutine.state = 'closed';
  machine.observer?.coroutineNeverAwaited(coroutine);
  const filename = frame === null ? 'sys' : frame.code.filename;
  const line = frame === null ? 1 : frame.line;
  const place = `${filename}:${line}`;
  const text = `coroutine '${coroutine.qualname}' was never awaited`;
  const key = `${place} ${text}`;
  if (machine.warned.has(key)) return;
  machine.warned.add(key);
  const source = frame === null ? undefined : machine.sources.get(filename)?.split('\n')[line - 1]?.trim();
  const message = `${place}: RuntimeWarning: ${text}\n${source === undefined || source === '' ? '' : `  ${source}\n`}RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n`;
  machine.write(2, message);
  machine.observer?.wrote(2, message);
}
