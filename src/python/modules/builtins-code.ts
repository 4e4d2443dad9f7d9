/** Built-in functions about code and namespaces: `eval`, `exec`, `compile`, `globals`, `locals`, `__import__`. CPython: Python/bltinmodule.c. */

import { Code } from '../compile/code.ts';
import { compileText } from '../compile/compile.ts';
import { RuntimeError, raise, TypeError, ValueError } from '../objects/errors.ts';
import { nativeFunction, type Outcome, PUSHED, type PyNative } from '../objects/native.ts';
import { asSmallInt, truthy } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { nameInArgument, PyByteArray, PyBytes, PyDict, typeOf, type Value } from '../objects/value.ts';
import { parseExpression, parseModule } from '../syntax/parse.ts';
import type { SyntaxProblem } from '../syntax/problem.ts';
import { pushFrame } from '../vm/call.ts';
import { Frame, Ret } from '../vm/frame.ts';
import { localsOf } from '../vm/frame-locals.ts';
import { importModule, raiseSyntaxError } from '../vm/import.ts';
import { machine } from '../vm/machine.ts';
import { tellRemarks } from './_warnings.ts';
import { treeObject } from './ast-door.ts';

const MODES = ['exec', 'eval', 'single'] as const;
type Mode = (typeof MODES)[number];
/** CPython: PyCF_ONLY_AST. */
const ONLY_AST = 0x400;

export function codeBuiltins(): readonly PyNative[] {
  return [
    nativeFunction('eval', 'source, /, globals=None, locals=None', (source: Value, globals?: Value, locals?: Value) => {
      if (globals !== undefined && globals !== null && !(globals instanceof PyDict))
        return raise(TypeError, 'globals must be a dict');
      if (locals !== undefined && !isMapping(locals)) return raise(TypeError, 'locals must be a mapping');
      return run('eval', source, globals ?? null, locals ?? null);
    }),
    nativeFunction(
      'exec',
      'source, /, globals=None, locals=None, *, closure=None',
      (source: Value, globals?: Value, locals?: Value) => {
        if (globals !== undefined && globals !== null && !(globals instanceof PyDict)) {
          return raise(TypeError, `exec() globals must be a dict, not ${typeOf(globals).tpName}`);
        }
        if (locals !== undefined && !isMapping(locals))
          return raise(TypeError, `locals must be a mapping or None, not ${typeOf(locals).tpName}`);
        return run('exec', source, globals ?? null, locals ?? null);
      },
    ),
    nativeFunction(
      'compile',
      'source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1',
      compile,
    ),
    nativeFunction('globals', '', () => callerFrame().globals),
    nativeFunction('locals', '', () => callerLocals()),
    nativeFunction('__import__', 'name, globals=None, locals=None, fromlist=(), level=0', builtinImport),
  ];
}

function isMapping(value: Value): boolean {
  return value === null || value instanceof PyDict || typeOf(value).lookup('__getitem__') !== undefined;
}

/** The Python frame that called a built-in function. */
export function callerFrame(): Frame {
  for (let frame = machine.thread.top; frame !== null; frame = frame.back) if (frame instanceof Frame) return frame;
  return raise(RuntimeError, 'frame does not exist');
}

export function callerLocals(): Value {
  return localsOf(callerFrame());
}

function sourceText(name: string, source: Value): string {
  const text = textOf(source);
  if (text !== undefined) return text;
  if (source instanceof PyBytes || source instanceof PyByteArray) return new TextDecoder().decode(source.bytes);
  return raise(TypeError, `${name}() arg 1 must be a string, bytes or ${name === 'compile' ? 'AST' : 'code'} object`);
}

function compiled(text: string, filename: string, mode: Mode): Code {
  const result = compileText(text, { filename, mode, recordLines: false });
  if (!result.ok) return raiseSyntaxError(asWritten(result.error, text));
  tellRemarks(result);
  return result.code;
}

/** The line at fault without a line end that was not written. */
function asWritten(problem: SyntaxProblem, text: string): SyntaxProblem {
  const isLast = !text.endsWith('\n') && problem.line >= text.split('\n').length;
  return isLast ? { ...problem, lineText: problem.lineText.replace(/\n$/, '') } : problem;
}

/** `compile(…, flags=ast.PyCF_ONLY_AST)`. */
function tree(text: string, filename: string, mode: Mode): Value {
  const result = mode === 'eval' ? parseExpression(text, filename) : parseModule(text, filename);
  return result.ok ? treeObject(result.tree, text, mode) : raiseSyntaxError(asWritten(result.error, text));
}

function run(name: 'eval' | 'exec', source: Value, globals: PyDict | null, locals: Value): Outcome {
  const caller = callerFrame();
  const namespace = globals ?? caller.globals;
  const names = locals ?? (globals === null ? localsOf(caller) : globals);
  const code =
    source instanceof Code
      ? source
      : compiled(
          name === 'eval' ? sourceText(name, source).replace(/^[ \t]+/, '') : sourceText(name, source),
          '<string>',
          name,
        );
  if (code.freeNames.length > 0)
    return raise(TypeError, `code object passed to ${name}() may not contain free variables`);
  if (!namespace.map.has('__builtins__'))
    namespace.map.set('__builtins__', machine.modules.map.get('builtins') ?? null);
  const frame = new Frame(code, namespace, null);
  frame.names = names;
  pushFrame(frame, Ret.push);
  return PUSHED;
}

function compile(source: Value, filename: Value, mode: Value, flags?: Value): Value {
  const file = filename instanceof PyBytes ? new TextDecoder().decode(filename.bytes) : textOf(filename);
  if (file === undefined)
    return raise(TypeError, `expected str, bytes or os.PathLike object, not ${typeOf(filename).tpName}`);
  const kind = MODES.find((known) => known === mode);
  if (textOf(mode) === undefined)
    return raise(TypeError, `compile() argument 'mode' must be str, not ${nameInArgument(mode)}`);
  if (kind === undefined) return raise(ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
  if (source instanceof Code) return source;
  const text = sourceText('compile', source);
  return flags !== undefined && (asSmallInt(flags) & ONLY_AST) !== 0
    ? tree(text, file, kind)
    : compiled(text, file, kind);
}

function builtinImport(name: Value, globals?: Value, _locals?: Value, fromList?: Value, level?: Value): Value {
  const text = textOf(name);
  if (text === undefined) return raise(TypeError, 'module name must be a string');
  const depth = level === undefined ? 0 : asSmallInt(level);
  if (text === '' && depth === 0) return raise(ValueError, 'Empty module name');
  const namespace = globals instanceof PyDict ? globals : callerFrame().globals;
  const wanted = fromList === undefined || fromList === null || !truthy(fromList) ? null : fromList;
  return importModule(text, namespace, wanted, depth);
}
