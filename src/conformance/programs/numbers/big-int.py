a = 2 ** 100
print(a, a + 1, a * a, a // 3, a % 7, -a // 7, -a % 7, a >> 90, a << 3, a & 0xff, a | 1, a ^ a, ~a, -a, abs(-a), divmod(a, 10 ** 10), divmod(-a, 10 ** 10))
print(2 ** 53, 2 ** 53 + 1, (2 ** 53 + 1) * 3, 9007199254740993 - 1, 2 ** 63 - 1, 2 ** 64, 10 ** 20, 123456789 * 987654321 * 123456789, 99999999999 * 99999999999)
print(4294967296 * 4294967296 - 1, 94906267 * 94906267, -9007199254740991 - 2, 3037000500 ** 2, 2 ** 31 << 1, 1 << 31, 1 << 32, 1 << 53, 1 << 64, -1 >> 70, -5 >> 1, (1 << 31) >> 31, -(1 << 31) | 1, 0xFFFFFFFF & 0x80000000, 0xFFFFFFFF ^ 0xF, ~0xFFFFFFFF)
print(a == 2.0 ** 100, a < 2.0 ** 101, a > 1e30, 2 ** 53 + 1 == 2.0 ** 53, 10 ** 400 > 1e308, 10 ** 400 > float('inf'), hash(5), hash(0), hash(-1), hash(2.0), hash(True))
print(a.bit_length(), (255).bit_count(), (0).bit_length(), (-8).bit_length(), pow(3, 200, 1000007), pow(3, -1, 7), pow(2, 10), pow(2, -1), pow(2, 0.5), 0 ** 0, (-2) ** 3, -2 ** 2, (-8) ** 2, 7 ** 0)
print(int('123456789012345678901234567890'), int('-0x1F', 16), int('0b101', 0), int('0o17', 0), int('z', 36), int(' 42 '), int('1_000'), int('-5'), int('+5'), int(3.99), int(-3.99), int(True), int('٣'), int(1e20), int(b'12'))
print(hex(255), hex(-255), oct(8), bin(10), bin(-5), hex(2 ** 70), str(2 ** 70), f'{2 ** 70:,}', f'{2 ** 70:x}', f'{-2 ** 70:e}', float(2 ** 70), (2 ** 70) / (2 ** 69), 10 ** 25 / 10 ** 24, 1 / 3, 7 / 2, -7 / 2, 10 ** 400 // 10 ** 398)
for f in (lambda: float(10 ** 400), lambda: 10 ** 400 / 3, lambda: 10 ** 400 * 1.0, lambda: 1 << -1, lambda: 2 ** 1000.5 * 2 ** 1000.5, lambda: int('1__0'), lambda: int('0x1'), lambda: int('1e5'), lambda: int('9', 8), lambda: (10 ** 30) % 0):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
fact = 1
for i in range(1, 60): fact *= i
print(fact, len(str(3 ** 1000)), sum(range(10 ** 5)), sum(int(c) for c in str(2 ** 1000)))
print((5).__add__(3), (5).real, (5).numerator, (5).conjugate(), (7).__divmod__(2), int.__add__(1, 2), (5).__truediv__(2), (1).__eq__('a'), bool(a), not a, round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), round(5), (12).as_integer_ratio(), (5).is_integer())
