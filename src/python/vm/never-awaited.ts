/** "coroutine 'f' was never awaited": when CPython's reference count would say so. */
import { warn } from '../modules/_warnings.ts';
import { ignoringErrors } from '../modules/unraisable.ts';
import { RuntimeWarning } from '../objects/errors.ts';
import { call } from '../objects/protocol.ts';
import { coroutineType, PyModule } from '../objects/value.ts';
import type { Frame } from './frame.ts';
import type { AsyncGeneratorAwaitable, PyGenerator } from './generator.ts';
import { machine } from './machine.ts';

/** CPython: Objects/genobject.c, _PyGen_Finalize. A coroutine object was dropped as the value of a statement: nobody else can have it. */
export function neverAwaited(coroutine: PyGenerator, frame: Frame): void {
  if (coroutine.cls !== coroutineType || !machine.unstarted.has(coroutine)) return;
  report(coroutine, frame);
}

/** CPython: Python/_warnings.c, _PyErr_WarnUnawaitedAgenMethod. */
export function methodNeverAwaited(awaitable: AsyncGeneratorAwaitable): void {
  const text = `coroutine method '${awaitable.mode}' of '${awaitable.generator.qualname}' was never awaited`;
  ignoringErrors('Exception ignored while finalizing async generator', awaitable.generator, () =>
    warn(machine, RuntimeWarning, text),
  );
}

/** The run is over: whatever was not started by now never will be. */
export function reportUnstarted(): void {
  for (const coroutine of [...machine.unstarted]) report(coroutine, null);
}

function report(coroutine: PyGenerator, frame: Frame | null): void {
  machine.unstarted.delete(coroutine);
  coroutine.state = 'closed';
  machine.observer?.coroutineNeverAwaited(coroutine);
  const warnings = machine.modules.map.get('warnings');
  const report = warnings instanceof PyModule ? warnings.attrs.get('_warn_unawaited_coroutine') : undefined;
  if (report !== undefined) {
    ignoringErrors('Exception ignored while finalizing coroutine', coroutine, () => call(report, coroutine));
    return;
  }
  if (warnings !== undefined) {
    ignoringErrors('Exception ignored while finalizing coroutine', coroutine, () =>
      warn(machine, RuntimeWarning, `coroutine '${coroutine.qualname}' was never awaited`),
    );
    return;
  }
  // Nobody has imported `warnings`, so nobody has changed what is done with one.
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
