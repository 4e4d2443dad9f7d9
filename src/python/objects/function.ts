/** Functions made by `def` and `lambda`. How they are called is the VM's business. */
import type { Code } from '../compile/code.ts';
import { type Cell, functionType, type PyDict, PyObject, type PyTuple, type Value } from './value.ts';

export class PyFunction extends PyObject {
  code: Code;
  readonly globals: PyDict;
  name: string;
  qualname: string;
  module: Value;
  doc: Value;
  defaults: PyTuple | null;
  keywordDefaults: PyDict | null;
  readonly closure: readonly Cell[];
  /** `__annotate__`: called with a format on the first look at `__annotations__` (PEP 649). */
  annotate: Value = null;
  annotations: PyDict | null = null;
  typeParams: Value | undefined;

  constructor(
    code: Code,
    globals: PyDict,
    defaults: PyTuple | null,
    keywordDefaults: PyDict | null,
    closure: readonly Cell[],
  ) {
    super(functionType);
    this.code = code;
    this.globals = globals;
    this.name = code.name;
    this.qualname = code.qualname;
    this.module = globals.map.get('__name__') ?? null;
    this.doc = code.docstring;
    this.defaults = defaults;
    this.keywordDefaults = keywordDefaults;
    this.closure = closure;
  }
}
