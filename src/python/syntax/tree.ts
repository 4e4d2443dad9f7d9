/**
 * The syntax tree: CPython's `ast`, field for field, except that operators and contexts are plain words and a constant
 * holds its Python value. Lines count from 1; columns from 0, in UTF-16 units (source.ts turns them into code points).
 */
import type { Value } from '../objects/value.ts';

/** For mistakes that have no place of their own. */
export const AT_START: Range = { lineno: 1, col_offset: 0, end_lineno: 1, end_col_offset: 0 };

/** Where a node stands, and how far it goes. */
export interface Range {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

interface Node<Type extends string> extends Range {
  readonly nodeType: Type;
}

export type Context = 'Load' | 'Store' | 'Del';
export type BinaryWord =
  | 'Add'
  | 'Sub'
  | 'Mult'
  | 'MatMult'
  | 'Div'
  | 'Mod'
  | 'Pow'
  | 'LShift'
  | 'RShift'
  | 'BitOr'
  | 'BitXor'
  | 'BitAnd'
  | 'FloorDiv';
export type ComparisonWord = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn';

export type Expression =
  | (Node<'BoolOp'> & { op: 'And' | 'Or'; values: Expression[] })
  | (Node<'NamedExpr'> & { target: Expression; value: Expression })
  | (Node<'BinOp'> & { left: Expression; op: BinaryWord; right: Expression })
  | (Node<'UnaryOp'> & { op: 'Invert' | 'Not' | 'UAdd' | 'USub'; operand: Expression })
  | (Node<'Lambda'> & { args: Arguments; body: Expression })
  | (Node<'IfExp'> & { test: Expression; body: Expression; orelse: Expression })
  | (Node<'Dict'> & { keys: (Expression | null)[]; values: Expression[] })
  | (Node<'Set'> & { elts: Expression[] })
  | (Node<'ListComp'> & { elt: Expression; generators: Comprehension[] })
  | (Node<'SetComp'> & { elt: Expression; generators: Comprehension[] })
  | (Node<'GeneratorExp'> & { elt: Expression; generators: Comprehension[] })
  | (Node<'DictComp'> & { key: Expression; value: Expression; generators: Comprehension[] })
  | (Node<'Await'> & { value: Expression })
  | (Node<'Yield'> & { value: Expression | null })
  | (Node<'YieldFrom'> & { value: Expression })
  | (Node<'Compare'> & { left: Expression; ops: ComparisonWord[]; comparators: Expression[] })
  | (Node<'Call'> & { func: Expression; args: Expression[]; keywords: Keyword[] })
  | (Node<'FormattedValue'> & { value: Expression; conversion: number; format_spec: Expression | null })
  | (Node<'Interpolation'> & { value: Expression; str: string; conversion: number; format_spec: Expression | null })
  | (Node<'JoinedStr'> & { values: Expression[] })
  | (Node<'TemplateStr'> & { values: Expression[] })
  | (Node<'Constant'> & { value: Value })
  | (Node<'Attribute'> & { value: Expression; attr: string; ctx: Context })
  | (Node<'Subscript'> & { value: Expression; slice: Expression; ctx: Context })
  | (Node<'Starred'> & { value: Expression; ctx: Context })
  | (Node<'Name'> & { id: string; ctx: Context })
  | (Node<'List'> & { elts: Expression[]; ctx: Context })
  | (Node<'Tuple'> & { elts: Expression[]; ctx: Context })
  | (Node<'Slice'> & { lower: Expression | null; upper: Expression | null; step: Expression | null });

interface FunctionParts {
  name: string;
  args: Arguments;
  body: Statement[];
  decorator_list: Expression[];
  returns: Expression | null;
  type_params: TypeParameter[];
}
interface LoopParts {
  target: Expression;
  iter: Expression;
  body: Statement[];
  orelse: Statement[];
}
interface TryParts {
  body: Statement[];
  handlers: ExceptHandler[];
  orelse: Statement[];
  finalbody: Statement[];
}

export type Statement =
  | (Node<'FunctionDef'> & FunctionParts)
  | (Node<'AsyncFunctionDef'> & FunctionParts)
  | (Node<'ClassDef'> & {
      name: string;
      bases: Expression[];
      keywords: Keyword[];
      body: Statement[];
      decorator_list: Expression[];
      type_params: TypeParameter[];
    })
  | (Node<'Return'> & { value: Expression | null })
  | (Node<'Delete'> & { targets: Expression[] })
  | (Node<'Assign'> & { targets: Expression[]; value: Expression })
  | (Node<'TypeAlias'> & { name: Expression; type_params: TypeParameter[]; value: Expression })
  | (Node<'AugAssign'> & { target: Expression; op: BinaryWord; value: Expression })
  | (Node<'AnnAssign'> & { target: Expression; annotation: Expression; value: Expression | null; simple: boolean })
  | (Node<'For'> & LoopParts)
  | (Node<'AsyncFor'> & LoopParts)
  | (Node<'While'> & { test: Expression; body: Statement[]; orelse: Statement[] })
  | (Node<'If'> & { test: Expression; body: Statement[]; orelse: Statement[] })
  | (Node<'With'> & { items: WithItem[]; body: Statement[] })
  | (Node<'AsyncWith'> & { items: WithItem[]; body: Statement[] })
  | (Node<'Match'> & { subject: Expression; cases: MatchCase[] })
  | (Node<'Raise'> & { exc: Expression | null; cause: Expression | null })
  | (Node<'Try'> & TryParts)
  | (Node<'TryStar'> & TryParts)
  | (Node<'Assert'> & { test: Expression; msg: Expression | null })
  | (Node<'Import'> & { names: Alias[] })
  | (Node<'ImportFrom'> & { module: string | null; names: Alias[]; level: number })
  | (Node<'Global'> & { names: string[] })
  | (Node<'Nonlocal'> & { names: string[] })
  | (Node<'Expr'> & { value: Expression })
  | Node<'Pass'>
  | Node<'Break'>
  | Node<'Continue'>;

export type Pattern =
  | (Node<'MatchValue'> & { value: Expression })
  | (Node<'MatchSingleton'> & { value: Value })
  | (Node<'MatchSequence'> & { patterns: Pattern[] })
  | (Node<'MatchMapping'> & { keys: Expression[]; patterns: Pattern[]; rest: string | null })
  | (Node<'MatchClass'> & { cls: Expression; patterns: Pattern[]; kwd_attrs: string[]; kwd_patterns: Pattern[] })
  | (Node<'MatchStar'> & { name: string | null })
  | (Node<'MatchAs'> & { pattern: Pattern | null; name: string | null })
  | (Node<'MatchOr'> & { patterns: Pattern[] });

export type TypeParameter =
  | (Node<'TypeVar'> & { name: string; bound: Expression | null; default_value: Expression | null })
  | (Node<'ParamSpec'> & { name: string; default_value: Expression | null })
  | (Node<'TypeVarTuple'> & { name: string; default_value: Expression | null });

export interface Module {
  readonly nodeType: 'Module';
  body: Statement[];
}
export interface Comprehension {
  target: Expression;
  iter: Expression;
  ifs: Expression[];
  is_async: boolean;
}
export interface ExceptHandler extends Node<'ExceptHandler'> {
  type: Expression | null;
  name: string | null;
  body: Statement[];
}
export interface Arguments {
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  kw_defaults: (Expression | null)[];
  kwarg: Arg | null;
  defaults: Expression[];
}
export interface Arg extends Node<'Arg'> {
  arg: string;
  annotation: Expression | null;
}
export interface Keyword extends Node<'Keyword'> {
  /** null: `**value`. */
  arg: string | null;
  value: Expression;
}
export interface Alias extends Node<'Alias'> {
  name: string;
  asname: string | null;
}
export interface WithItem {
  context_expr: Expression;
  optional_vars: Expression | null;
}
export interface MatchCase {
  pattern: Pattern;
  guard: Expression | null;
  body: Statement[];
}

export type ExpressionOf<K extends Expression['nodeType']> = Extract<Expression, { readonly nodeType: K }>;
export type StatementOf<K extends Statement['nodeType']> = Extract<Statement, { readonly nodeType: K }>;
export type PatternOf<K extends Pattern['nodeType']> = Extract<Pattern, { readonly nodeType: K }>;
export type FunctionNode = StatementOf<'FunctionDef'> | StatementOf<'AsyncFunctionDef'>;
export type ClassNode = StatementOf<'ClassDef'>;
export type ComprehensionNode = Extract<Expression, { generators: Comprehension[] }>;
