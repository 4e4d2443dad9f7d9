"""Decimal arithmetic after the General Decimal Arithmetic Specification: a compact version of CPython's decimal.

Left out: logarithms, exponentials, logical operations, signals other than the three that trap by default, subnormal numbers.
"""
import math
import numbers
from collections import namedtuple

__all__ = [
    'Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext', 'ExtendedContext', 'DecimalException', 'Clamped',
    'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal', 'Overflow', 'Underflow', 'FloatOperation',
    'DivisionImpossible', 'InvalidContext', 'ConversionSyntax', 'DivisionUndefined', 'ROUND_DOWN', 'ROUND_HALF_UP',
    'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP', 'setcontext',
    'getcontext', 'localcontext', 'MAX_PREC', 'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY', 'HAVE_THREADS', 'HAVE_CONTEXTVAR',
]

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING = 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING'
ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = 'ROUND_FLOOR', 'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP'
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN, MIN_ETINY = -999999999999999999, -1999999999999999997
HAVE_THREADS = HAVE_CONTEXTVAR = True

DecimalTuple = namedtuple('DecimalTuple', 'sign digits exponent')
DecimalTuple.__module__ = 'decimal'


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_SIGNALS = (Clamped, DivisionByZero, Inexact, InvalidOperation, Overflow, Rounded, Subnormal, Underflow, FloatOperation)


class Context:
    def __init__(self, prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=None, traps=None):
        self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp = prec, rounding, Emin, Emax, capitals, clamp
        self.flags = dict.fromkeys(_SIGNALS, False)
        self.traps = dict.fromkeys(_SIGNALS, False)
        self.flags.update(flags if isinstance(flags, dict) else dict.fromkeys(flags or (), True))
        chosen = (InvalidOperation, DivisionByZero, Overflow) if traps is None else traps
        self.traps.update(chosen if isinstance(chosen, dict) else dict.fromkeys(chosen, True))

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, dict(self.flags), dict(self.traps))

    __copy__ = copy

    def clear_flags(self):
        self.flags = dict.fromkeys(_SIGNALS, False)

    def clear_traps(self):
        self.traps = dict.fromkeys(_SIGNALS, False)

    def create_decimal(self, num='0'):
        return Decimal(num)._fixed(self)

    def __repr__(self):
        names = lambda table: ', '.join(signal.__name__ for signal, is_set in table.items() if is_set)
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, capitals={self.capitals}, '
                f'clamp={self.clamp}, flags=[{names(self.flags)}], traps=[{names(self.traps)}])')

    def _signal(self, signal, result, detail=None):
        base = next(known for known in _SIGNALS if issubclass(signal, known))
        self.flags[base] = True
        if self.traps[base]:
            raise base([signal]) if detail is None else base(detail)
        return result


DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP)
ExtendedContext = Context(prec=9, traps=[])
_current = DefaultContext.copy()


def getcontext():
    return _current


def setcontext(context):
    global _current
    _current = context


class localcontext:
    def __init__(self, ctx=None, **kwargs):
        self.new = (ctx or getcontext()).copy()
        for name, value in kwargs.items():
            if not hasattr(self.new, name):
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
            setattr(self.new, name, value)

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.new)
        return self.new

    def __exit__(self, *exc):
        setcontext(self.saved)


def _rounded(sign, digits, drop, rounding):
    """`digits` without its last `drop` decimal digits."""
    power = 10 ** drop
    kept, rest = divmod(digits, power)
    half = 2 * rest - power
    if rounding == ROUND_HALF_EVEN:
        up = half > 0 or (half == 0 and kept & 1)
    elif rounding == ROUND_HALF_UP:
        up = half >= 0
    elif rounding == ROUND_HALF_DOWN:
        up = half > 0
    elif rounding == ROUND_UP:
        up = rest > 0
    elif rounding == ROUND_CEILING:
        up = rest > 0 and not sign
    elif rounding == ROUND_FLOOR:
        up = rest > 0 and sign
    elif rounding == ROUND_05UP:
        up = rest > 0 and kept % 5 == 0
    else:
        up = False
    return kept + 1 if up else kept


