/** From the nodes of `ast` to a syntax tree, for `compile(tree, …)`. CPython: Python/Python-ast.c, obj2ast_mod and what it calls */
import { raise, TypeError, ValueError } from '../objects/errors.ts';
import { repr } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { PyList, PyObject, PyTuple, PyType, typeOf, type Value } from '../objects/value.ts';
import type { Expression, Module } from '../syntax/tree.ts';
import { isOptionalField, nodeClasses } from './_ast.ts';
import { setTreeReader } from './ast-door.ts';

setTreeReader({ isTree, readTree });

type Mode = 'exec' | 'eval' | 'single';

const ROOTS: Readonly<Record<Mode, string>> = { exec: 'Module', eval: 'Expression', single: 'Interactive' };
/** Kinds that the tree knows by another name; those without a place have none. */
const RENAMED: Readonly<Record<string, string>> = { arg: 'Arg', keyword: 'Keyword', alias: 'Alias' };
const FLAGS: ReadonlySet<string> = new Set(['is_async', 'simple']);
/** Lists of expressions that may leave some out: `{**a}`, `def f(*, a)`. */
const NULLABLE: ReadonlySet<string> = new Set(['keys', 'kw_defaults']);
/** What stands in a field, of whatever kind or of one, where that is no expression. */
const SORTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    stmt: 'body orelse finalbody',
    name: `id attr name module asname rest kwd_attrs names arg str tag`,
    number: 'level conversion',
    alias: 'Import.names ImportFrom.names',
    excepthandler: 'handlers',
    keyword: 'keywords',
    arguments: 'FunctionDef.args AsyncFunctionDef.args Lambda.args',
    arg: 'posonlyargs arguments.args kwonlyargs vararg kwarg',
    comprehension: 'generators',
    withitem: 'items',
    match_case: 'cases',
    pattern: 'pattern patterns kwd_patterns',
    type_param: 'type_params',
    boolop: 'BoolOp.op',
    unaryop: 'UnaryOp.op',
    operator: 'op',
    cmpop: 'ops',
    expr_context: 'ctx',
    expr: 'Lambda.body IfExp.body IfExp.orelse Expression.body TypeAlias.name',
  }).flatMap(([sort, fields]) => fields.split(' ').map((name): [string, string] => [name, sort])),
);

function sortOf(kind: string, name: string): string {
  return SORTS.get(`${kind}.${name}`) ?? SORTS.get(name) ?? 'expr';
}

/** Kinds whose instances stand in a line. */
const PLACED: readonly string[] = ['expr', 'stmt', 'excepthandler', 'pattern', 'type_param', 'arg', 'keyword', 'alias'];

function isTree(value: Value): boolean {
  return isNode(value, 'AST');
}

function isNode(value: Value, kind: string): value is PyObject {
  const cls = nodeClasses().get(kind);
  return value instanceof PyObject && cls instanceof PyType && value.cls.isSubtypeOf(cls);
}

function readTree(value: Value, mode: Mode): Module | Expression {
  const root = ROOTS[mode];
  if (!isNode(value, root)) return raise(TypeError, `expected ${root} node, got ${typeOf(value).name}`);
  const body = field(value, root, 'body');
  // The shape is checked field by field above; the types of the tree cannot follow that.
  return (mode === 'eval' ? body : { nodeType: 'Module', body }) as Module | Expression;
}

/** The class of `_ast` that an instance is of, or of a subclass of. */
function kindOf(node: PyObject): string {
  for (const cls of node.cls.mro) if (nodeClasses().get(cls.name) === cls) return cls.name;
  return raise(TypeError, `expected some sort of expr, but got ${repr(node)}`);
}

function read(node: PyObject): unknown {
  const kind = kindOf(node);
  const fields = nodeClasses().get(kind);
  const names = fields instanceof PyType ? fields.lookup('_fields') : undefined;
  const items = names instanceof PyTuple ? names.items.map(String) : [];
  const place = PLACED.find((base) => isNode(node, base));
  if (items.length === 0 && place === undefined) return kind;
  const at = place === undefined ? {} : placeOf(node, place);
  const entries = items.map((name): [string, unknown] => [name, field(node, kind, name)]);
  return { nodeType: RENAMED[kind] ?? kind, ...at, ...Object.fromEntries(entries) };
}

function attribute(node: PyObject, name: string): Value | undefined {
  const own = node.attrs?.get(name);
  return own === undefined ? node.cls.lookup(name) : own;
}

function placeOf(node: PyObject, base: string): Record<string, number> {
  const number = (name: string, otherwise?: number): number => {
    const value = attribute(node, name);
    if (typeof value === 'number') return value;
    return otherwise ?? raise(TypeError, `required field "${name}" missing from ${base}`);
  };
  const lineno = number('lineno');
  const col_offset = number('col_offset');
  return {
    lineno,
    col_offset,
    end_lineno: number('end_lineno', lineno),
    end_col_offset: number('end_col_offset', col_offset),
  };
}

function field(node: PyObject, kind: string, name: string): unknown {
  const value = attribute(node, name);
  if (name === 'value' && (kind === 'Constant' || kind === 'MatchSingleton'))
    return value === undefined ? missing(kind, name) : value;
  const sort = sortOf(kind, name);
  if (value instanceof PyList)
    return value.items.map((item) => (item === null && NULLABLE.has(name) ? null : part(item, sort)));
  if (value === undefined || value === null)
    return isOptionalField(kind, name) ? absent(kind, name) : missing(kind, name);
  return FLAGS.has(name) ? value !== 0 && value !== false : part(value, sort);
}

function absent(kind: string, name: string): unknown {
  return kind === 'ImportFrom' && name === 'level' ? 0 : null;
}

function missing(kind: string, name: string): never {
  return raise(TypeError, `required field "${name}" missing from ${kind}`);
}

function part(value: Value, sort: string): unknown {
  if (sort === 'number')
    return typeof value === 'number' ? value : raise(ValueError, `invalid integer value: ${repr(value)}`);
  if (sort === 'name') return textOf(value) ?? raise(TypeError, 'AST identifier must be of type str');
  if (isNode(value, sort)) return read(value);
  return raise(TypeError, `expected some sort of ${sort}, but got ${repr(value)}`);
}
