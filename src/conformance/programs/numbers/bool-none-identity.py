print(True + 1, True == 1, True is True, [True, False].count(1), {True: 'a', 1: 'b', 1.0: 'c'}, {0: 'x', False: 'y'}, sum([True, True]), 'ab'[True], isinstance(True, int), bool.__mro__)
print(bool([]), bool([0]), bool(''), bool(' '), bool(0), bool(None), bool({}), bool(()), bool(range(0)), bool(lambda: 0), not None, None or 'd', None and 1)
print(True & False, True | False, True ^ True, True & 1, ~False, True << 3, True and 5, 0 or [] or {}, '' or 'x', 1 and 'y', not (1 and 0), True if [] else False)
print(None is None, None == 0, None == False, type(None), None.__class__, str(None), repr(True), int(False), f'{True!r:>6}', '%d %s' % (True, False), '{:d}'.format(False), complex is not None)
a = 256; b = 256
print(a is b, 'ab' is not None, (x := []) is x, [] is [], () is (), id(None) == id(None))
class B:
    def __bool__(self):
        print('__bool__')
        return False
    def __len__(self): return 5
class L:
    def __len__(self):
        print('__len__')
        return 0
for o in (B(), L()):
    if o: print('yes')
    else: print('no')
    print(not o, bool(o), o and 1 is None, (o or 'other'), all([o]), any([o, 1]))
    while o: pass
    assert not o
    print([1 for _ in 'a' if o], 'T' if o else 'F')
for f in (lambda: None < 1, lambda: None + None, lambda: None(), lambda: None[0], lambda: None.x, lambda: len(None), lambda: iter(None), lambda: int(None), lambda: bool(1, 2), lambda: [None, 1].sort(), lambda: max(None, 1), lambda: None in None):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(NotImplemented, type(NotImplemented), ..., isinstance(1.0, int), issubclass(bool, int), type(1) == int, type(1) is bool, max(True, 2), sorted([True, 0, 2, False]), min([], default='d'))
