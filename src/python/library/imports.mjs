/** Which modules a module of Lib imports when it is itself imported: not inside a function, not for type checkers. */
import { parse } from 'py-ast';

/**
 * @typedef {{ readonly nodeType: string, readonly [field: string]: any }} Node
 * @typedef {{ readonly name: string, readonly isPackage: boolean, readonly source: string }} Module
 */

/**
 * @param {Module} module
 * @param {(name: string) => boolean} isModule Whether a dotted name is a module, to tell `from a import b` apart.
 * @returns {readonly string[]} Dotted names, sorted, each with the packages it lies in.
 */
export function importsOf(module, isModule) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const statement of importsIn(/** @type {any} */ (parse(module.source)).body)) {
    for (const name of namesOf(statement, module, isModule)) addWithParents(found, name);
  }
  found.delete(module.name);
  return [...found].sort();
}

/**
 * @param {readonly Node[]} statements
 * @returns {Generator<Node>}
 */
function* importsIn(statements) {
  for (const statement of statements) {
    if (statement.nodeType === 'Import' || statement.nodeType === 'ImportFrom') yield statement;
    if (statement.nodeType === 'FunctionDef' || statement.nodeType === 'AsyncFunctionDef') continue;
    if (statement.nodeType === 'If' && isNeverTaken(statement['test'])) {
      yield* importsIn(statement['orelse'] ?? []);
      continue;
    }
    for (const field of ['body', 'orelse', 'finalbody', 'handlers', 'cases']) {
      if (Array.isArray(statement[field])) yield* importsIn(statement[field]);
    }
  }
}

/**
 * `if TYPE_CHECKING:` and `if __name__ == '__main__':`.
 *
 * @param {Node} test
 */
function isNeverTaken(test) {
  if (test.nodeType === 'Compare') return test['left'].id === '__name__';
  return test['id'] === 'TYPE_CHECKING' || test['attr'] === 'TYPE_CHECKING';
}

/**
 * @param {Node} statement
 * @param {Module} module
 * @param {(name: string) => boolean} isModule
 * @returns {readonly string[]}
 */
function namesOf(statement, module, isModule) {
  /** @type {readonly string[]} */
  const imported = statement['names'].map((/** @type {{ name: string }} */ alias) => alias.name);
  if (statement.nodeType === 'Import') return imported;
  const base = baseOf(statement['module'] ?? '', statement['level'] ?? 0, module);
  const submodules = imported.map((name) => `${base}.${name}`).filter(isModule);
  return [base, ...submodules];
}

/**
 * @param {string} name
 * @param {number} level How many dots stand in front of it.
 * @param {Module} module
 */
function baseOf(name, level, module) {
  if (level === 0) return name;
  const parts = module.name.split('.');
  const kept = parts.slice(0, parts.length - level + (module.isPackage ? 1 : 0));
  return [...kept, ...(name === '' ? [] : [name])].join('.');
}

/**
 * @param {Set<string>} found
 * @param {string} name
 */
function addWithParents(found, name) {
  const parts = name.split('.');
  for (let count = 1; count <= parts.length; count++) found.add(parts.slice(0, count).join('.'));
}
