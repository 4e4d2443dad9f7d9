/** The modules `math`, `_operator`, `_bisect`, `_random` and `_sha2`. Recorded from CPython 3.14 (hashes and the order of sets from a 64-bit build). */
import { expect, test } from 'vitest';
import { Prng } from '../../lib/prng.ts';
import '../objects/bool.ts';
import '../objects/bytes.ts';
import '../objects/dict-methods.ts';
import '../objects/float.ts';
import '../objects/int-methods.ts';
import '../objects/list.ts';
import '../objects/range.ts';
import '../objects/set.ts';
import '../objects/singletons.ts';
import '../objects/str.ts';
import '../objects/tuple.ts';
import { disagreements } from '../objects/evaluate.fixture.ts';
import { bisectModule } from './_bisect.ts';
import { operatorModule } from './_operator.ts';
import { randomModule } from './_random.ts';
import { sha2Module } from './_sha2.ts';
import { mathModule } from './math.ts';

test('math: values to the last bit, and error texts', () => {
  expect(
    disagreements(
      mathModule(),
      `
    sqrt(-1)  ==>  ValueError: expected a nonnegative input, got -1.0
    sqrt(2), sqrt(4), sqrt(0.0)  ==>  (1.4142135623730951, 2.0, 0.0)
    sqrt('a')  ==>  TypeError: must be real number, not str
    log(0),   ==>  ValueError: expected a positive input
    log(0.0)  ==>  ValueError: expected a positive input, got 0.0
    log(-1)  ==>  ValueError: expected a positive input
    log(10), log(8,2), log(10**400), log(10**400, 10), log(2**2000, 2)  ==>  (2.302585092994046, 3.0, 921.0340371976182, 399.99999999999994, 2000.0000000000002)
    log(2, 1)  ==>  ZeroDivisionError: division by zero
    log(2, 0)  ==>  ValueError: expected a positive input
    log(True)  ==>  0.0
    log()  ==>  TypeError: log expected at least 1 argument, got 0
    log2(8), log2(2**1000), log2(10**400), log2(3)  ==>  (3.0, 1000.0, 1328.771237954945, 1.584962500721156)
    log2(0)  ==>  ValueError: expected a positive input
    log10(1000), log10(10**400), log10(2)  ==>  (3.0, 400.0, 0.3010299956639812)
    log10(-1)  ==>  ValueError: expected a positive input
    log1p(1e-10), log1p(-0.5)  ==>  (9.999999999500001e-11, -0.6931471805599453)
    log1p(-1)  ==>  ValueError: expected argument value > -1, got -1.0
    exp(1), exp(0), exp(-1000)  ==>  (2.718281828459045, 1.0, 0.0)
    exp(1000)  ==>  OverflowError: math range error
    exp2(10), exp2(0.5)  ==>  (1024.0, 1.4142135623730951)
    exp2(2000)  ==>  OverflowError: math range error
    expm1(1e-10), expm1(1)  ==>  (1.00000000005e-10, 1.718281828459045)
    expm1(1000)  ==>  OverflowError: math range error
    pow(2, 3), pow(2, 0.5), pow(0, 0), pow(1, float('nan')), pow(float('inf'), 0)  ==>  (8.0, 1.4142135623730951, 1.0, 1.0, 1.0)
    pow(0, -1)  ==>  ValueError: math domain error
    pow(-8, 1/3)  ==>  ValueError: math domain error
    pow(10, 400)  ==>  OverflowError: math range error
    pow(-2, 3), pow(-1, float('inf'))  ==>  (-8.0, 1.0)
    fmod(7, 3), fmod(-7, 3), fmod(7.5, float('inf'))  ==>  (1.0, -1.0, 7.5)
    fmod(1, 0)  ==>  ValueError: math domain error
    fmod(float('inf'), 1)  ==>  ValueError: math domain error
    remainder(7, 3), remainder(8, 3), remainder(-7.5, 5), remainder(5, 2)  ==>  (1.0, -1.0, 2.5, 1.0)
    remainder(1, 0)  ==>  ValueError: math domain error
    remainder(float('inf'), 1)  ==>  ValueError: math domain error
    floor(1.5), floor(-1.5), floor(1e20), floor(3)  ==>  (1, -2, 100000000000000000000, 3)
    floor(float('inf'))  ==>  OverflowError: cannot convert float infinity to integer
    floor(float('nan'))  ==>  ValueError: cannot convert float NaN to integer
    ceil(1.5), ceil(-1.5), ceil(1e20), ceil(3)  ==>  (2, -1, 100000000000000000000, 3)
    trunc(1.7), trunc(-1.7), trunc(5)  ==>  (1, -1, 5)
    trunc('a')  ==>  TypeError: type str doesn't define __trunc__ method
    floor('a')  ==>  TypeError: must be real number, not str
    isqrt(17), isqrt(10**40), isqrt(0)  ==>  (4, 100000000000000000000, 0)
    isqrt(-1)  ==>  ValueError: isqrt() argument must be nonnegative
    isqrt(1.5)  ==>  TypeError: 'float' object cannot be interpreted as an integer
    comb(5, 2), comb(100, 50), comb(5, 7), comb(5,0), comb(10**10, 2)  ==>  (10, 100891344545564193334812497256, 0, 1, 49999999995000000000)
    comb(-1, 2)  ==>  ValueError: n must be a non-negative integer
    comb(1, -2)  ==>  ValueError: k must be a non-negative integer
    comb(1.5, 2)  ==>  TypeError: 'float' object cannot be interpreted as an integer
    perm(5, 2), perm(5), perm(5, 7), perm(30)  ==>  (20, 120, 0, 265252859812191058636308480000000)
    perm(-1)  ==>  ValueError: factorial() not defined for negative values
    perm(1,-1)  ==>  ValueError: k must be a non-negative integer
    factorial(0), factorial(5), factorial(20), factorial(25)  ==>  (1, 120, 2432902008176640000, 15511210043330985984000000)
    factorial(-1)  ==>  ValueError: factorial() not defined for negative values
    gcd(), gcd(12), gcd(-12, 18), gcd(12, 18, 27), gcd(2**100, 2**70*3), gcd(0,0)  ==>  (0, 12, 6, 3, 1180591620717411303424, 0)
    gcd(1.5)  ==>  TypeError: 'float' object cannot be interpreted as an integer
    lcm(), lcm(4, 6), lcm(-4, 6), lcm(0, 3), lcm(10**20, 3)  ==>  (1, 12, 12, 0, 300000000000000000000)
    prod([1,2,3]), prod([]), prod([1.5, 2]), prod([2]*100), prod([1,2], start=5), prod(['a',2], start=1)  ==>  (6, 1, 3.0, 1267650600228229401496703205376, 10, 'aa')
    prod([[1]], start=2)  ==>  [1, 1]
    fsum([0.1]*10), fsum([1e100, 1.0, -1e100]), fsum([]), fsum([1, 2]), fsum([1e308, -1e308, 1])  ==>  (1.0, 1.0, 0.0, 3.0, 1.0)
    fsum([1e308, 1e308])  ==>  OverflowError: intermediate overflow in fsum
    fsum([float('inf'), -float('inf')])  ==>  ValueError: -inf + inf in fsum
    fsum([float('inf'), 1]), fsum([float('nan')])  ==>  (inf, nan)
    fsum(['a'])  ==>  TypeError: must be real number, not str
    sumprod([1,2,3],[4,5,6]), sumprod([],[]), sumprod([0.1]*10, [1.0]*10), sumprod([1.5,2],[2,3]), sumprod([10**20],[10])  ==>  (32, 0, 1.0, 9.0, 1000000000000000000000)
    sumprod([1],[1,2])  ==>  ValueError: Inputs are not the same length
    hypot(3,4), hypot(), hypot(1,1,1), hypot(1e200,1e200), hypot(float('inf'), float('nan')), hypot(-5)  ==>  (5.0, 0.0, 1.7320508075688772, 1.414213562373095e+200, inf, 5.0)
    dist((0,0),(3,4)), dist([1,2,3],[4,5,6])  ==>  (5.0, 5.196152422706632)
    dist((0,),(1,2))  ==>  ValueError: both points must have the same number of dimensions
    fabs(-1), copysign(1, -0.0), copysign(3, 2)  ==>  (1.0, -1.0, 3.0)
    frexp(8.0), frexp(0.1), frexp(0.0), frexp(float('inf')), frexp(5e-324), frexp(-3)  ==>  ((0.5, 4), (0.8, -3), (0.0, 0), (inf, 0), (0.5, -1073), (-0.75, 2))
    ldexp(0.5, 4), ldexp(1, -1074), ldexp(1, -2000), ldexp(0, 5000), ldexp(1.5, -1074), ldexp(3, -1075)  ==>  (8.0, 5e-324, 0.0, 0.0, 1e-323, 1e-323)
    ldexp(1, 2000)  ==>  OverflowError: math range error
    ldexp(1, 1.5)  ==>  TypeError: Expected an int as second argument to ldexp.
    modf(1.5), modf(-1.5), modf(float('inf')), modf(-2.0)  ==>  ((0.5, 1.0), (-0.5, -1.0), (0.0, inf), (-0.0, -2.0))
    isclose(1, 1+1e-10), isclose(1, 1.1), isclose(1, 1.1, rel_tol=0.2), isclose(0, 1e-10), isclose(0, 1e-10, abs_tol=1e-9), isclose(float('inf'), float('inf'))  ==>  (True, False, True, False, True, True)
    isclose(1, 1, rel_tol=-1)  ==>  ValueError: tolerances must be non-negative
    isfinite(1), isinf(float('inf')), isnan(float('nan'))  ==>  (True, True, True)
    degrees(pi), radians(180)  ==>  (180.0, 3.141592653589793)
    sin(1), cos(1), tan(1), asin(1), acos(0.5), atan(1), atan2(1, -1), atan2(0.0, -0.0)  ==>  (0.8414709848078965, 0.5403023058681398, 1.5574077246549023, 1.5707963267948966, 1.0471975511965979, 0.7853981633974483, 2.356194490192345, 3.141592653589793)
    sin(float('inf'))  ==>  ValueError: expected a finite input, got inf
    asin(2)  ==>  ValueError: expected a number in range from -1 up to 1, got 2.0
    acos(-2)  ==>  ValueError: expected a number in range from -1 up to 1, got -2.0
    sinh(1), cosh(1), tanh(1), asinh(1), acosh(2), atanh(0.5)  ==>  (1.1752011936438014, 1.5430806348152437, 0.7615941559557649, 0.881373587019543, 1.3169578969248166, 0.5493061443340548)
    acosh(0.5)  ==>  ValueError: expected argument value not less than 1, got 0.5
    atanh(1)  ==>  ValueError: expected a number between -1 and 1, got 1.0
    cosh(1000)  ==>  OverflowError: math range error
    sinh(1000)  ==>  OverflowError: math range error
    cbrt(27), cbrt(-8), cbrt(2)  ==>  (3.0, -2.0, 1.2599210498948732)
    gamma(5), gamma(0.5), gamma(-1.5), gamma(10.1), gamma(171)  ==>  (24.0, 1.7724538509055159, 2.3632718012073544, 454760.7514415857, 7.257415615307998e+306)
    gamma(-1)  ==>  ValueError: expected a noninteger or positive integer, got -1.0
    gamma(0)  ==>  ValueError: expected a noninteger or positive integer, got 0.0
    gamma(172)  ==>  OverflowError: math range error
    lgamma(-1)  ==>  ValueError: expected a noninteger or positive integer, got -1.0
    ulp(1), ulp(0), ulp(1e300), ulp(-1), ulp(float('inf'))  ==>  (2.220446049250313e-16, 5e-324, 1.487016908477783e+284, 2.220446049250313e-16, inf)
    nextafter(1, 2), nextafter(1, 0), nextafter(0, 1), nextafter(1, 2, steps=3), nextafter(1,1)  ==>  (1.0000000000000002, 0.9999999999999999, 5e-324, 1.0000000000000007, 1.0)
    nextafter(1, 2, steps=-1)  ==>  ValueError: steps must be a non-negative integer
    fma(2, 3, 4), fma(0.1, 10, -1), fma(1e200, 1e200, -float('inf'))  ==>  (10.0, 5.551115123125783e-17, -inf)
    fma(1e200, 1e200, 0)  ==>  OverflowError: overflow in fma
    fma(float('inf'), 0, 1)  ==>  ValueError: invalid operation in fma
    fma(1e-200, 1e-200, 1.0), fma(3.3, 4.4, -14.52)  ==>  (1.0, 8.1712414612411515e-16)
    pi, e, tau, inf, nan  ==>  (3.141592653589793, 2.718281828459045, 6.283185307179586, inf, nan)
    floor(10**30), ceil(10**30)  ==>  (1000000000000000000000000000000, 1000000000000000000000000000000)
    sqrt(10**400)  ==>  OverflowError: int too large to convert to float
    sqrt(10**30)  ==>  1000000000000000.0
    fabs(10**400)  ==>  OverflowError: int too large to convert to float
    exp(float('-inf')), exp(float('nan')), log(float('inf'))  ==>  (0.0, nan, inf)
    tan(float('inf'))  ==>  ValueError: expected a finite input, got inf
    cos(float('-inf'))  ==>  ValueError: expected a finite input, got -inf
    atanh(-2)  ==>  ValueError: expected a number between -1 and 1, got -2.0
    log1p(-2)  ==>  ValueError: expected argument value > -1, got -2.0
    pow(float('-inf'), 3), pow(float('-inf'), -3), pow(0.0, float('-inf'))  ==>  (-inf, -0.0, inf)
    pow(-0.0, -3)  ==>  ValueError: math domain error
  `,
    ),
  ).toEqual([]);
});

