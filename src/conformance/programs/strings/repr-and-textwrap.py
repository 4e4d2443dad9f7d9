import textwrap, reprlib, pprint

print(repr({'a': [1, (2,), {3}, frozenset({4}), b'b', None, True, 1.0, 1e100, 'q\n']}))
print([[]], [()], {}, set(), frozenset(), (), (1,), {1: {}}, range(3), range(1, 5, 2), slice(1, None), type, Ellipsis, NotImplemented)
l = [1]; l.append(l); print(l)
d = {}; d['me'] = d; print(d)
t = ([],); t[0].append(t); print(t)
class A:
    def __init__(self): self.other = None
    def __repr__(self): return f'A<{self.other!r}>'
    def __str__(self): return 'str A'
print([A()], A(), f'{A()}', f'{A()!r}', str([A()]), '%s %r' % (A(), A()), (A(),), {'k': A()})
text = 'The quick brown fox jumped over the lazy dog and ran away from it quickly.'
print(textwrap.wrap(text, 20), textwrap.fill(text, 30, initial_indent='* ', subsequent_indent='  '), textwrap.shorten(text, 25), sep='\n')
print(textwrap.dedent('''
    a
      b
    c
    '''), textwrap.indent('x\n\ny', '> '), sep='|')
print(reprlib.repr(list(range(100))), reprlib.repr('x' * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr([[[[[[[1]]]]]]]), reprlib.repr(set(range(10))))
pprint.pprint({'key': list(range(30)), 'b': {'nested': 'x' * 60, 'z': ('y' * 30, 'w' * 30)}})
pprint.pprint([1, 2], width=3)
print(pprint.pformat({'b': 1, 'a': 2}))
