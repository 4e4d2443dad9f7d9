from collections import deque, OrderedDict

def attempt(f):
    try:
        print('ok', f())
    except Exception as e:
        print(type(e).__name__, e)

for f in [
    lambda: [][0], lambda: ()[1], lambda: 'a'[5], lambda: [1].pop(3), lambda: [].pop(), lambda: [1].index(2), lambda: [1].remove(5), lambda: (1,).index(2), lambda: 'abc'.index('z'),
    lambda: {}['a'], lambda: {}[1, 2], lambda: {}.pop('x'), lambda: {}.popitem(), lambda: set().pop(), lambda: {1}.remove(2), lambda: deque().pop(), lambda: deque().popleft(),
    lambda: OrderedDict().popitem(), lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1, 0), lambda: 0 ** -1, lambda: 0.0 ** -1,
    lambda: int('x'), lambda: int('1.5'), lambda: int(''), lambda: int('12', 99), lambda: float('x'), lambda: int(None), lambda: int([]), lambda: float('inf').__int__(), lambda: int(float('nan')),
    lambda: 'a' + 1, lambda: 1 + 'a', lambda: [1] + (2,), lambda: 'a' * 'b', lambda: 'a' - 'b', lambda: -'a', lambda: ~1.5, lambda: 1 << -1, lambda: 1.5 << 1, lambda: 'a' % 5, lambda: '%d' % 'x',
    lambda: '%s %s' % 1, lambda: '{}'.format(), lambda: '{x}'.format(), lambda: '{:d}'.format('a'), lambda: '{:q}'.format(1), lambda: format(1.5, 'd'),
    lambda: len(5), lambda: sum(['a']), lambda: max([]), lambda: min(), lambda: ord('ab'), lambda: chr(-1), lambda: range(1, 2, 0), lambda: range(1.5), lambda: next(iter([])), lambda: iter(5),
    lambda: sorted([1, 'a']), lambda: [1, 2, 3][1.5], lambda: [1]['a'], lambda: 'abc'['x'], lambda: (1,)[None], lambda: {[]: 1}, lambda: {{}}, lambda: hash([]), lambda: ','.join([1]), lambda: ','.join(5),
    lambda: 'a'.encode('nope'), lambda: b'\xff'.decode(), lambda: 'é'.encode('ascii'), lambda: bytes([256]), lambda: b'a' + 'a', lambda: b'a'[9], lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(5),
    lambda: list(zip([1], [1, 2], strict=True)), lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: getattr(1, 'x'), lambda: setattr(1, 'x', 1), lambda: round('a'), lambda: abs('a'), lambda: pow(2, -1, 4),
    lambda: 'abc'.split(''), lambda: 'a'.replace(1, 2), lambda: 'a'.center('x'), lambda: [1].insert('a', 1), lambda: [3, 'a'].sort(), lambda: bool(1, 2), lambda: type(1, 2), lambda: super(),
    lambda: 'a' in 5, lambda: 5 in 'abc', lambda: None[0], lambda: None + 1, lambda: None(), lambda: print(sep=5), lambda: enumerate(5), lambda: zip(5), lambda: map(5), lambda: list(map(5, [1])), lambda: reversed({1}), lambda: 10 ** 5000 and str(10 ** 5000),
]:
    attempt(f)
