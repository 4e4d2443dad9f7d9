def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
def u(src, code):
    try: exec(code, {'s': src}); print('ok')
    except BaseException as e: print(type(e).__name__, e)
for s in [[1], [1, 2, 3], (), (1, 2, 3), 'a', 'abc', {1}, {1: 2, 3: 4, 5: 6}, 5, None, iter([1]), iter([1, 2, 3]), range(5), b'abc', (x for x in range(9))]:
    u(s, 'a, b = s')
for s in [[], [1], 5, (1, 2), iter([])]: u(s, 'a, *b, c = s'); 
u([1], '(a, b), c = s, 1'); u([[1, 2], 3], '[[a, b], c] = s; print(a, b, c)'); u('ab', '*a, = s; print(a)'); u([1], 'a, = s; print(a)'); u([1, 2], 'for a, b, c in [s]: pass'); u([1], 'a, b = c, d = s')
u(None, 'a = *5,'); u(None, 'a = [*5]'); u(None, 'a = {*5}'); u(None, 'a = {**5}'); u(None, 'print(*5)'); u(None, 'a = {**{1:2}, **[1]}'); u(None, 'a=[*None]')
print([*'ab', *[1], *{}], (*'ab',), {*'a', *'a'}, {**{'a': 1}, 'b': 2, **{'a': 3}})
class Bad:
    def __iter__(s): return 5
u(Bad(), 'a, b = s'); u(Bad(), 'for x in s: pass'); u(Bad(), '[*s]'); t(iter, Bad()); t(list, Bad())
class Bad2: __iter__ = None
u(Bad2(), 'a, b = s'); u(Bad2(), 'for x in s: pass'); t(lambda: 1 in Bad2())
class Bad3:
    def __iter__(s): raise ValueError('iter')
u(Bad3(), 'a, b = s'); u(Bad3(), '[*s]'); 
