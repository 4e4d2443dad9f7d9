/** What the lexer hands to the parser. */
import type { Range } from './tree.ts';

export const Kind = {
  end: 0,
  newline: 1,
  indent: 2,
  dedent: 3,
  name: 4,
  keyword: 5,
  number: 6,
  string: 7,
  operator: 8,
  /** The beginning of an f-string or t-string (prefix and quotes), its literal parts, its end. */
  formatStart: 9,
  formatMiddle: 10,
  formatEnd: 11,
  /** The lexer found a mistake here; `Tokens.problem` says which. */
  error: 12,
} as const;

export interface Token extends Range {
  readonly kind: number;
  /** As written; '' for the layout tokens. */
  readonly text: string;
  /** Index of its first and behind its last character in the text. */
  readonly start: number;
  readonly end: number;
  /** How many brackets are open around it. */
  readonly level: number;
}

export const KEYWORDS: ReadonlySet<string> = new Set([
  'False',
  'None',
  'True',
  'and',
  'as',
  'assert',
  'async',
  'await',
  'break',
  'class',
  'continue',
  'def',
  'del',
  'elif',
  'else',
  'except',
  'finally',
  'for',
  'from',
  'global',
  'if',
  'import',
  'in',
  'is',
  'lambda',
  'nonlocal',
  'not',
  'or',
  'pass',
  'raise',
  'return',
  'try',
  'while',
  'with',
  'yield',
]);

export const SOFT_KEYWORDS: ReadonlySet<string> = new Set(['_', 'case', 'match', 'type']);
