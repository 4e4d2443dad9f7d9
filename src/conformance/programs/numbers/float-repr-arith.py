vals = [0.1, 1.0, -0.0, 1e16, 1e15, 123456789.123, 1e-4, 1e-5, 0.00012, 1e22, 1e21, 1.5e300, 5e-324, 1.7976931348623157e308, 0.1 + 0.2, 1 / 3, 2 / 3, 100.0, 1e2, 1234567890123456789.0, 0.30000000000000004, 9007199254740993.0, 3.0e-7, 1e100, float('inf'), -float('inf'), float('nan')]
for v in vals:
    print(repr(v), str(v), f'{v:.3f}', f'{v:g}', f'{v:e}', f'{v}', v.is_integer() if v == v and abs(v) != float('inf') else '-')
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, -7.5 % -2, divmod(7.5, 2), divmod(-7.5, 2), 1e308 * 10, -1e308 * 10, 0.0 == -0.0, 5 // 2.0, 5 % 2.5, 1e16 + 1, 0.1 * 3, 2 ** 0.5, 2 ** -2, (-8) ** (1 / 3) if False else 4 ** 0.5, 1.0 // 0.1, 1.0 % 0.1, -0.0 % 1, 3.0 // 1, 0.0 * -1)
print(round(2.5), round(3.5), round(-2.5), round(0.5), round(1.5), round(2.675, 2), round(1.005, 2), round(1234.5678, 2), round(1234.5678, -2), round(1.0), round(1.0, 0), round(5.5e15), round(0.1 + 0.2, 10), round(-0.4), round(1e300, 2), round(2.5, 0), round(1.15, 1), round(1.25, 1), round(1.35, 1))
print(int(2.9), int(-2.9), float('1e5'), float(' 2.5 '), float('1_0.5'), float('-inf'), float('NaN'), float('infinity'), float('.5'), float('5.'), float(True), float('1e-400'), float('1e400'))
print((0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (255.5).hex(), float.fromhex('0x1.8p1'), (2.0).is_integer(), (1.5).real, 3.7.__trunc__(), 3.7.__floor__(), 3.2.__ceil__())
print(1 == 1.0, 1 < 1.5, 2 > float('nan'), float('nan') != float('nan'), float('inf') > 10 ** 400, max(1, 1.0), min(1.0, 1), max(2, 2.5, True), sum([0.1] * 10), sum([1, 2.5]), sum([0.1, 0.2, 0.3]), sum([1e16, 1.0, -1e16]), abs(-2.5), -(-0.0), +True, ~True, -True, True + True, True * 2.5)
for f in (lambda: float('abc'), lambda: float(''), lambda: round(float('nan')), lambda: round(float('inf')), lambda: int(float('inf')), lambda: 1.5 // 0, lambda: 1.5 % 0, lambda: divmod(1.5, 0), lambda: 0.0 ** -2, lambda: 1.5 & 1, lambda: (1.5).bit_length(), lambda: float([]), lambda: round(1.5, 'a'), lambda: float('1' + 'e' * 2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(isinstance(True, int), type(True + 1), type(1 * 1.0), type(2 / 1), type(2 // 1), type(2.0 // 1), type(2 ** -1), type(2 ** 2), type(round(2.5)), type(round(2.5, 1)), True is (1 == 1), bool(0.0), bool(-0.0), bool(1e-300), bool('0'))
