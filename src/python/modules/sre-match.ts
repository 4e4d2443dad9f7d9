/** `re.Match` and the templates of `sub`. CPython: Modules/_sre/sre.c. */
import { getAttr } from '../objects/attributes.ts';
import { IndexError, raise, TypeError } from '../objects/errors.ts';
import { genericAlias } from '../objects/generic-alias.ts';
import { getset, method, newMethod, rawClassMethod, rawMethod } from '../objects/native.ts';
import { asIndex, call, repr } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { nativeType, PyBytes, PyDict, PyObject, PyPrimitive, PyTuple, typeOf, type Value } from '../objects/value.ts';
import { load } from '../vm/import.ts';
import type { Matcher } from './sre-engine.ts';
import type { Pattern } from './sre-pattern.ts';
import { joinPieces, type Subject } from './sre-subject.ts';

export const matchType = nativeType('Match');
export const templateType = nativeType('SRE_Template');
matchType.attrs.set('__module__', 're');
matchType.isBaseType = false;
newMethod(matchType, () => raise(TypeError, "cannot create 're.Match' instances"));

export class Match extends PyObject {
  readonly pattern: Pattern;
  readonly subject: Subject;
  /** Start and end of the whole, then of each group. */
  readonly marks: Int32Array;
  readonly lastIndex: number;
  readonly pos: number;
  readonly endpos: number;
  constructor(
    pattern: Pattern,
    subject: Subject,
    matcher: Matcher,
    span: { start: number; end: number; pos: number; endpos: number },
  ) {
    super(matchType);
    this.pattern = pattern;
    this.subject = subject;
    this.lastIndex = matcher.lastIndex;
    this.pos = span.pos;
    this.endpos = span.endpos;
    this.marks = new Int32Array(matcher.marks.length + 2);
    this.marks.set([span.start, span.end]);
    this.marks.set(matcher.marks, 2);
  }

  group(index: number, missing: Value = null): Value {
    const start = this.marks[index * 2];
    const end = this.marks[index * 2 + 1];
    return start < 0 || end < start ? missing : this.subject.slice(start, end);
  }
}

/** CPython: match_getindex. */
function groupIndex(self: Match, key: Value): number {
  let index: Value | undefined = key;
  const isInt =
    typeof key === 'number' ||
    typeof key === 'boolean' ||
    (key instanceof PyPrimitive && typeof key.value === 'number') ||
    typeOf(key).lookup('__index__') !== undefined;
  if (isInt) index = Number(asIndex(key));
  else index = textOf(key) === undefined ? undefined : self.pattern.groupIndex.map.get(textOf(key) as string);
  if (typeof index === 'number' && index >= 0 && index <= self.pattern.groups) return index;
  return raise(IndexError, 'no such group');
}

rawMethod(matchType, 'group', (args) => {
  const self = args[0] as Match;
  if (args.length === 1) return self.group(0);
  if (args.length === 2) return self.group(groupIndex(self, args[1]));
  return new PyTuple(args.slice(1).map((key) => self.group(groupIndex(self, key))));
});
method(matchType, '__getitem__', 'self, key, /', (self: Match, key: Value) => self.group(groupIndex(self, key)));
method(matchType, 'groups', 'self, /, default=None', (self: Match, missing?: Value) => {
  return new PyTuple(Array.from({ length: self.pattern.groups }, (_, index) => self.group(index + 1, missing ?? null)));
});
method(matchType, 'groupdict', 'self, /, default=None', (self: Match, missing?: Value) => {
  const dict = new PyDict();
  for (const [name, index] of self.pattern.groupIndex.map)
    dict.map.set(name, self.group(index as number, missing ?? null));
  return dict;
});
const positionOf = (self: Match, key: Value | undefined, side: 0 | 1): number => {
  const index = key === undefined ? 0 : groupIndex(self, key);
  return self.marks[index * 2] < 0 ? -1 : self.marks[index * 2 + side];
};
method(matchType, 'start', 'self, group=0, /', (self: Match, key?: Value) => positionOf(self, key, 0));
method(matchType, 'end', 'self, group=0, /', (self: Match, key?: Value) => positionOf(self, key, 1));
method(
  matchType,
  'span',
  'self, group=0, /',
  (self: Match, key?: Value) => new PyTuple([positionOf(self, key, 0), positionOf(self, key, 1)]),
);
method(matchType, 'expand', 'self, /, template', (self: Match, template: Value) => {
  const compiled = call(getAttr(load('re'), '_compile_template'), self.pattern, template);
  return compiled instanceof Template ? compiled.expand(self) : compiled;
});
for (const name of ['__copy__', '__deepcopy__']) rawMethod(matchType, name, (args) => args[0]);
method(matchType, '__repr__', 'self, /', (self: Match) => {
  return `<re.Match object; span=(${self.marks[0]}, ${self.marks[1]}), match=${repr(self.group(0))}>`;
});
rawClassMethod(matchType, '__class_getitem__', (args) => genericAlias(args[0], args[1]));
getset(matchType, 'string', (self) => (self as Match).subject.value);
getset(matchType, 're', (self) => (self as Match).pattern);
getset(matchType, 'pos', (self) => (self as Match).pos);
getset(matchType, 'endpos', (self) => (self as Match).endpos);
getset(matchType, 'lastindex', (self) => ((self as Match).lastIndex < 0 ? null : (self as Match).lastIndex));
getset(matchType, 'lastgroup', (self) => {
  const { lastIndex, pattern } = self as Match;
  return lastIndex < 0 ? null : (pattern.indexGroup.items[lastIndex] ?? null);
});
getset(matchType, 'regs', (self) => {
  const match = self as Match;
  return new PyTuple(
    Array.from(
      { length: match.pattern.groups + 1 },
      (_, index) => new PyTuple([match.marks[index * 2], match.marks[index * 2 + 1]]),
    ),
  );
});

/** The parsed replacement of `sub`: literals with the numbers of groups between them. */
export class Template extends PyObject {
  readonly literal: Value;
  readonly parts: readonly { readonly group: number; readonly literal: Value }[];
  constructor(items: readonly Value[]) {
    super(templateType);
    this.literal = items[0];
    this.parts = Array.from({ length: (items.length - 1) >> 1 }, (_, index) => ({
      group: Number(items[index * 2 + 1]),
      literal: items[index * 2 + 2],
    }));
  }

  /** CPython: expand_template. A group that took no part is empty. */
  expand(match: Match): Value {
    const empty = match.subject.isText ? '' : new PyBytes(new Uint8Array());
    const pieces = this.parts.flatMap(({ group, literal }) => [match.group(group, empty), literal]);
    return joinPieces(
      match.subject,
      [this.literal, ...pieces].map((piece) => piece ?? empty),
    );
  }
}
