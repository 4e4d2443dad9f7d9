/** Parameters of functions and lambdas, and type parameters. CPython: Grammar/python.gram, "params", "lambda_params", "type_params" */
import type { Parser } from './parser.ts';
import { Kind, type Token } from './tokens.ts';
import type { Arg, Arguments, Expression, TypeParameter } from './tree.ts';

interface Shape {
  /** What ends the list. */
  readonly close: ')' | ':';
  readonly hasAnnotations: boolean;
}

export function functionParameters(p: Parser): Arguments {
  return parameters(p, { close: ')', hasAnnotations: true });
}

export function lambdaParameters(p: Parser): Arguments {
  return parameters(p, { close: ':', hasAnnotations: false });
}

function parameters(p: Parser, shape: Shape): Arguments {
  const found: Arguments = {
    posonlyargs: [],
    args: [],
    vararg: null,
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: null,
    defaults: [],
  };
  let star: Token | null = null;
  while (!p.at(shape.close)) {
    if (p.at('/')) slash(p, found, star);
    else if (p.at('**')) {
      keywordParameter(p, found, shape);
      break;
    } else if (p.at('*')) star = starParameter(p, found, { shape, star });
    else if (star !== null) keywordOnly(p, found, shape);
    else positional(p, found, shape);
    if (!p.at(shape.close)) p.expect(',');
  }
  return found;
}

function slash(p: Parser, found: Arguments, star: Token | null): void {
  const { token } = p;
  const reject = (message: string): never => (p.isExplaining ? p.reject(message, token) : p.fail());
  if (star !== null) reject('/ must be ahead of *');
  if (found.posonlyargs.length > 0) reject('/ may appear only once');
  if (found.args.length === 0) {
    if (p.peek().text === ',') reject('at least one argument must precede /');
    p.fail();
  }
  p.advance();
  if (p.at('*') && p.isExplaining) p.reject('expected comma between / and *', p.token);
  found.posonlyargs = found.args;
  found.args = [];
}

function positional(p: Parser, found: Arguments, shape: Shape): void {
  if (p.at('(') && p.isExplaining) explainBrackets(p, shape);
  const arg = parameter(p, shape);
  const value = defaultValue(p);
  if (value === null && found.defaults.length > 0) {
    const message = 'parameter without a default follows parameter with a default';
    return p.isExplaining ? p.reject(message, arg) : p.fail();
  }
  found.args.push(arg);
  if (value !== null) found.defaults.push(value);
}

function explainBrackets(p: Parser, { close }: Shape): void {
  const start = p.token;
  p.lookAhead(() => {
    p.advance();
    p.name();
    while (p.take(',') && !p.at(')')) p.name();
    p.expect(')');
    p.reject(`${close === ')' ? 'Function' : 'Lambda expression'} parameters cannot be parenthesized`, p.from(start));
  });
}

function keywordOnly(p: Parser, found: Arguments, shape: Shape): void {
  found.kwonlyargs.push(parameter(p, shape));
  found.kw_defaults.push(defaultValue(p));
}

function starParameter(p: Parser, found: Arguments, { shape, star }: { shape: Shape; star: Token | null }): Token {
  const start = p.token;
  if (star !== null) return p.isExplaining ? p.reject('* argument may appear only once', start) : p.fail();
  p.advance();
  const isBare = p.at(',');
  const next = isBare ? p.peek() : p.token;
  if (p.at(shape.close) || (isBare && (next.text === shape.close || next.text === '**'))) {
    return p.isExplaining
      ? p.reject('named arguments must follow bare *', shape.close === ')' ? start : next)
      : p.fail();
  }
  if (isBare) return start;
  found.vararg = parameter(p, shape, true);
  if (p.at('=') && p.isExplaining) p.reject('var-positional argument cannot have default value', p.token);
  return start;
}

function keywordParameter(p: Parser, found: Arguments, shape: Shape): void {
  p.advance();
  found.kwarg = parameter(p, shape);
  if (p.at('=') && p.isExplaining) p.reject('var-keyword argument cannot have default value', p.token);
  if (!p.take(',')) return;
  const follows = p.token.kind === Kind.name || p.at('*') || p.at('**') || p.at('/');
  if (follows && p.isExplaining) p.reject('arguments cannot follow var-keyword argument', p.token);
}

function parameter(p: Parser, { hasAnnotations }: Shape, isStarred = false): Arg {
  const start = p.token;
  const arg = p.name();
  const annotation = hasAnnotations && p.take(':') ? (isStarred ? starAnnotation(p) : p.grammar.expression(p)) : null;
  return { nodeType: 'Arg', ...p.from(start), arg, annotation };
}

/** `*args: *Ts` */
function starAnnotation(p: Parser): Expression {
  if (!p.at('*')) return p.grammar.expression(p);
  const start = p.advance();
  const value = p.grammar.bitwiseOr(p);
  return { nodeType: 'Starred', ...p.from(start), value, ctx: 'Load' };
}

function defaultValue(p: Parser): Expression | null {
  if (!p.at('=')) return null;
  const equals = p.advance();
  if (p.isExplaining && (p.at(')') || p.at(','))) p.reject('expected default value expression', equals);
  return p.grammar.expression(p);
}

/** `[T: int = str, *Ts, **P]`, or nothing. */
export function typeParameters(p: Parser): TypeParameter[] {
  if (!p.at('[')) return [];
  p.advance();
  if (p.at(']') && p.isExplaining)
    p.reject('Type parameter list cannot be empty', { ...p.token, end_col_offset: p.token.col_offset });
  const found = [typeParameter(p)];
  while (p.take(',')) {
    if (p.at(']')) break;
    found.push(typeParameter(p));
  }
  p.expect(']');
  return found;
}

function typeParameter(p: Parser): TypeParameter {
  const start = p.token;
  const isTuple = p.take('*');
  const isSpec = !isTuple && p.take('**');
  const name = p.name();
  const bound = !isTuple && !isSpec && p.take(':') ? p.grammar.expression(p) : null;
  if (p.at(':') && p.isExplaining) {
    const colon = p.advance();
    const value = p.grammar.expression(p);
    const what = value.nodeType === 'Tuple' ? 'constraints' : 'bound';
    p.reject(`cannot use ${what} with ${isTuple ? 'TypeVarTuple' : 'ParamSpec'}`, p.from(colon));
  }
  const default_value = p.take('=') ? (isTuple ? starAnnotation(p) : p.grammar.expression(p)) : null;
  if (isTuple) return { nodeType: 'TypeVarTuple', ...p.from(start), name, default_value };
  if (isSpec) return { nodeType: 'ParamSpec', ...p.from(start), name, default_value };
  return { nodeType: 'TypeVar', ...p.from(start), name, bound, default_value };
}
