/** `from __future__ import …`. CPython: Python/future.c */
import { fail } from '../syntax/problem.ts';
import type { Source } from '../syntax/source.ts';
import type { Module, Statement } from '../syntax/tree.ts';

const KNOWN = new Set([
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'barry_as_FLUFL',
  'generator_stop',
  'annotations',
]);

export function futureFeatures(source: Source, tree: Module): ReadonlySet<string> {
  const features = new Set<string>();
  let isAllowed = true;
  tree.body.forEach((statement, index) => {
    if (statement.nodeType === 'ImportFrom' && statement.module === '__future__' && !statement.level) {
      if (!isAllowed) fail(source, 'from __future__ imports must occur at the beginning of the file', statement);
      for (const alias of statement.names) {
        if (alias.name === 'braces') fail(source, 'not a chance', alias);
        if (!KNOWN.has(alias.name)) fail(source, `future feature ${alias.name} is not defined`, alias);
        features.add(alias.name);
      }
    } else if (!(index === 0 && isDocstring(statement))) isAllowed = false;
  });
  return features;
}

function isDocstring(statement: Statement): boolean {
  return (
    statement.nodeType === 'Expr' &&
    statement.value.nodeType === 'Constant' &&
    typeof statement.value.value === 'string'
  );
}
