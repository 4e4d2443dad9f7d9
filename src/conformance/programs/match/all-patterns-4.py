def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class P:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x, s.y = x, y
class Q(P): pass
def m(v):
    match v:
        case 0 | 1: return 'zero-one'
        case True: return 'true?'
        case None: return 'none'
        case -1.5: return 'neg float'
        case 1+2j: return 'complex'
        case 'abc' 'def': return 'concat'
        case b'x': return 'bytes'
        case P(0, y=yy): return ('P0', yy)
        case P(x, P(z, _)): return ('nested', x, z)
        case P(x=1): return 'P x=1'
        case P() as p: return ('P any', p.x)
        case []: return 'empty'
        case [x]: return ('one', x)
        case [1, *rest, 9]: return ('1..9', rest)
        case (a, b) if a == b: return ('same', a)
        case [a, [b, c]]: return ('nest', a, b, c)
        case [_, _, *_]: return 'two+'
        case {'k': k, **rest}: return ('map', k, rest)
        case {'a': {'b': [1, z]}}: return ('deep', z)
        case {}: return 'some map'
        case str(s): return ('str', s)
        case int() | float() as n: return ('num', n)
        case set(): return 'set'
        case _: return 'default'
for v in [0, 1, True, False, None, -1.5, 1+2j, 'abcdef', b'x', P(0, 5), P(3, P(4, 5)), P(1, 2), Q(7, 8), [], [5], (5,), [1, 2, 3, 9], [1, 9], (3, 3), [1, [2, 3]], [1, 2, 3], range(3), 'xyz', 5, 2.5, {'k': 1, 'z': 2}, {'a': {'b': [1, 2]}}, {}, {'zz': 1}, {1}, object, bytearray(b'ab'), b'zz', iter([1])]:
    t(m, v)
def m7(*v):
    match v:
        case [int(a), str(b)]: return a, b
        case (x, y): return 'xy', x, y
        case x, *y: return x, y
        case _: return 'empty'
t(m7, 1, 'a'); t(m7, 'a', 1); t(m7, 1); t(m7)
match 1, 2:
    case x, y: print(x, y)
match [1, 2, 3]:
    case [first, *_]: print(first)
x = 5
match x:
    case x if x > 10: print('big')
    case x: print('bound', x)
match {'a': 1}:
    case {'b': z}: pass
    case _: print('z' in dir())
class G:
    @property
    def p(self): raise AttributeError('x')
    @property
    def q(self): raise ValueError('q')
class G:
    @property
    def p(self): raise AttributeError('x')
    @property
    def q(self): raise ValueError('q')
def m8(v):
    match v:
        case G(p=1): return 1
        case G(q=1): return 2
t(m8, G())
match = 5; case = 6; print(match, case); match[0] if 0 else print('soft')
type = 3
print(type)
def m9(v):
    match v:
        case [a, b] | {'a': a, 'b': b} | P(a, b): return a, b
        case ('x' | 'y') as l: return l
        case (1 | 2, [3 | 4 as q]): return q
        case [P(x=[*_, last])]: return last
t(m9, [1, 2]); t(m9, {'a': 1, 'b': 2}); t(m9, P(5, 6)); t(m9, 'x'); t(m9, [P([1, 2, 3], 0)])