test('operator functions and getters', () => {
  expect(
    disagreements(
      operatorModule(),
      `
    itemgetter(1)([4,5])  ==>  5
    itemgetter(1, 0)([4,5])  ==>  (5, 4)
    itemgetter('a', 2)  ==>  operator.itemgetter('a', 2)
    itemgetter(1)  ==>  operator.itemgetter(1)
    attrgetter('real')(5)  ==>  5
    attrgetter('real', 'imag')(5)  ==>  (5, 0)
    attrgetter('a.b', 'c')  ==>  operator.attrgetter('a.b', 'c')
    attrgetter(1)  ==>  TypeError: attribute name must be a string
    methodcaller('index', 5)([4,5])  ==>  1
    methodcaller('sort', reverse=True)  ==>  operator.methodcaller('sort', reverse=True)
    methodcaller('foo', 1, x=2)  ==>  operator.methodcaller('foo', 1, x=2)
    methodcaller()  ==>  TypeError: methodcaller needs at least one argument, the method name
    methodcaller(1)  ==>  TypeError: method name must be a string
    add(1,2), sub(5,3), mul(2,3), and_(6,3), or_(6,1), xor(5,1), lt(1,2), ge(1,2), eq(1,1), ne(1,1)  ==>  (3, 2, 6, 2, 7, 4, True, False, True, False)
    iadd([1],[2])  ==>  [1, 2]
    concat([1],[2])  ==>  [1, 2]
    concat(1, 2)  ==>  TypeError: 'int' object can't be concatenated
    iconcat([1],[2])  ==>  [1, 2]
    countOf([1,2,1], 1), indexOf([1,2,1], 2)  ==>  (2, 1)
    indexOf([1], 5)  ==>  ValueError: sequence.index(x): x not in sequence
    contains([1], 1), truth([]), not_([]), is_(None, None), is_not(1, None), is_none(None), is_not_none(None)  ==>  (True, False, True, True, True, True, False)
    getitem([1,2], 1)  ==>  2
    [a := [1,2], setitem(a, 0, 9), delitem(a, 1), a]  ==>  [[9], None, None, [9]]
    length_hint([1,2,3]), length_hint(iter([1,2])), length_hint(5, 7)  ==>  (3, 2, 7)
    index(5), neg(5), pos(5), inv(5), invert(5), abs(-5)  ==>  (5, -5, 5, -6, -6, 5)
    index('a')  ==>  TypeError: 'str' object cannot be interpreted as an integer
    abs('a')  ==>  TypeError: bad operand type for abs(): 'str'
    _compare_digest('a', 'a'), _compare_digest(b'ab', b'ac')  ==>  (True, False)
    _compare_digest(1, 'a')  ==>  TypeError: unsupported operand types(s) or combination of types: 'int' and 'str'
    add(1, [])  ==>  TypeError: unsupported operand type(s) for +: 'int' and 'list'
  `,
    ),
  ).toEqual([]);
});