def _parse(text):
    body = text.strip().replace('_', '')
    sign = 1 if body[:1] == '-' else 0
    if body[:1] in ('+', '-'):
        body = body[1:]
    low = body.lower()
    if low in ('inf', 'infinity'):
        return sign, 0, 'F'
    for kind, code in (('snan', 'N'), ('nan', 'n')):
        if low.startswith(kind) and (low == kind or low[len(kind):].isdecimal()):
            return sign, int(low[len(kind):] or 0), code
    mantissa, _, exponent = low.partition('e')
    whole, _, fraction = mantissa.partition('.')
    power = exponent[1:] if exponent[:1] in ('+', '-') else exponent
    if not (whole + fraction).isdecimal() or ('e' in low and not power.isdecimal()):
        return None
    return sign, int(whole + fraction), (int(exponent) if exponent else 0) - len(fraction)


def _raise_nan(context, *operands):
    """The NaN among the operands, or None."""
    for value in operands:
        if value._exp == 'N':
            return context._signal(InvalidOperation, _make(value._sign, value._int, 'n'))
    return next((value for value in operands if value._exp == 'n'), None)


def _convert(other, exact=False):
    if isinstance(other, Decimal):
        return other
    if isinstance(other, int):
        return Decimal(other)
    if exact and isinstance(other, float):
        return Decimal.from_float(other)
    return NotImplemented


