/** Syntax trees as Python objects, for `ast.parse`. The tree itself is CPython's node for node (see ../syntax/tree.ts). */
import { PyList, PyObject, PyTuple, PyType, type Value } from '../objects/value.ts';
import { Source } from '../syntax/source.ts';
import { nodeClasses } from './_ast.ts';
import { setTreeMaker } from './ast-door.ts';

setTreeMaker(treeObject);

type Node = Readonly<Record<string, unknown>>;

/** Fields whose strings name a class without fields: `ctx=Load()`. */
const WORDS: ReadonlySet<string> = new Set(['op', 'ops', 'ctx']);
/** Kinds that the tree knows by another name, or by their fields alone. */
const RENAMED: Readonly<Record<string, string>> = {
  Arg: 'arg',
  Keyword: 'keyword',
  Alias: 'alias',
  WithItem: 'withitem',
  MatchCase: 'match_case',
};
const TELLING_FIELDS: readonly (readonly [string, string])[] = [
  ['is_async', 'comprehension'],
  ['posonlyargs', 'arguments'],
  ['context_expr', 'withitem'],
  ['guard', 'match_case'],
  ['asname', 'alias'],
  ['annotation', 'arg'],
  ['arg', 'keyword'],
];

function treeObject(root: object, text: string, mode: 'exec' | 'eval' | 'single'): PyObject {
  const builder = new Builder(new Source(text, ''));
  if (mode === 'eval') return builder.make('Expression', [['body', builder.value('body', root)]]);
  const body = builder.value('body', (root as Node)['body']);
  return mode === 'single'
    ? builder.make('Interactive', [['body', body]])
    : builder.make('Module', [
        ['body', body],
        ['type_ignores', new PyList([])],
      ]);
}

class Builder {
  private readonly source: Source;
  constructor(source: Source) {
    this.source = source;
  }

  make(name: string, fields: readonly (readonly [string, Value])[]): PyObject {
    const cls = nodeClasses().get(name);
    if (!(cls instanceof PyType)) throw new Error(`no class for the node ${name}`);
    const node = new PyObject(cls);
    node.attrs = new Map(fields);
    return node;
  }

  value(field: string, value: unknown): Value {
    if (Array.isArray(value)) return new PyList(value.map((item) => this.value(field, item)));
    if (value === undefined || value === null) return null;
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (typeof value === 'string') return WORDS.has(field) ? this.make(value, []) : value;
    if (typeof value === 'number' || typeof value === 'bigint') return value;
    return value instanceof PyObject ? value : this.node(value as Node);
  }

  private node(node: Node): PyObject {
    const name = kindOf(node);
    const cls = nodeClasses().get(name);
    const fields = cls instanceof PyType ? cls.lookup('_fields') : undefined;
    const names = fields instanceof PyTuple ? fields.items.map(String) : [];
    const isConstant = name === 'Constant' || name === 'MatchSingleton';
    const values = names.map((field): [string, Value] => {
      return [
        field,
        isConstant && field === 'value' ? ((node[field] ?? null) as Value) : this.value(field, node[field]),
      ];
    });
    return this.make(name, [
      ...values,
      ...(name === 'arguments' || name === 'comprehension' || name === 'withitem' || name === 'match_case'
        ? []
        : this.place(node)),
    ]);
  }

  private place(node: Node): readonly (readonly [string, Value])[] {
    if (typeof node['lineno'] !== 'number') return [];
    const line = Number(node['lineno']);
    const endLine = Number(node['end_lineno'] ?? line);
    const column = this.bytesBefore(line, Number(node['col_offset']));
    return [
      ['lineno', line],
      ['col_offset', column],
      ['end_lineno', endLine],
      ['end_col_offset', this.bytesBefore(endLine, Number(node['end_col_offset']))],
    ];
  }

  /** Columns of `ast` count bytes of UTF-8. */
  private bytesBefore(line: number, column: number): number {
    return new TextEncoder().encode(this.source.line(line).slice(0, column)).length;
  }
}

function kindOf(node: Node): string {
  const type = node['nodeType'];
  if (typeof type === 'string') return RENAMED[type] ?? type;
  return TELLING_FIELDS.find(([field]) => field in node)?.[1] ?? 'AST';
}
