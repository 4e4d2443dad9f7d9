import binascii, codecs, math, cmath
for d in [b'', b'hi', b'hello world', bytes(range(45))]:
    e = binascii.b2a_uu(d); print(e, binascii.a2b_uu(e) == d, binascii.b2a_uu(d, backtick=True))
for d in [bytes(46)]:
    try: binascii.b2a_uu(d)
    except binascii.Error as e: print(e)
for d in [b'%:&DX', b'"\x80', b'#zzz~', b'!!!!!!!!', b'"!']:
    try: print(binascii.a2b_uu(d))
    except binascii.Error as e: print(e)
print(codecs.encode(b'some data to send', 'uu'))
print([math.exp(x / 7) for x in range(-20, 20)], [math.log(x) for x in range(1, 40)], [math.log10(x) for x in (2, 3, 5, 7, 1000, 1e-5)], [math.log2(x) for x in (3, 5, 1e10, .1)], [math.log(x, 3) for x in (2, 9, 81)], [math.pow(x, 1.5) for x in range(10)], [math.exp2(x / 3) for x in range(-5, 6)])
print([math.erf(x / 4) for x in range(-12, 13)], [math.erfc(x / 3) for x in range(-9, 30)], [math.gamma(x / 3 + .1) for x in range(-10, 30)], [math.lgamma(x / 3 + .1) for x in range(1, 30)], [math.sinh(x / 3) for x in range(9)], [math.cosh(x / 3) for x in range(9)], [math.tanh(x / 5) for x in range(9)], [math.asinh(x / 2) for x in range(9)], [math.acosh(1 + x / 2) for x in range(9)], [math.atanh(x / 10) for x in range(9)])
print(math.exp(709.7), math.exp(-745), math.exp(-800), math.log(5e-324), math.log(1.7e308), math.exp(1e-300), math.log(1 + 1e-15), math.erf(float('inf')), math.erfc(float('-inf')), math.log(10**400), math.log10(10**400), math.log2(2**5000))
print(2**0.5, 10**-3.5, 1.1**10, (1+1j)**0.5, (2-3j)**(1+1j), cmath.exp(1+1j), cmath.log(3+4j), [abs(complex(a, b)) for a in (1, 1.1, 2, 3.3, 7) for b in (1, 2.7, 4, 9.9)], [cmath.sqrt(complex(a, 2.2)) for a in (1, -1.1, 5)])
print(format(float('inf'), ',.2f'), format(float('-inf'), '_'), format(float('nan'), '010,.1f'), f'{complex("inf"):,}')
for n in ('x', -1):
    for f in (math.exp, math.log, math.log2, math.sinh):
        try: print(f(n))
        except (TypeError, ValueError) as e: print(e)
for f, x in ((math.exp, 1000), (math.cosh, 1000), (math.sinh, -1000), (math.exp2, 2000), (math.gamma, 500), (math.pow, 1e300)):
    try: print(f(x, 5) if f is math.pow else f(x))
    except OverflowError as e: print(e)
