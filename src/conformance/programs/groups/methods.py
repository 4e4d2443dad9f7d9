eg = ExceptionGroup('top', [ValueError(1), TypeError('t'), ExceptionGroup('mid', [ValueError(2), KeyError('k')])])
print(eg, repr(eg), eg.message, len(eg.exceptions))
m, r = eg.split(ValueError)
print(repr(m), '|', repr(r))
print(repr(eg.subgroup(KeyError)), repr(eg.subgroup(OSError)), eg.split(OSError)[0])
print(repr(eg.subgroup(lambda e: isinstance(e, ExceptionGroup) or e.args == (1,))))
print(repr(eg.subgroup((TypeError, KeyError))))
print(repr(eg.derive([OSError('o')])), type(eg.split(ExceptionGroup)[0]), eg.split(ExceptionGroup)[1])
b = BaseExceptionGroup('b', [KeyboardInterrupt(), ValueError(1)])
print(repr(b), type(BaseExceptionGroup('x', [ValueError()])).__name__, isinstance(b, Exception))
print(repr(b.subgroup(ValueError)), type(b.subgroup(ValueError)).__name__)
bad = [
    lambda: ExceptionGroup('x', []), lambda: ExceptionGroup('x', [1]), lambda: ExceptionGroup('x', [KeyboardInterrupt()]), lambda: ExceptionGroup('x'), lambda: ExceptionGroup(1, [ValueError()]),
    lambda: ExceptionGroup('x', ValueError()), lambda: ExceptionGroup(), lambda: ExceptionGroup('x', {ValueError('s')}),
]
for f in bad:
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
class MyGroup(ExceptionGroup):
    def __new__(cls, msg, excs, code):
        self = super().__new__(cls, msg, excs)
        self.code = code
        return self
    def derive(self, excs):
        return MyGroup(self.message, excs, self.code)
g = MyGroup('m', [ValueError(1), KeyError(2)], 42)
print(repr(g.subgroup(ValueError)), g.subgroup(ValueError).code, g)
try:
    raise g
except* KeyError as e:
    print(type(e).__name__, e.code)
except* ValueError:
    pass
eg.add_note('noted')
print(eg.subgroup(ValueError).__notes__)
