"""decimal: what is refused, and in which words."""
import traceback
from decimal import *

D = Decimal


def told(operation):
    try:
        print(operation())
    except Exception as error:
        print(type(error).__qualname__, '|', error)


for operation in (
    lambda: D('x'), lambda: D(''), lambda: D('1 2'), lambda: D([1]), lambda: D({}), lambda: D(None), lambda: D(object),
    lambda: D((0, (1, 12), -1)), lambda: D((2, (1, 1), -1)), lambda: D((0, (1,), 'x')),
    lambda: D(1) / 0, lambda: D(0) / 0, lambda: D(1) // 0, lambda: D(1) % 0, lambda: D(-1).sqrt(), lambda: D(0) ** 0,
    lambda: D(0) ** -1, lambda: D('1e999999') * 10, lambda: D(1).quantize(D('1e-50')), lambda: D('sNaN') + 1, lambda: D('inf') - D('inf'),
    lambda: D('inf') * 0, lambda: D('NaN') < 1, lambda: hash(D('sNaN')), lambda: int(D('nan')), lambda: int(D('inf')), lambda: float(D('sNaN')),
    lambda: round(D('nan')), lambda: round(D('inf')), lambda: D('nan').as_integer_ratio(), lambda: D('inf').as_integer_ratio(), lambda: D(-1).ln(),
    lambda: D(1) + 1.5, lambda: 1.5 * D(1), lambda: D(1) + '1', lambda: D(1) < '1', lambda: [] + D(1), lambda: [1, 2][D(1)],
    lambda: D(1).missing, lambda: len(D(1)), lambda: setattr(D(1), 'name', 1), lambda: setattr(D, 'name', 1), lambda: D(1).__dict__,
    lambda: D.from_float('a'), lambda: D(1).compare('x'), lambda: D(1).quantize('x'), lambda: round(D('1.5'), 'a'), lambda: round(D('1.5'), 1.0),
    lambda: setattr(getcontext(), 'prec', 0), lambda: setattr(getcontext(), 'prec', 'a'), lambda: setattr(getcontext(), 'Emin', 1),
    lambda: setattr(getcontext(), 'Emax', -1), lambda: setattr(getcontext(), 'clamp', 2), lambda: setattr(getcontext(), 'rounding', 'up'),
    lambda: setattr(getcontext(), 'missing', 1), lambda: getcontext().missing, lambda: Context(prec=-1), lambda: localcontext(5),
    lambda: localcontext(missing=1), lambda: pow(D(2), 3, 0), lambda: D(1) @ D(1), lambda: D(1)(), lambda: D(1) & 1, lambda: ~D(1), lambda: D('1.5')[0],
):
    told(operation)

print(Decimal, D.sqrt, InvalidOperation.__mro__[1:4], issubclass(DivisionByZero, ZeroDivisionError), issubclass(FloatOperation, TypeError))
print(repr(getcontext().traps))
getcontext().flags[Inexact] = 1
print(getcontext().flags[Inexact], type(getcontext().flags).__name__)
told(lambda: getcontext().flags.__setitem__(ValueError, True))
try:
    D(1) / D(0)
except ZeroDivisionError as error:
    print(len(traceback.extract_tb(error.__traceback__)), repr(error))
print(D('12') / D('0'))
