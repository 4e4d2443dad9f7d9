/** `re.Pattern`. CPython: Modules/_sre/sre.c. */
import { getAttr, isCallable } from '../objects/attributes.ts';
import { raise, TypeError } from '../objects/errors.ts';
import { genericAlias } from '../objects/generic-alias.ts';
import { NativeIterator } from '../objects/iterator.ts';
import { callableIteratorType } from '../objects/iterators.ts';
import { mappingProxy } from '../objects/mappingproxy.ts';
import { getset, method, rawClassMethod, rawMethod } from '../objects/native.ts';
import { asIndex, call, equals, hash, repr } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import {
  NotImplemented,
  nativeType,
  PyBytes,
  type PyDict,
  PyList,
  PyObject,
  PyTuple,
  type Value,
} from '../objects/value.ts';
import { load } from '../vm/import.ts';
import { SRE_FLAG_LOCALE, SRE_FLAG_UNICODE } from './sre-codes.ts';
import { Matcher } from './sre-engine.ts';
import { Match, Template } from './sre-match.ts';
import { joinPieces, type Subject, subjectOf } from './sre-subject.ts';

export const patternType = nativeType('Pattern');
patternType.attrs.set('__module__', 're');
patternType.isBaseType = false;
const scannerType = nativeType('SRE_Scanner');

export interface PatternInit {
  readonly pattern: Value;
  readonly flags: number;
  readonly code: Uint32Array;
  readonly groups: number;
  readonly groupIndex: PyDict;
  readonly indexGroup: PyTuple;
}

export class Pattern extends PyObject {
  readonly source: Value;
  readonly flags: number;
  readonly code: Uint32Array;
  readonly groups: number;
  readonly groupIndex: PyDict;
  readonly indexGroup: PyTuple;
  constructor(init: PatternInit) {
    super(patternType);
    this.source = init.pattern;
    this.flags = init.flags;
    this.code = init.code;
    this.groups = init.groups;
    this.groupIndex = init.groupIndex;
    this.indexGroup = init.indexGroup;
  }
}

/** One search through a subject, from match to match. CPython: SRE_STATE. */
class Search {
  readonly pattern: Pattern;
  readonly subject: Subject;
  readonly matcher: Matcher;
  readonly pos: number;
  readonly endpos: number;
  private from: number;
  constructor(pattern: Pattern, string: Value, pos?: Value, endpos?: Value) {
    this.pattern = pattern;
    this.subject = subjectOf(string);
    if (pattern.source !== null && this.subject.isText !== (textOf(pattern.source) !== undefined)) {
      raise(
        TypeError,
        this.subject.isText
          ? 'cannot use a bytes pattern on a string-like object'
          : 'cannot use a string pattern on a bytes-like object',
      );
    }
    const length = this.subject.codes.length;
    const clamp = (value: Value | undefined, missing: number) => {
      return value === undefined ? missing : Math.max(0, Math.min(length, Number(asIndex(value))));
    };
    this.endpos = clamp(endpos, length);
    this.pos = Math.min(clamp(pos, 0), length);
    this.matcher = new Matcher(pattern.code, pattern.groups, this.subject.codes, this.endpos);
    this.from = this.pos;
  }

  match(isFull: boolean): Match | null {
    if (this.pos > this.endpos) return null;
    this.matcher.isFull = isFull;
    return this.matched(this.from, this.matcher.match(this.from));
  }

  /** The next match at or behind where the last one ended. */
  search(): Match | null {
    if (this.from > this.endpos) return null;
    const start = this.matcher.search(this.from);
    return start < 0 ? null : this.matched(start, this.matcher.found);
  }

  private matched(start: number, end: number): Match | null {
    if (end < 0) return null;
    this.matcher.mustAdvanceFrom = end === start ? end : -1;
    this.from = end;
    return new Match(this.pattern, this.subject, this.matcher, { start, end, pos: this.pos, endpos: this.endpos });
  }
}

const POSITIONS = 'self, /, string, pos=0, endpos=9223372036854775807';
method(patternType, 'match', POSITIONS, (self: Pattern, string: Value, pos?: Value, endpos?: Value) =>
  new Search(self, string, pos, endpos).match(false),
);
method(patternType, 'fullmatch', POSITIONS, (self: Pattern, string: Value, pos?: Value, endpos?: Value) =>
  new Search(self, string, pos, endpos).match(true),
);
method(patternType, 'search', POSITIONS, (self: Pattern, string: Value, pos?: Value, endpos?: Value) =>
  new Search(self, string, pos, endpos).search(),
);

method(patternType, 'findall', POSITIONS, (self: Pattern, string: Value, pos?: Value, endpos?: Value) => {
  const search = new Search(self, string, pos, endpos);
  const empty = search.subject.slice(0, 0);
  const found: Value[] = [];
  for (let match = search.search(); match !== null; match = search.search()) {
    if (self.groups <= 1) found.push(match.group(self.groups, empty));
    else found.push(new PyTuple(groupsOf(match, empty)));
  }
  return new PyList(found);
});

function groupsOf(match: Match, missing: Value): Value[] {
  return Array.from({ length: match.pattern.groups }, (_, index) => match.group(index + 1, missing));
}

