/**
 * The module `_ast`: the node classes of Lib/ast.py. Trees of a program's text are
 * made in `ast-tree.ts`. CPython: Python/Python-ast.c.
 */

import { setAttr } from '../objects/attribute-setting.ts';
import { getAttr } from '../objects/attributes.ts';
import { DeprecationWarning, raise, TypeError } from '../objects/errors.ts';
import { genericAlias } from '../objects/generic-alias.ts';
import { method, newMethod, rawMethod } from '../objects/native.ts';
import { repr } from '../objects/protocol.ts';
import {
  listType,
  nativeType,
  objectType,
  PyDict,
  PyList,
  PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../objects/value.ts';
import { machine } from '../vm/machine.ts';
import { warn } from './_warnings.ts';

/** `Base: Name(fields) …`, after Parser/Python.asdl. */
const KINDS: Readonly<Record<string, string>> = {
  mod: 'Module(body type_ignores) Interactive(body) Expression(body) FunctionType(argtypes returns)',
  stmt: `FunctionDef(name args body decorator_list returns type_comment type_params)
    AsyncFunctionDef(name args body decorator_list returns type_comment type_params)
    ClassDef(name bases keywords body decorator_list type_params) Return(value) Delete(targets) Assign(targets value type_comment)
    TypeAlias(name type_params value) AugAssign(target op value) AnnAssign(target annotation value simple)
    For(target iter body orelse type_comment) AsyncFor(target iter body orelse type_comment) While(test body orelse) If(test body orelse)
    With(items body type_comment) AsyncWith(items body type_comment) Match(subject cases) Raise(exc cause)
    Try(body handlers orelse finalbody) TryStar(body handlers orelse finalbody) Assert(test msg) Import(names)
    ImportFrom(module names level) Global(names) Nonlocal(names) Expr(value) Pass() Break() Continue()`,
  expr: `BoolOp(op values) NamedExpr(target value) BinOp(left op right) UnaryOp(op operand) Lambda(args body) IfExp(test body orelse)
    Dict(keys values) Set(elts) ListComp(elt generators) SetComp(elt generators) DictComp(key value generators) GeneratorExp(elt generators)
    Await(value) Yield(value) YieldFrom(value) Compare(left ops comparators) Call(func args keywords)
    FormattedValue(value conversion format_spec) Interpolation(value str conversion format_spec) JoinedStr(values) TemplateStr(values)
    Constant(value kind) Attribute(value attr ctx) Subscript(value slice ctx) Starred(value ctx) Name(id ctx) List(elts ctx)
    Tuple(elts ctx) Slice(lower upper step)`,
  expr_context: 'Load() Store() Del()',
  boolop: 'And() Or()',
  operator: 'Add() Sub() Mult() MatMult() Div() Mod() Pow() LShift() RShift() BitOr() BitXor() BitAnd() FloorDiv()',
  unaryop: 'Invert() Not() UAdd() USub()',
  cmpop: 'Eq() NotEq() Lt() LtE() Gt() GtE() Is() IsNot() In() NotIn()',
  excepthandler: 'ExceptHandler(type name body)',
  pattern: `MatchValue(value) MatchSingleton(value) MatchSequence(patterns) MatchMapping(keys patterns rest)
    MatchClass(cls patterns kwd_attrs kwd_patterns) MatchStar(name) MatchAs(pattern name) MatchOr(patterns)`,
  type_ignore: 'TypeIgnore(lineno tag)',
  type_param: 'TypeVar(name bound default_value) ParamSpec(name default_value) TypeVarTuple(name default_value)',
  AST: `comprehension(target iter ifs is_async) arguments(posonlyargs args vararg kwonlyargs kw_defaults kwarg defaults)
    arg(arg annotation type_comment) keyword(arg value) alias(name asname) withitem(context_expr optional_vars) match_case(pattern guard body)`,
};

const nodeType = nativeType('AST');
nodeType.attrs.set('__module__', 'ast');
nodeType.attrs.set('_fields', new PyTuple([]));
nodeType.attrs.set('_attributes', new PyTuple([]));
nodeType.attrs.set('__match_args__', new PyTuple([]));
const POSITIONS = new PyTuple(['lineno', 'col_offset', 'end_lineno', 'end_col_offset']);
const LOCATED = new Set(['stmt', 'expr', 'excepthandler', 'pattern', 'type_param', 'arg', 'keyword', 'alias']);

newMethod(nodeType, (_args, _keywords, cls) => {
  const node = new PyObject(cls);
  node.attrs = new Map();
  return node;
});

/** CPython: ast_type_init. */
rawMethod(nodeType, '__init__', (args, keywords) => {
  const self = args[0] as PyObject;
  const fields = self.cls.lookup('_fields');
  const names = fields instanceof PyTuple ? fields.items : [];
  if (args.length - 1 > names.length) {
    return raise(
      TypeError,
      `${self.cls.name} constructor takes at most ${names.length} positional argument${names.length === 1 ? '' : 's'}`,
    );
  }
  for (let i = 1; i < args.length; i++) setAttr(self, String(names[i - 1]), args[i]);
  for (const [name, value] of keywords ?? []) setKeyword(self, names, name, value);
  for (const name of names.slice(args.length - 1).map(String)) if (!self.attrs?.has(name)) omitted(self, name);
  return null;
});

/** Since 3.13 a list that is not given is empty, and a context is Load(). */
function omitted(self: PyObject, name: string): void {
  if (LISTS.has(name) && !isDictOrExpression(self, name)) setAttr(self, name, new PyList([]));
  else if (name === 'ctx') setAttr(self, name, made('Load'));
  else if (self.cls.lookup(name) === undefined)
    complain(self, `missing 1 required positional argument: '${name}'. This will become an error in Python 3.15.`);
}

function setKeyword(self: PyObject, names: readonly Value[], name: string, value: Value): void {
  if (!names.includes(name) && !POSITIONS.items.includes(name)) {
    const rest = 'Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.';
    complain(self, `got an unexpected keyword argument '${name}'. ${rest}`);
  }
  setAttr(self, name, value);
}

function complain({ cls }: PyObject, text: string): void {
  warn(machine, DeprecationWarning, `${cls.name}.__init__ ${text}`);
}

/** `Lambda`, `IfExp` and `Expression` have a body that is no list, `arguments` of a function neither. */
function isDictOrExpression({ cls }: PyObject, name: string): boolean {
  const kind = cls.name;
  if (name === 'body') return kind === 'Lambda' || kind === 'IfExp' || kind === 'Expression';
  if (name === 'orelse') return kind === 'IfExp';
  return name === 'args' && kind !== 'Call' && kind !== 'arguments';
}

function made(kind: string): PyObject {
  const cls = nodeClasses().get(kind);
  const node = new PyObject(cls as PyType);
  node.attrs = new Map();
  return node;
}

/** CPython: ast_repr_max_depth. */
method(nodeType, '__repr__', 'self, /', (self: PyObject) => nodeText(self, REPR_DEPTH));
const REPR_DEPTH = 3;

function nodeText(self: PyObject, depth: number): string {
  if (depth <= 0) return `${self.cls.name}(...)`;
  const fields = self.cls.lookup('_fields');
  const names = fields instanceof PyTuple ? fields.items.map(String) : [];
  return `${self.cls.name}(${names.map((name) => `${name}=${fieldText(getAttr(self, name), depth - 1)}`).join(', ')})`;
}

/** Of a list the first and the last. */
function fieldText(value: Value, depth: number): string {
  if (value instanceof PyObject && value.cls.isSubtypeOf(nodeType)) return nodeText(value, depth);
  if (!(value instanceof PyList || value instanceof PyTuple) || value.items.length === 0) return repr(value);
  const { items } = value;
  const ends = items.length === 1 ? items : [items[0], items.at(-1)];
  const text = ends.map((item) => fieldText(item ?? null, depth)).join(items.length > 2 ? ', ..., ' : ', ');
  return value instanceof PyList ? `[${text}]` : `(${text})`;
}

/** Fields that hold lists, of whatever node. */
const LISTS = new Set(
  `body type_ignores argtypes decorator_list type_params bases keywords targets orelse items cases handlers finalbody names
  values keys elts generators ops comparators args ifs posonlyargs kwonlyargs kw_defaults defaults patterns kwd_attrs kwd_patterns`.split(
    /\s+/,
  ),
);
/** Fields that may be None: of whatever node, or of one. */
const OPTIONAL = new Set(
  `type_comment returns cause exc msg kind format_spec lower upper step vararg kwarg annotation asname optional_vars guard
  bound default_value rest type Return.value AnnAssign.value Yield.value ImportFrom.module ImportFrom.level ExceptHandler.name MatchAs.name
  MatchStar.name MatchAs.pattern keyword.arg`.split(/\s+/),
);

export function isOptionalField(node: string, field: string): boolean {
  return (OPTIONAL.has(field) && !(node === 'AnnAssign' && field === 'annotation')) || OPTIONAL.has(`${node}.${field}`);
}

function fieldType(field: string): Value {
  return LISTS.has(field) ? genericAlias(listType, objectType) : objectType;
}

function defineNodes(): Map<string, Value> {
  const names = new Map<string, Value>([['AST', nodeType]]);
  const define = (name: string, base: PyType, fields: readonly string[]): PyType => {
    const cls = nativeType(name, 'other', base);
    // Lib/ast.py gives them more attributes.
    cls.isHeapType = true;
    cls.attrs.set('__module__', 'ast');
    cls.attrs.set('_fields', new PyTuple(fields));
    cls.attrs.set('__match_args__', new PyTuple(fields));
    cls.attrs.set('_field_types', new PyDict(new Map(fields.map((field) => [field, fieldType(field)]))));
    for (const field of fields) if (isOptionalField(name, field)) cls.attrs.set(field, null);
    if (LOCATED.has(name)) cls.attrs.set('_attributes', POSITIONS);
    names.set(name, cls);
    return cls;
  };
  for (const [base, kinds] of Object.entries(KINDS)) {
    const parent = base === 'AST' ? nodeType : define(base, nodeType, []);
    for (const [, name, fields] of kinds.matchAll(/(\w+)\(([^)]*)\)/g))
      define(
        name,
        parent,
        fields.split(' ').filter((field) => field !== ''),
      );
  }
  return names;
}

let nodes: Map<string, Value> | null = null;

/** Made when they are first asked for: few programs do. */
export function nodeClasses(): ReadonlyMap<string, Value> {
  nodes ??= defineNodes();
  return nodes;
}

export function astModule(): Map<string, Value> {
  const names = new Map<string, Value>(nodeClasses());
  return names
    .set('PyCF_ONLY_AST', 0x400)
    .set('PyCF_TYPE_COMMENTS', 0x1000)
    .set('PyCF_ALLOW_TOP_LEVEL_AWAIT', 0x2000)
    .set('PyCF_OPTIMIZED_AST', 0x8400);
}
