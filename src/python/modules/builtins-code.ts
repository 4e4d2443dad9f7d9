/** Built-in functions about code and namespaces: `eval`, `exec`, `compile`, `globals`, `locals`, `__import__`. CPython: Python/bltinmodule.c. */

import { Code } from '../compile/code.ts';
import { compileText, compileTree } from '../compile/compile.ts';
import { IncompleteInputError, RuntimeError, raise, TypeError, ValueError } from '../objects/errors.ts';
import { PyFunction } from '../objects/function.ts';
import { nativeFunction, type Outcome, PUSHED, type PyNative } from '../objects/native.ts';
import { asSmallInt, truthy } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { Cell, nameInArgument, PyByteArray, PyBytes, PyDict, PyTuple, typeOf, type Value } from '../objects/value.ts';
import { parseExpression, parseModule } from '../syntax/parse.ts';
import type { SyntaxProblem } from '../syntax/problem.ts';
import { Source } from '../syntax/source.ts';
import type { Expression, Module } from '../syntax/tree.ts';
import { pushFrame } from '../vm/call.ts';
import { Frame, Ret } from '../vm/frame.ts';
import { localsOf } from '../vm/frame-locals.ts';
import { importModule, raiseSyntaxError } from '../vm/import.ts';
import { machine } from '../vm/machine.ts';
import { tellRemarks } from './_warnings.ts';
import { treeCopy, treeFrom, treeObject } from './ast-door.ts';

const MODES = ['exec', 'eval', 'single'] as const;
type Mode = (typeof MODES)[number];
/** CPython: PyCF_DONT_IMPLY_DEDENT, PyCF_ONLY_AST, PyCF_ALLOW_INCOMPLETE_INPUT. */
const Flag = { noDedent: 0x200, onlyTree: 0x400, isIncompleteAllowed: 0x4000 } as const;

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
      (source: Value, globals?: Value, locals?: Value, closure?: Value) => {
        if (globals !== undefined && globals !== null && !(globals instanceof PyDict)) {
          return raise(TypeError, `exec() globals must be a dict, not ${typeOf(globals).tpName}`);
        }
        if (locals !== undefined && !isMapping(locals))
          return raise(TypeError, `locals must be a mapping or None, not ${typeOf(locals).tpName}`);
        return run('exec', source, globals ?? null, locals ?? null, closure ?? null);
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
  if (!result.ok) return raiseSyntaxError(asWritten(result.error, text, mode));
  tellRemarks(result);
  return result.code;
}

/** The line at fault without a line end that was not written; a whole program gets one. */
function asWritten(problem: SyntaxProblem, text: string, mode: Mode): SyntaxProblem {
  if (mode === 'exec') return problem;
  const isLast = !text.endsWith('\n') && problem.line >= text.split('\n').length;
  return isLast ? { ...problem, lineText: problem.lineText.replace(/\n$/, '') } : problem;
}

/** `compile(…, flags=ast.PyCF_ONLY_AST)`. */
function tree(text: string, filename: string, mode: Mode): Value {
  const result = mode === 'eval' ? parseExpression(text, filename) : parseModule(text, filename);
  return result.ok ? treeObject(result.tree, text, mode) : raiseSyntaxError(asWritten(result.error, text, mode));
}

function run(
  name: 'eval' | 'exec',
  source: Value,
  globals: PyDict | null,
  locals: Value,
  closure: Value = null,
): Outcome {
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
  const cells = name === 'exec' ? closureCells(source, code, closure) : [];
  if (code.freeNames.length !== cells.length)
    return raise(TypeError, `code object passed to ${name}() may not contain free variables`);
  if (!namespace.map.has('__builtins__'))
    namespace.map.set('__builtins__', machine.modules.map.get('builtins') ?? null);
  const func = cells.length === 0 ? null : new PyFunction(code, namespace, null, null, cells);
  const frame = new Frame(code, namespace, func);
  frame.names = names;
  pushFrame(frame, Ret.push);
  return PUSHED;
}

/** CPython: builtin_exec_impl. */
function closureCells(source: Value, { freeNames: { length } }: Code, closure: Value): Cell[] {
  if (!(source instanceof Code))
    return closure === null ? [] : raise(TypeError, 'closure can only be used when source is a code object');
  if (length === 0) return closure === null ? [] : raise(TypeError, 'cannot use a closure with this code object');
  const cells = closure instanceof PyTuple ? closure.items.filter((cell) => cell instanceof Cell) : [];
  if (closure instanceof PyTuple && cells.length === closure.items.length && cells.length === length) return cells;
  return raise(TypeError, `code object requires a closure of exactly length ${length}`);
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
  const bits = flags === undefined ? 0 : asSmallInt(flags);
  const given = treeFrom(source, kind);
  if (given !== null) return (bits & Flag.onlyTree) !== 0 ? treeCopy(source) : fromTree(given, file, kind);
  const text = sourceText('compile', source);
  if ((bits & Flag.isIncompleteAllowed) !== 0) refuseIncomplete(text, kind, bits);
  return (bits & Flag.onlyTree) !== 0 ? tree(text, file, kind) : compiled(text, file, kind);
}

function fromTree(given: Module | Expression, filename: string, mode: Mode): Code {
  const text = machine.sources.get(filename)?.text ?? '';
  const result = compileTree(given, new Source(text, filename), { filename, mode, recordLines: false });
  return result.ok ? result.code : raiseSyntaxError(result.error);
}

/** What a prompt asks: whether more lines may follow. A block without a line end may go on. */
function refuseIncomplete(text: string, mode: Mode, flags: number): void {
  const parsed = mode === 'eval' ? parseExpression(text, '') : parseModule(text, '');
  const isOpenBlock = (flags & Flag.noDedent) !== 0 && mode === 'single' && !text.endsWith('\n');
  if (parsed.ok ? isOpenBlock && isBlock(parsed.tree) : parsed.error.reading?.isIncomplete === true)
    raise(IncompleteInputError, 'incomplete input');
}

function isBlock(tree: Module | Expression): boolean {
  const last = tree.nodeType === 'Module' ? tree.body.at(-1) : undefined;
  return last !== undefined && 'body' in last;
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