class FindIterator extends NativeIterator {
  private readonly search: Search;
  constructor(search: Search) {
    super(callableIteratorType);
    this.search = search;
  }
  nextValue(): Value | undefined {
    return this.search.search() ?? undefined;
  }
}
method(
  patternType,
  'finditer',
  POSITIONS,
  (self: Pattern, string: Value, pos?: Value, endpos?: Value) =>
    new FindIterator(new Search(self, string, pos, endpos)),
);

class Scanner extends PyObject {
  readonly search: Search;
  constructor(search: Search) {
    super(scannerType);
    this.search = search;
  }
}
method(
  patternType,
  'scanner',
  POSITIONS,
  (self: Pattern, string: Value, pos?: Value, endpos?: Value) => new Scanner(new Search(self, string, pos, endpos)),
);
method(scannerType, 'match', 'self, /', (self: Scanner) => self.search.match(false));
method(scannerType, 'search', 'self, /', (self: Scanner) => self.search.search());
getset(scannerType, 'pattern', (self) => (self as Scanner).search.pattern);

method(patternType, 'split', 'self, /, string, maxsplit=0', (self: Pattern, string: Value, maxsplit?: Value) => {
  const most = maxsplit === undefined ? 0 : Number(asIndex(maxsplit));
  const search = new Search(self, string);
  const pieces: Value[] = [];
  let last = 0;
  for (let count = 0; most <= 0 || count < most; count++) {
    if (most < 0) break;
    const match = search.search();
    if (match === null) break;
    pieces.push(search.subject.slice(last, match.marks[0]), ...groupsOf(match, null));
    last = match.marks[1];
  }
  pieces.push(search.subject.slice(last, search.endpos));
  return new PyList(pieces);
});

const SUBSTITUTE = 'self, /, repl, string, count=0';
method(
  patternType,
  'sub',
  SUBSTITUTE,
  (self: Pattern, repl: Value, string: Value, count?: Value) => substitute(self, repl, string, count).text,
);
method(patternType, 'subn', SUBSTITUTE, (self: Pattern, repl: Value, string: Value, count?: Value) => {
  const { text, count: made } = substitute(self, repl, string, count);
  return new PyTuple([text, made]);
});

type Replacement = (match: Match) => Value;

function replacementOf(self: Pattern, repl: Value): Replacement {
  if (isCallable(repl)) return (match) => call(repl, match);
  const isPlain = textOf(repl)?.includes('\\') === false || (repl instanceof PyBytes && !repl.bytes.includes(92));
  if (isPlain) return () => repl;
  const template = call(getAttr(load('re'), '_compile_template'), self, repl);
  return template instanceof Template ? (match) => template.expand(match) : () => template;
}

/** CPython: pattern_subx. */
function substitute(self: Pattern, repl: Value, string: Value, count?: Value): { text: Value; count: number } {
  const most = count === undefined ? 0 : Number(asIndex(count));
  const replacement = replacementOf(self, repl);
  const search = new Search(self, string);
  const pieces: Value[] = [];
  let last = 0;
  let made = 0;
  for (; most === 0 || made < most; made++) {
    const match = search.search();
    if (match === null) break;
    if (last < match.marks[0]) pieces.push(search.subject.slice(last, match.marks[0]));
    const piece = replacement(match);
    if (piece !== null) pieces.push(piece);
    last = match.marks[1];
  }
  if (made === 0) return { text: string, count: 0 };
  if (last < search.endpos) pieces.push(search.subject.slice(last, search.endpos));
  return { text: joinPieces(search.subject, pieces), count: made };
}

const FLAG_NAMES: readonly (readonly [string, number])[] = [
  ['re.IGNORECASE', 2],
  ['re.LOCALE', 4],
  ['re.MULTILINE', 8],
  ['re.DOTALL', 16],
  ['re.UNICODE', 32],
  ['re.VERBOSE', 64],
  ['re.DEBUG', 128],
  ['re.ASCII', 256],
];

/** CPython: pattern_repr. */
method(patternType, '__repr__', 'self, /', (self: Pattern) => {
  let { flags } = self;
  if (textOf(self.source) !== undefined && (flags & (SRE_FLAG_LOCALE | SRE_FLAG_UNICODE | 256)) === SRE_FLAG_UNICODE)
    flags &= ~SRE_FLAG_UNICODE;
  const names = FLAG_NAMES.filter(([, bit]) => (flags & bit) !== 0).map(([name, bit]) => {
    flags &= ~bit;
    return name;
  });
  if (flags !== 0) names.push(`0x${flags.toString(16)}`);
  const shown = [repr(self.source).slice(0, 200), ...(names.length > 0 ? [names.join('|')] : [])];
  return `re.compile(${shown.join(', ')})`;
});
method(patternType, '__eq__', 'self, value, /', (self: Pattern, other: Value) => {
  return other instanceof Pattern
    ? self === other || (self.flags === other.flags && equals(self.source, other.source))
    : NotImplemented;
});
method(patternType, '__hash__', 'self, /', (self: Pattern) => hash(new PyTuple([self.flags, self.source])));
for (const name of ['__copy__', '__deepcopy__']) rawMethod(patternType, name, (args) => args[0]);
rawClassMethod(patternType, '__class_getitem__', (args) => genericAlias(args[0], args[1]));
getset(patternType, 'pattern', (self) => (self as Pattern).source);
getset(patternType, 'flags', (self) => (self as Pattern).flags);
getset(patternType, 'groups', (self) => (self as Pattern).groups);
getset(patternType, 'groupindex', (self) => mappingProxy((self as Pattern).groupIndex));
