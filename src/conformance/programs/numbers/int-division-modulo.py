for a in (7, -7, 6, -6, 0):
    for b in (3, -3, 4, -4):
        assert a == (a // b) * b + a % b
        print(a, b, a // b, a % b, divmod(a, b), a / b, end=' ; ')
    print()
print([x // 60 for x in (59, 60, 61, -1)], [x % 24 for x in (25, -1, 24)], -1 // 10 ** 20, -1 % 10 ** 20, 5 % -10 ** 20)
print(7 // 2 * 2 + 7 % 2, 2 ** 3 ** 2, -2 ** -2, 10 - 2 - 3, 2 * 3 % 4, 100 // 7 // 2, 1 - -1, - -1, 5 & 6 | 1 ^ 2, 1 << 2 + 1, not 1 == 2, 3 > 2 == True)
from math import *
print(floor(-2.5), ceil(-2.5), trunc(-2.5), floor(2), sqrt(16), isqrt(17), gcd(12, 18), gcd(), lcm(4, 6), factorial(20), comb(10, 3), perm(5, 2), prod([1, 2, 3, 4]), fabs(-3), fmod(-7, 3), fsum([0.1] * 10), hypot(3, 4), dist([0, 0], [3, 4]), copysign(1, -0.0))
print(pi, e, tau, inf, nan, isnan(nan), isinf(-inf), isfinite(1), isclose(0.1 + 0.2, 0.3), log10(1000), log2(8), log(1), exp(0), pow(2, 3), modf(2.5), modf(-2.5), frexp(8), ldexp(0.5, 4), degrees(pi), radians(180), sin(0), cos(0), atan2(0, 1), round(sin(1), 10), round(exp(1), 10), round(log(10), 10), cbrt(27), nextafter(1, 2), ulp(1.0), remainder(5, 3))
for f in (lambda: sqrt(-1), lambda: log(0), lambda: factorial(-1), lambda: factorial(1.5), lambda: isqrt(-1), lambda: comb(-1, 2), lambda: exp(1000), lambda: floor('a'), lambda: floor(inf), lambda: gcd(1.5), lambda: pow(0, -1), lambda: fmod(1, 0), lambda: acos(2), lambda: ceil(nan)):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
from fractions import Fraction
from decimal import Decimal
print(Fraction(1, 3) + Fraction(1, 6), Fraction('0.25'), Fraction(3, -6), float(Fraction(1, 4)), Fraction(7, 2) // 1, repr(Fraction(1, 2)))
