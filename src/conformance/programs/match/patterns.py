from dataclasses import dataclass
from enum import Enum

@dataclass
class P:
    x: int
    y: int

class Color(Enum):
    RED = 1
    BLUE = 2

class Pos:
    __match_args__ = ('a', 'b')
    def __init__(self, a, b): self.a, self.b = a, b

def m(v):
    match v:
        case None: return 'None'
        case True | False as b: return f'bool {b}'
        case 0: return 'zero'
        case -1 | 1.5: return f'num {v}'
        case 'a' 'b': return 'ab'
        case b'x': return 'bytes'
        case Color.RED: return 'red'
        case []: return 'empty seq'
        case [1, x]: return f'one and {x}'
        case [x, y, *rest] if len(rest) > 1: return f'long {x} {y} {rest}'
        case (x, (y, z)): return f'nested {x} {y} {z}'
        case [_, _, *_]: return 'at least two'
        case {'type': 't', 'v': [a, *_], **kw}: return f'map {a} {kw}'
        case {'k': str() as s}: return f'str at k {s}'
        case {}: return f'other map {len(v)}'
        case P(x=0, y=y): return f'P0 {y}'
        case P(x, y) if x == y: return f'diag {x}'
        case P(): return 'P'
        case Pos(1, b=q): return f'Pos1 {q}'
        case int(n) | float(n): return f'number {n}'
        case str(s) if s.startswith('z'): return f'z-string {s}'
        case str(): return 'string'
        case set(): return 'set'
        case _: return f'other {type(v).__name__}'

for v in [None, True, 0, False, -1, 1.5, 'ab', b'x', Color.RED, Color.BLUE, [], (), [1, 2], (1, 'q'), [5, 6, 7, 8], [5, [6, 7]], [1, [2, 3]], [9, 9, 9], {'type': 't', 'v': [1, 2], 'z': 1},
          {'k': 's'}, {'k': 1}, {}, P(0, 5), P(2, 2), P(1, 2), Pos(1, 2), Pos(2, 2), 7, 7.5, 'zed', 'other', {1}, range(2), 'a', iter([]), object]:
    print(repr(v)[:20] if not isinstance(v, Pos) and not hasattr(v, '__next__') else type(v).__name__, '=>', m(v))

def cmd(line):
    match line.split():
        case ['go', ('north' | 'south') as d]: return f'going {d}'
        case ['get', obj] | ['pick', 'up', obj]: return f'got {obj}'
        case ['say', *words]: return ' '.join(words).upper()
        case [single]: return f'? {single}'
    return 'nothing'

for line in ('go north', 'go west', 'pick up sword', 'get key', 'say hi there', 'look', ''):
    print(cmd(line))
match 5, 6:
    case a, b:
        print(a, b)
match = 1
case = 2
print(match + case)
try:
    match Pos(1, 2):
        case Pos(1, 2, 3): pass
except TypeError as e:
    print(e)
try:
    match 5:
        case int(x, y): pass
except TypeError as e:
    print(e)
