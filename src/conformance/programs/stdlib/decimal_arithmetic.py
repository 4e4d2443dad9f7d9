"""decimal: arithmetic, rounding, contexts, formats, functions: the source of _pydecimal against CPython's C."""
import copy
import pickle
from decimal import *
from fractions import Fraction

D = Decimal
print(getcontext())
print(D(1) / 7, D('0.1') + D('0.2'), D('1.10') + 1, 3 * D('1.20'), -D('0'), +D('1.23E+5'))
print(D('1.00') % D('0.1'), D(-7) // 2, D(-7) % 2, divmod(D('7.5'), 2), D(2) ** 100, D(2) ** D('0.5'), D(2) ** -3)
print(D(2).sqrt(), D(10).ln(), D(10).log10(), D(1).exp(), D(8).logb(), D('1e-7'), D('123456789e10'))
values = ['0', '-0', '1.5', '-2.675', '1E+10', '1E-10', 'NaN', 'sNaN', '-Infinity', ' 12_3.50 ', '٣.١', '0E-5']
for text in values:
    value = D(text)
    print(repr(value), value, value.as_tuple(), value.is_finite(), value.is_signed(), value.number_class(), bool(value))

print('-- rounding')
for rounding in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(rounding, [str(D(t).quantize(D('0.1'), rounding=rounding)) for t in ('1.25', '1.35', '-1.25', '1.21', '1.01', '1.06')])
print(round(D('2.675'), 2), round(D('2.5')), round(D('-3.5')), round(D('1234.5'), -2), D('2.5').to_integral_value(), D('1.99').__trunc__())
print(D('1.23456').quantize(D('1.00')), D('12.0').normalize(), D('1200').normalize(), D('1200').to_eng_string(), D('1.2E+7').to_eng_string())
print(int(D('-7.9')), float(D('0.1')), D(0.1), D.from_float(0.5), D.from_number(3), Fraction(D('0.125')), D('3.25').as_integer_ratio())

print('-- comparison')
print(D('1.0') == 1, D('1.0') == 1.0, D('0.1') == 0.1, D(1) < 1.5, D(2) > Fraction(3, 2), hash(D('1.0')) == hash(1), hash(D('0.5')) == hash(0.5))
print(sorted([D('3'), D('-1'), D('2.5')]), max(D(1), D('1.00')), D('NaN') == D('NaN'), D(1).compare(D(2)), D('1.0').compare_total(D('1')))
print({D('1'): 'a'}[D('1.000')], D('2').max(D('3')), D('NaN').min(1), D('-5').copy_abs(), D(5).copy_sign(D(-1)), D('1').same_quantum(D('2')))
print(D('1').next_plus(), D('1').next_minus(), D('1').next_toward(D('2')), D(7).fma(2, 3), D(10).remainder_near(3), D(3).scaleb(2), D('7E-20').adjusted())
print(D('1100').logical_and(D('1010')), D('1100').logical_or(D('1010')), D('1100').logical_xor(D('1010')),
      D('12345').rotate(2), D('12345').shift(2), D('12345').shift(-2))

print('-- contexts')
with localcontext() as ctx:
    ctx.prec = 5
    print(D(1) / 3, ctx)
    with localcontext(prec=3, rounding=ROUND_UP):
        print(D(1) / 3)
print(D(1) / 3)
with localcontext(Context(prec=4, Emax=9, Emin=-9, traps=[])) as ctx:
    print(D('1E9') * 10, D('1E-9') / 1000, D(0) / 0, D(5) / 0, ctx.flags[Overflow], ctx.flags[Subnormal])
    print(sorted(flag.__name__ for flag, is_set in ctx.flags.items() if is_set))
    ctx.clear_flags()
    print(any(ctx.flags.values()), repr(ctx.flags))
print(ExtendedContext, BasicContext, sep='\n')
print(Context(prec=6).create_decimal('3.14159265'), Context(prec=6).divide(D(2), D(3)), Context(prec=3).sqrt(2), Context().to_sci_string(D('1E+3')))
c = copy.copy(getcontext())
c.prec = 7
print(getcontext().prec, c.prec, c.Etiny(), c.Etop(), IEEEContext(64))
context = getcontext()
context.traps[Inexact] = True
try:
    D(1) / 3
except Inexact as error:
    print(repr(error))
context.traps[Inexact] = False
context.traps[FloatOperation] = True
for operation in (lambda: D(0.5), lambda: D(1) < 0.5, lambda: D(1) == 0.5):
    try:
        print(operation())
    except FloatOperation as error:
        print(repr(error))
context.traps[FloatOperation] = False

print('-- formats')
for spec in ('', '.2f', ',.2f', '>12.1f', '+.3e', 'g', '.0%', '010.2f', '*^14.2f', 'n', '.3', 'E', '<+9'):
    print(spec.ljust(8), [format(D(t), spec) for t in ('1234567.891', '-0.04', '0', '1E+3')])
print(f"{D('1.5'):.3f} {D('NaN'):>6} {D('-Infinity'):8}|", '%s %.2f %d' % (D('1.005'), D('1.005'), D('7.9')), str(D('1E+2')), repr(D('-1E-8')))
print(sum([D('0.1')] * 10), sum((D('1.1'), D('2.2')), D(0)), pow(D(3), 4, 5), abs(D('-2')), complex(D('1.5')), D(3).real, D(3).imag)
print(pickle.loads(pickle.dumps(D('1.50'))), copy.deepcopy(D('2.0')), D((1, (1, 2, 5), -2)), D([0, [3], 1]), isinstance(D(1), int), D.__name__)
print(DecimalTuple(0, (1,), -1), D('5').__floor__(), D('5.5').__ceil__(), D('1e3').__int__(), D('5').conjugate(), D('1.1').radix(), D('1.1').canonical())


class Money(Decimal):
    def __new__(cls, text):
        return super().__new__(cls, text)

    def __str__(self):
        return f'{self:.2f} EUR'


price = Money('12.5')
print(price, repr(price), price + 1, type(price + 1).__name__, type(abs(price)).__name__)
print(D('1') .is_zero(), D('NaN123'), D('-sNaN').is_snan(), D('inf') + 1, D('inf') > D('1e999'), D('1e-400'), D('9' * 30), +D('9' * 30))
