/** "coroutine 'f' was never awaited": when CPython's reference count would say so. */
import { warn, warnAt } from '../modules/_warnings.ts';
import { ignoringErrors } from '../modules/unraisable.ts';
import { RuntimeWarning } from '../objects/errors.ts';
import { call } from '../objects/protocol.ts';
import { coroutineType, PyModule, type PyTuple } from '../objects/value.ts';
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
  for (const coroutine of machine.unstarted.all()) report(coroutine, null);
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
  ignoringErrors('Exception ignored while finalizing coroutine', coroutine, () => {
    const text = `coroutine '${coroutine.qualname}' was never awaited${originText(coroutine)}`;
    warnAt(machine, frame, RuntimeWarning, text, coroutine);
  });
}

/** CPython: Lib/_py_warnings.py, _warn_unawaited_coroutine: where it was made, when `sys.set_coroutine_origin_tracking_depth` asks for it. */
function originText(coroutine: PyGenerator): string {
  const origin = machine.origins.get(coroutine);
  if (origin === undefined) return '';
  const lines = [...origin.items].reverse().map((entry) => {
    const [filename, line, name] = (entry as PyTuple).items;
    const text = machine.sources.get(String(filename))?.text.split('\n')[Number(line) - 1]?.trim() ?? '';
    return `\n  File "${String(filename)}", line ${Number(line)}, in ${String(name)}${text === '' ? '' : `\n    ${text}`}`;
  });
  return `\nCoroutine created at (most recent call last)${lines.join('')}`;
}
