/** `import` and `from … import …`. CPython: Python/codegen.c, codegen_import, codegen_from_import */
import { PyTuple } from '../objects/value.ts';
import type { StatementOf } from '../syntax/tree.ts';
import { type Compiler, emit, emitNamed, loadConstant } from './compiler.ts';
import { variable } from './names.ts';
import * as Op from './op.ts';

export function importStatement(c: Compiler, node: StatementOf<'Import'>): void {
  for (const { name, asname } of node.names) {
    loadConstant(c, 0, node);
    loadConstant(c, null, node);
    emitNamed(c, Op.IMPORT_NAME, name, node);
    const [first = name, ...rest] = name.split('.');
    if (!asname) variable(c, first, 'store', node);
    else if (rest.length === 0) variable(c, asname, 'store', node);
    else importAs(c, node, { path: rest, asname });
  }
}

/** `import a.b.c as d`: from `a` down to `c`. */
function importAs(
  c: Compiler,
  node: StatementOf<'Import'>,
  { path, asname }: { path: readonly string[]; asname: string },
): void {
  path.forEach((name, index) => {
    if (index > 0) {
      emit(c, Op.SWAP, 2, node);
      emit(c, Op.POP_TOP, 0, node);
    }
    emitNamed(c, Op.IMPORT_FROM, name, node);
  });
  variable(c, asname, 'store', node);
  emit(c, Op.POP_TOP, 0, node);
}

export function importFromStatement(c: Compiler, node: StatementOf<'ImportFrom'>): void {
  loadConstant(c, node.level ?? 0, node);
  loadConstant(c, new PyTuple(node.names.map(({ name }) => name)), node);
  emitNamed(c, Op.IMPORT_NAME, node.module ?? '', node);
  if (node.names[0]?.name === '*') return emit(c, Op.IMPORT_STAR, 0, node);
  for (const { name, asname } of node.names) {
    emitNamed(c, Op.IMPORT_FROM, name, node);
    variable(c, asname ?? name, 'store', node);
  }
  emit(c, Op.POP_TOP, 0, node);
}
