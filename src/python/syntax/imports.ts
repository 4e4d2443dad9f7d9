/** `import` statements. CPython: Grammar/python.gram, "import_stmt" */
import type { Parser } from './parser.ts';
import { describe } from './targets.ts';
import { Kind } from './tokens.ts';
import type { Alias, Statement } from './tree.ts';

export function importNames(p: Parser): Statement {
  const start = p.advance();
  if (p.token.kind === Kind.newline && p.isExplaining) noNames(p);
  const names = [dottedAlias(p)];
  while (p.take(',')) names.push(dottedAlias(p));
  if (p.at('from') && p.isExplaining) {
    p.advance();
    dottedName(p);
    p.reject("Did you mean to use 'from ... import ...' instead?", p.from(start));
  }
  return { nodeType: 'Import', ...p.from(start), names };
}

function noNames(p: Parser): never {
  const { lineno, col_offset } = p.token;
  return p.reject("Expected one or more names after 'import'", {
    lineno,
    col_offset,
    end_lineno: lineno,
    end_col_offset: col_offset,
  });
}

function dottedName(p: Parser): string {
  let name = p.name();
  while (p.take('.')) name += `.${p.name()}`;
  return name;
}

function dottedAlias(p: Parser): Alias {
  const start = p.token;
  const name = dottedName(p);
  const asname = aliasName(p);
  return { nodeType: 'Alias', ...p.from(start), name, asname };
}

function aliasName(p: Parser): string | null {
  if (!p.take('as')) return null;
  const ends = [',', ')', ';'];
  const isName = p.token.kind === Kind.name && (p.peek().kind === Kind.newline || ends.includes(p.peek().text));
  if (!isName && p.isExplaining) {
    const node = p.attempt(() => p.grammar.expression(p));
    if (node !== null) p.reject(`cannot use ${describe(node)} as import target`, node);
  }
  return p.name();
}

export function importFrom(p: Parser): Statement {
  const start = p.advance();
  let level = 0;
  while (p.at('.') || p.at('...')) level += p.advance().text.length;
  const module = p.at('import') && level > 0 ? null : dottedName(p);
  p.expect('import');
  if (p.token.kind === Kind.newline && p.isExplaining) noNames(p);
  const names = fromNames(p);
  return { nodeType: 'ImportFrom', ...p.from(start), module, names, level };
}

function fromNames(p: Parser): Alias[] {
  const star = p.token;
  if (p.take('*')) return [{ nodeType: 'Alias', ...p.from(star), name: '*', asname: null }];
  const isInBrackets = p.take('(');
  const names = [fromAlias(p)];
  while (p.take(',')) {
    if (isInBrackets && p.at(')')) break;
    if (!isInBrackets && p.token.kind === Kind.newline && p.isExplaining) {
      p.reject('trailing comma not allowed without surrounding parentheses', p.token);
    }
    names.push(fromAlias(p));
  }
  if (isInBrackets) p.expect(')');
  return names;
}

function fromAlias(p: Parser): Alias {
  const start = p.token;
  const name = p.name();
  const asname = aliasName(p);
  return { nodeType: 'Alias', ...p.from(start), name, asname };
}
