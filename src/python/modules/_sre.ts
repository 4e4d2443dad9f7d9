/** The module `_sre`, under CPython's own Lib/re. CPython: Modules/_sre/sre.c. */
import { nativeFunction } from '../objects/native.ts';
import { asIndex, asSmallInt, toArray } from '../objects/protocol.ts';
import { PyDict, type PyTuple, type Value } from '../objects/value.ts';
import { isCasedAscii, isCasedUnicode, lowerAscii, lowerUnicode } from './sre-characters.ts';
import { SRE_MAGIC, SRE_MAXREPEAT } from './sre-codes.ts';
import { Template } from './sre-match.ts';
import { Pattern } from './sre-pattern.ts';

export function sreModule(): Map<string, Value> {
  const functions = [
    nativeFunction('compile', 'pattern, flags, code, groups, groupindex, indexgroup', compile),
    nativeFunction(
      'template',
      'pattern, template, /',
      (_pattern: Value, template: Value) => new Template(toArray(template)),
    ),
    nativeFunction('getcodesize', '', () => 4),
    nativeFunction('ascii_iscased', 'character, /', (ch: Value) => isCasedAscii(asSmallInt(ch))),
    nativeFunction('unicode_iscased', 'character, /', (ch: Value) => isCasedUnicode(asSmallInt(ch))),
    nativeFunction('ascii_tolower', 'character, /', (ch: Value) => lowerAscii(asSmallInt(ch))),
    nativeFunction('unicode_tolower', 'character, /', (ch: Value) => lowerUnicode(asSmallInt(ch))),
  ];
  return new Map<string, Value>([
    ...functions.map((native) => [native.name, native] as const),
    ['MAGIC', SRE_MAGIC],
    ['CODESIZE', 4],
    ['MAXREPEAT', SRE_MAXREPEAT],
    ['MAXGROUPS', 0x3fffffff],
  ]);
}

function compile(pattern: Value, flags: Value, ...rest: Value[]): Value {
  const [code, groups, groupIndex, indexGroup] = rest;
  return new Pattern({
    pattern,
    flags: asSmallInt(flags),
    code: Uint32Array.from(toArray(code), (word) => Number(asIndex(word))),
    groups: asSmallInt(groups),
    groupIndex: groupIndex instanceof PyDict ? groupIndex : new PyDict(),
    indexGroup: indexGroup as PyTuple,
  });
}