class Decimal:
    """Floating-point number with decimal digits. `_exp` is 'F' for infinity, 'n' and 'N' for the two kinds of NaN."""

    __slots__ = ('_sign', '_int', '_exp', '__weakref__')

    def __new__(cls, value='0', context=None):
        self = object.__new__(cls)
        if isinstance(value, str):
            parts = _parse(value)
            if parts is None:
                parts = 0, 0, 'n'
                (context or getcontext())._signal(ConversionSyntax, None)
        elif isinstance(value, Decimal):
            parts = value._sign, value._int, value._exp
        elif isinstance(value, int):
            parts = int(value < 0), abs(int(value)), 0
        elif isinstance(value, float):
            made = Decimal.from_float(value)
            parts = made._sign, made._int, made._exp
        elif isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError('argument must be a sequence of length 3')
            sign, digits, exponent = value
            if sign not in (0, 1):
                raise ValueError('sign must be an integer with the value 0 or 1')
            parts = sign, int(''.join(map(str, digits)) or 0), exponent
        else:
            raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
        self._sign, self._int, self._exp = parts
        return self

    @classmethod
    def from_float(cls, value):
        if isinstance(value, int):
            return cls(value)
        if not isinstance(value, float):
            raise TypeError('argument must be int or float')
        if math.isinf(value) or math.isnan(value):
            return cls(repr(value))
        sign = 1 if math.copysign(1.0, value) < 0 else 0
        numerator, denominator = abs(value).as_integer_ratio()
        power = denominator.bit_length() - 1
        made = _make(sign, numerator * 5 ** power, -power)
        return made if cls is Decimal else cls(made)

    # --- what it is -------------------------------------------------------------------------------------------------

    def is_nan(self):
        return self._exp in ('n', 'N')

    def is_qnan(self):
        return self._exp == 'n'

    def is_snan(self):
        return self._exp == 'N'

    def is_infinite(self):
        return self._exp == 'F'

    def is_finite(self):
        return not isinstance(self._exp, str)

    def is_zero(self):
        return self.is_finite() and self._int == 0

    def is_signed(self):
        return self._sign == 1

    def __bool__(self):
        return not self.is_zero()

    def as_tuple(self):
        return DecimalTuple(self._sign, (0,) if self._exp == 'F' else () if self.is_nan() and not self._int else tuple(map(int, str(self._int))), self._exp)

    def adjusted(self):
        return self._exp + len(str(self._int)) - 1 if self.is_finite() else 0

    def as_integer_ratio(self):
        if self.is_nan():
            raise ValueError('cannot convert NaN to integer ratio')
        if self.is_infinite():
            raise OverflowError('cannot convert Infinity to integer ratio')
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * 10 ** self._exp, 1
        d = 10 ** -self._exp
        common = math.gcd(n, d)
        return n // common, d // common

    # --- text -------------------------------------------------------------------------------------------------------

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self, eng=False, context=None):
        sign = '-' if self._sign else ''
        if not self.is_finite():
            if self._exp == 'F':
                return sign + 'Infinity'
            return sign + {'n': 'NaN', 'N': 'sNaN'}[self._exp] + (str(self._int) if self._int else '')
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            place = left
        elif not eng:
            place = 1
        elif digits == '0':
            place = (left + 1) % 3 - 1
        else:
            place = (left - 1) % 3 + 1
        if place <= 0:
            whole, fraction = '0', '.' + '0' * -place + digits
        elif place >= len(digits):
            whole, fraction = digits + '0' * (place - len(digits)), ''
        else:
            whole, fraction = digits[:place], '.' + digits[place:]
        letter = 'E' if (context or getcontext()).capitals else 'e'
        return sign + whole + fraction + ('' if left == place else f'{letter}{left - place:+d}')

    def to_eng_string(self, context=None):
        return self.__str__(True, context)

    def __format__(self, specifier):
        import re
        match = re.fullmatch(r'(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([eEfFgGn%])?', specifier, re.DOTALL)
        if match is None:
            raise ValueError('invalid format string')
        fill, align, sign, _, _, zero, width, comma, precision, kind = match.groups()
        value, suffix = self, ''
        if kind == '%':
            value, suffix = _make(self._sign, self._int, self._exp + 2) if self.is_finite() else self, '%'
        if not value.is_finite():
            body = str(value).lstrip('-')
        else:
            body = value._body(kind, None if precision is None else int(precision))
        whole, dot, rest = body.partition('.') if '.' in body else (body, '', '')
        if comma and value.is_finite():
            tail = ''
            if not dot and 'E' in whole.upper():
                place = whole.upper().index('E')
                whole, tail = whole[:place], whole[place:]
            whole = f'{int(whole):{comma}}' + tail
        lead = '-' if self._sign else '' if sign in (None, '-') else sign
        text = whole + dot + rest + suffix
        if zero and not align and value.is_finite():
            fill, align = '0', '='
        size = int(width or 0)
        fill, align = fill or ' ', align or '>'
        if align == '=':
            return lead + fill * (size - len(lead) - len(text)) + text
        return f'{lead + text:{fill}{align}{size}}' if size else lead + text

    def _body(self, kind, precision):
        value = _make(0, self._int, self._exp)
        rounding = getcontext().rounding
        if kind in ('f', 'F', '%'):
            places = max(0, -value._exp) if precision is None else precision
            value = value._rescaled(-places, rounding)
            digits = str(value._int).rjust(places + 1, '0')
            return digits[:len(digits) - places] + ('.' + digits[len(digits) - places:] if places else '')
        if kind in ('e', 'E'):
            if precision is not None:
                value = value._to_places(precision + 1, rounding)
                value = _make(0, value._int * 10 ** max(0, precision + 1 - len(str(value._int))), value._exp - max(0, precision + 1 - len(str(value._int)))) if value._int else _make(0, 0, -precision)
            digits = str(value._int)
            fraction = digits[1:] if value._int else '0' * (precision or 0)
            return digits[0] + ('.' + fraction if fraction else '') + f'{kind}{value.adjusted() if value._int else 0:+d}'
        if kind in ('g', 'G', 'n', None) and precision is not None:
            value = value._to_places(precision or 1, rounding)
        text = str(value)
        return text.lower() if kind == 'g' else text

    # --- rounding ---------------------------------------------------------------------------------------------------

    def _to_places(self, places, rounding):
        extra = len(str(self._int)) - places
        if extra <= 0:
            return self
        digits = _rounded(self._sign, self._int, extra, rounding)
        if len(str(digits)) > places:
            digits, extra = digits // 10, extra + 1
        return _make(self._sign, digits, self._exp + extra)

    def _fixed(self, context):
        if not self.is_finite():
            return self
        made = self._to_places(context.prec, context.rounding)
        if made is not self:
            context.flags[Rounded] = True
            if self._int % 10 ** (made._exp - self._exp):
                context._signal(Inexact, None)
        if made._int and made.adjusted() > context.Emax:
            return context._signal(Overflow, _make(self._sign, 0, 'F'))
        return made

    def _rescaled(self, exponent, rounding):
        if self._exp >= exponent:
            return _make(self._sign, self._int * 10 ** (self._exp - exponent), exponent)
        return _make(self._sign, _rounded(self._sign, self._int, exponent - self._exp, rounding), exponent)

    def quantize(self, exp, rounding=None, context=None):
        context = context or getcontext()
        exp = _convert(exp)
        nan = _raise_nan(context, self, exp)
        if nan is not None:
            return nan
        if self.is_infinite() or exp.is_infinite():
            return self if self.is_infinite() and exp.is_infinite() else context._signal(InvalidOperation, _NAN)
        made = self._rescaled(exp._exp, rounding or context.rounding)
        if len(str(made._int)) > context.prec:
            return context._signal(InvalidOperation, _NAN)
        return made

    def normalize(self, context=None):
        made = self._fixed(context or getcontext())
        if not made.is_finite():
            return made
        if not made._int:
            return _make(made._sign, 0, 0)
        text = str(made._int)
        short = text.rstrip('0')
        return _make(made._sign, int(short), made._exp + len(text) - len(short))

    def to_integral_value(self, rounding=None, context=None):
        if not self.is_finite() or self._exp >= 0:
            return self
        return self._rescaled(0, rounding or (context or getcontext()).rounding)

    to_integral = to_integral_exact = to_integral_value

    def same_quantum(self, other, context=None):
        return self._exp == _convert(other)._exp

    def __round__(self, n=None):
        if n is None:
            self._check_integer()
            made = self._rescaled(0, ROUND_HALF_EVEN)
            return -made._int if made._sign else made._int
        return self.quantize(_make(0, 1, -n), ROUND_HALF_EVEN)

    def _check_integer(self):
        if self.is_nan():
            raise ValueError('cannot convert NaN to integer')
        if self.is_infinite():
            raise OverflowError('cannot convert Infinity to integer')

    def _whole(self, rounding):
        self._check_integer()
        made = self._rescaled(0, rounding)
        return -made._int if made._sign else made._int

    def __int__(self):
        return self._whole(ROUND_DOWN)

    __trunc__ = __int__

    def __floor__(self):
        return self._whole(ROUND_FLOOR)

    def __ceil__(self):
        return self._whole(ROUND_CEILING)

    def __float__(self):
        if self.is_nan():
            if self._exp == 'N':
                raise ValueError('cannot convert signaling NaN to float')
            return float('nan')
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    # --- comparison -------------------------------------------------------------------------------------------------

    def _compared(self, other, is_order):
        other = _ratio(other) if isinstance(other, numbers.Rational) and not isinstance(other, int) else _convert(other, exact=True)
        if other is NotImplemented:
            return NotImplemented
        if isinstance(other, tuple):
            n, d = other
            self, other = _make(self._sign, self._int * d, self._exp), Decimal(n)
        if self.is_nan() or other.is_nan():
            if is_order or 'N' in (self._exp, other._exp):
                getcontext()._signal(InvalidOperation, None)
            return None
        return self._order(other)

    def _order(self, other):
        if self.is_infinite() or other.is_infinite():
            rank = lambda value: (-1 if value._sign else 1) if value.is_infinite() else 0
            return (rank(self) > rank(other)) - (rank(self) < rank(other))
        low = min(self._exp, other._exp)
        a = (-self._int if self._sign else self._int) * 10 ** (self._exp - low)
        b = (-other._int if other._sign else other._int) * 10 ** (other._exp - low)
        return (a > b) - (a < b)

    def __eq__(self, other):
        order = self._compared(other, False)
        return order if order is NotImplemented else order == 0

    def __lt__(self, other):
        order = self._compared(other, True)
        return order if order is NotImplemented else order is not None and order < 0

    def __le__(self, other):
        order = self._compared(other, True)
        return order if order is NotImplemented else order is not None and order <= 0

    def __gt__(self, other):
        order = self._compared(other, True)
        return order if order is NotImplemented else order is not None and order > 0

    def __ge__(self, other):
        order = self._compared(other, True)
        return order if order is NotImplemented else order is not None and order >= 0

    def compare(self, other, context=None):
        other = _convert(other)
        return _raise_nan(context or getcontext(), self, other) or Decimal(self._order(other))

    def max(self, other, context=None):
        return self if self >= other else _convert(other)

    def min(self, other, context=None):
        return self if self <= other else _convert(other)

    def __hash__(self):
        if self._exp == 'N':
            raise TypeError('Cannot hash a signaling NaN value.')
        if self._exp == 'n':
            return object.__hash__(self)
        if self._exp == 'F':
            return hash(float('-inf' if self._sign else 'inf'))
        modulus = 2 ** 61 - 1
        power = pow(10, self._exp, modulus) if self._exp >= 0 else pow(pow(10, modulus - 2, modulus), -self._exp, modulus)
        result = self._int * power % modulus
        result = -result if self._sign else result
        return -2 if result == -1 else result

    # --- arithmetic -------------------------------------------------------------------------------------------------

    def __neg__(self):
        if self.is_nan():
            return self
        return _make(0 if self._sign or not self else 1, self._int, self._exp)._fixed(getcontext())

    def __pos__(self):
        return (_make(0, 0, self._exp) if self.is_zero() else self)._fixed(getcontext())

    def __abs__(self):
        return _make(0, self._int, self._exp)._fixed(getcontext())

    copy_abs = lambda self: _make(0, self._int, self._exp)
    copy_negate = lambda self: _make(1 - self._sign, self._int, self._exp)

    def copy_sign(self, other, context=None):
        return _make(_convert(other)._sign, self._int, self._exp)

    def conjugate(self):
        return self

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def __add__(self, other):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = getcontext()
        nan = _raise_nan(context, self, other)
        if nan is not None:
            return nan
        if self.is_infinite():
            if other.is_infinite() and self._sign != other._sign:
                return context._signal(InvalidOperation, _NAN)
            return self
        if other.is_infinite():
            return other
        low = min(self._exp, other._exp)
        total = ((-self._int if self._sign else self._int) * 10 ** (self._exp - low)
                 + (-other._int if other._sign else other._int) * 10 ** (other._exp - low))
        negative_zero = self._sign and other._sign or (self._sign != other._sign and context.rounding == ROUND_FLOOR)
        return _make(int(total < 0 or (total == 0 and bool(negative_zero))), abs(total), low)._fixed(context)

    __radd__ = __add__

    def __sub__(self, other):
        other = _convert(other)
        return other if other is NotImplemented else self + (other if other.is_nan() else other.copy_negate())

    def __rsub__(self, other):
        other = _convert(other)
        return other if other is NotImplemented else other - self

    def __mul__(self, other):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = getcontext()
        nan = _raise_nan(context, self, other)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self.is_infinite() or other.is_infinite():
            return _make(sign, 0, 'F') if self and other else context._signal(InvalidOperation, _NAN)
        return _make(sign, self._int * other._int, self._exp + other._exp)._fixed(context)

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = getcontext()
        nan = _raise_nan(context, self, other)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self.is_infinite():
            return context._signal(InvalidOperation, _NAN) if other.is_infinite() else _make(sign, 0, 'F')
        if other.is_infinite():
            return _make(sign, 0, context.Emin - context.prec + 1)
        if not other:
            return context._signal(DivisionByZero, _make(sign, 0, 'F')) if self else context._signal(DivisionUndefined, _NAN)
        shift = len(str(other._int)) - len(str(self._int)) + context.prec + 1
        exponent = self._exp - other._exp - shift
        if shift >= 0:
            digits, rest = divmod(self._int * 10 ** shift, other._int)
        else:
            digits, rest = divmod(self._int, other._int * 10 ** -shift)
        if rest:
            digits += digits % 5 == 0
        else:
            ideal = self._exp - other._exp
            while exponent < ideal and digits % 10 == 0:
                digits, exponent = digits // 10, exponent + 1
        return _make(sign, digits, exponent)._fixed(context)

    def __rtruediv__(self, other):
        other = _convert(other)
        return other if other is NotImplemented else other / self

    def __divmod__(self, other):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = getcontext()
        nan = _raise_nan(context, self, other)
        if nan is not None:
            return nan, nan
        sign = self._sign ^ other._sign
        if self.is_infinite():
            made = context._signal(InvalidOperation, _NAN)
            return made, made
        if not other:
            if not self:
                made = context._signal(DivisionUndefined, _NAN)
                return made, made
            return context._signal(DivisionByZero, _make(sign, 0, 'F')), context._signal(InvalidOperation, _NAN)
        if other.is_infinite():
            return _make(sign, 0, 0), self._fixed(context)
        low = min(self._exp, other._exp)
        quotient, rest = divmod(self._int * 10 ** (self._exp - low), other._int * 10 ** (other._exp - low))
        if len(str(quotient)) > context.prec:
            made = context._signal(DivisionImpossible, _NAN)
            return made, made
        return _make(sign, quotient, 0), _make(self._sign, rest, low)._fixed(context)

    def __rdivmod__(self, other):
        other = _convert(other)
        return other if other is NotImplemented else divmod(other, self)

    def __floordiv__(self, other):
        if _convert(other) is NotImplemented:
            return NotImplemented
        if self.is_infinite() and not _convert(other).is_nan() and not _convert(other).is_infinite():
            return _make(self._sign ^ _convert(other)._sign, 0, 'F')
        if self and self.is_finite() and _convert(other).is_zero():
            return getcontext()._signal(DivisionByZero, _make(self._sign ^ _convert(other)._sign, 0, 'F'))
        return divmod(self, other)[0]

    def __rfloordiv__(self, other):
        other = _convert(other)
        return other if other is NotImplemented else other // self

    def __mod__(self, other):
        if _convert(other) is NotImplemented:
            return NotImplemented
        if self and self.is_finite() and _convert(other).is_zero():
            return getcontext()._signal(InvalidOperation, _NAN)
        return divmod(self, other)[1]

    def __rmod__(self, other):
        other = _convert(other)
        return other if other is NotImplemented else other % self

    def remainder_near(self, other, context=None):
        other = _convert(other)
        return self - other * (self / other).to_integral_value(ROUND_HALF_EVEN)

    def fma(self, other, third, context=None):
        other = _convert(other)
        return _make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp) + third

    def __pow__(self, other, modulo=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = getcontext()
        if modulo is not None:
            return Decimal(pow(int(self), int(other), int(modulo)))
        nan = _raise_nan(context, self, other)
        if nan is not None:
            return nan
        if not other:
            return Decimal(1) if self else context._signal(InvalidOperation, _NAN)
        if other.is_finite() and other == other.to_integral_value():
            power = int(other)
            if not self.is_finite() or not self:
                sign = self._sign if power & 1 else 0
                return _make(sign, 0, 'F') if self.is_infinite() == (power > 0) else _make(sign, 0, 0)
            wide = context.copy()
            wide.prec += 4 + len(str(abs(power)))
            wide.traps[Inexact] = False
            with localcontext(wide):
                result, factor, left = Decimal(1), self, abs(power)
                while left:
                    if left & 1:
                        result = result * factor
                    factor, left = factor * factor if left > 1 else factor, left >> 1
                if power < 0:
                    result = Decimal(1) / result
            return result._fixed(context)
        if self._sign:
            return context._signal(InvalidOperation, _NAN)
        if other == _make(0, 5, -1):
            return self.sqrt()
        return Decimal(repr(math.pow(float(self), float(other))))._fixed(context)

    def __rpow__(self, other):
        other = _convert(other)
        return other if other is NotImplemented else other ** self

    def sqrt(self, context=None):
        context = context or getcontext()
        if self.is_nan():
            return _raise_nan(context, self)
        if not self:
            return _make(self._sign, 0, self._exp // 2)
        if self._sign:
            return context._signal(InvalidOperation, _NAN)
        if self.is_infinite():
            return self
        exponent = self._exp // 2
        digits = self._int * 10 if self._exp & 1 else self._int
        shift = context.prec + 1 - (len(str(digits)) + 1) // 2
        ideal = exponent
        if shift >= 0:
            digits, exact = digits * 100 ** shift, True
        else:
            digits, rest = divmod(digits, 100 ** -shift)
            exact = not rest
        exponent -= shift
        root = math.isqrt(digits)
        exact = exact and root * root == digits
        if exact:
            while exponent < ideal and root % 10 == 0:
                root, exponent = root // 10, exponent + 1
        elif root % 5 == 0:
            root += 1
        return _make(0, root, exponent)._to_places(context.prec, ROUND_HALF_EVEN)

    def exp(self, context=None):
        return Decimal(repr(math.exp(float(self))))

    def ln(self, context=None):
        return Decimal(repr(math.log(float(self))))

    def log10(self, context=None):
        return Decimal(repr(math.log10(float(self))))

    def scaleb(self, other, context=None):
        return _make(self._sign, self._int, self._exp + int(other))

    def number_class(self, context=None):
        if self.is_nan():
            return 'sNaN' if self._exp == 'N' else 'NaN'
        kind = 'Infinity' if self.is_infinite() else 'Normal' if self else 'Zero'
        return ('-' if self._sign else '+') + kind

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _make(sign, digits, exponent):
    made = object.__new__(Decimal)
    made._sign, made._int, made._exp = sign, digits, exponent
    return made


def _ratio(value):
    return value.numerator, value.denominator


_NAN = _make(0, 0, 'n')
numbers.Number.register(Decimal)