test('bisection with bounds and keys', () => {
  expect(
    disagreements(
      bisectModule(),
      `
    bisect_left([1,2,2,3], 2), bisect_right([1,2,2,3], 2), bisect_left([], 1), bisect_right([1,2,3], 9)  ==>  (1, 3, 0, 3)
    bisect_left([1,2,3], 2, 2), bisect_left([1,2,3], 2, 0, 1), bisect_left([1,2,3], 5, hi=1)  ==>  (2, 1, 1)
    bisect_left([1], 1, -1)  ==>  ValueError: lo must be non-negative
    [a := [1,3], insort_right(a, 2), insort_left(a, 3), a]  ==>  [[1, 2, 3, 3], None, None, [1, 2, 3, 3]]
    bisect_left([(1,'a'),(2,'b')], 2, key=lambda p: p[0])  ==>  1
    [a := [3,2,1], insort_right(a, 2.5, key=lambda x: -x), a]  ==>  [[3, 2.5, 2, 1], None, [3, 2.5, 2, 1]]
    bisect_left([1,2], 'a')  ==>  TypeError: '<' not supported between instances of 'int' and 'str'
  `,
    ),
  ).toEqual([]);
});

test('the Mersenne Twister gives the numbers of CPython', () => {
  expect(
    disagreements(
      randomModule({ prng: new Prng(1) }),
      `
    [r := Random(42), r.random(), r.random(), r.getrandbits(10), r.getrandbits(32), r.getrandbits(100), r.getrandbits(0)][1:]  ==>  [0.6394267984578837, 0.025010755222666936, 281, 1051802512, 137577423665220539048064734942, 0]
    [r := Random(0), r.random()][1:]  ==>  [0.8444218515250481]
    [r := Random(-12345678901234567890), r.random()][1:]  ==>  [0.5120180983871961]
    [r := Random(2**200+7), r.random()][1:]  ==>  [0.3304422997850489]
    [r := Random(1), s := r.getstate(), a := r.random(), r.setstate(s), r.random() == a, len(s), s[:3], s[-1]][2:]  ==>  [0.13436424411240122, None, True, 625, (2147483648, 163610392, 3414454684), 624]
    Random(1).getrandbits(-1)  ==>  ValueError: Cannot convert negative int
    Random(1).setstate(5)  ==>  TypeError: state vector must be a tuple
    Random(1).setstate((1,))  ==>  ValueError: state vector is the wrong size
    [r := Random(7), r.seed(3), r.random()][1:]  ==>  [None, 0.23796462709189137]
    [r := Random(5), list(map(lambda i: r.getrandbits(32), range(1500)))[-3:]][1:]  ==>  [[1420345826, 804164583, 1811682290]]
  `,
    ),
  ).toEqual([]);
});

test('SHA-2 digests', () => {
  expect(
    disagreements(
      sha2Module(),
      `
    sha256().hexdigest()  ==>  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    sha256(b'abc').hexdigest()  ==>  'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    sha224(b'abc').hexdigest()  ==>  '23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7'
    sha384(b'abc').hexdigest()  ==>  'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7'
    sha512(b'abc').hexdigest()  ==>  'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f'
    sha512(b'a'*1000).hexdigest()  ==>  '67ba5535a46e3f86dbfbed8cbbaf0125c76ed549ff8b0b9e03e0c88cf90fa634fa7b12b47d77b694de488ace8d9a65967dc96df599727d3292a8d9d447709c97'
    sha256(b'a'*55).hexdigest(), sha256(b'a'*56).hexdigest(), sha256(b'a'*64).hexdigest()  ==>  ('9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318', 'b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a', 'ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb')
    sha512(b'a'*111).hexdigest()[:20], sha512(b'a'*112).hexdigest()[:20], sha512(b'a'*128).hexdigest()[:20]  ==>  ('fa9121c7b32b9e01733d', 'c01d080efd492776a1c4', 'b73d1929aa615934e61a')
    [h := sha256(b'ab'), c := h.copy(), h.update(b'c'), h.hexdigest(), c.hexdigest()][2:]  ==>  [None, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'fb8e20fc2e4c3f248c60c39bd652f3c1347298bb977b8b4d5903b85055620603']
    sha256().name, sha256().digest_size, sha256().block_size, sha512().name, sha384().digest_size, sha384().block_size  ==>  ('sha256', 32, 64, 'sha512', 48, 128)
    sha256('abc')  ==>  TypeError: Strings must be encoded before hashing
  `,
    ),
  ).toEqual([]);
});
