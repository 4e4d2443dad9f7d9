s = 'naïve café ☕ 日本語 👩‍💻'
print(len(s), s[0:5], s[-1] == '💻', s[::-1][:3] == '💻\u200d👩', [hex(ord(c)) for c in '👩‍💻'], s.encode()[:8], len(s.encode()), len(s.encode('utf-16-le')))
print(s.upper(), s.title(), s.find('☕'), s.index('日'), s.split(), s.replace('é', 'e'), 'ÅNGSTRÖM'.lower(), 'straße'.upper(), 'İ'.lower().encode(), 'ﬁ'.upper(), 'Σ'.lower(), 'ΑΣ'.lower())
print('%s|%5s|%-5s|' % ('日', '日', '日'), f'{"日":>4}|{"é":^5}|{"☕":*<3}', '日本'.center(6, '.'), 'é' == 'e\u0301', len('e\u0301'), '\u00e9' == 'é')
print(sorted(['é', 'e', 'z', 'a', 'É']), 'a' < 'é' < '日' < '👩', min('日本語'), ord('語'), chr(0x1F600), '\U0001F600' == '😀', ascii(s))
print([s[i] for i in range(0, 12, 3)], s[2], s[100:], s[-4:-1] == ' 👩\u200d', '👩' in s, s.count('a'), s.isascii(), '１２'.isdigit(), int('１２'), '²'.isdigit(), '²'.isdecimal(), '一'.isnumeric())
for c in ('\t', '\x1c', '\x85', '\xa0', '\u2028', '\u3000', '\ufeff', '\u200b'):
    print(repr(c), c.isspace(), c.isprintable(), ('a' + c + 'b').split(), ('a' + c + 'b').splitlines())
w = 'abcdefghij'
print(w[2:7:2], w[7:2:-1], w[:-3], w[-3:], w[::-3], w[8:100], w[-100:2], w[3:3], w[slice(1, 4)], w[True], w[-0])
import unicodedata
print(unicodedata.name('☕'), unicodedata.category('é'), len(unicodedata.normalize('NFD', 'é')), unicodedata.lookup('SNOWMAN'))
print('a,b;c'.translate({ord(','): ' ', ord(';'): None}), 'abc'.maketrans('a', 'b'), '\N{GREEK SMALL LETTER ALPHA}', 'tab\tq'.expandtabs(8), 'x'.join('日本'), '日本' * 2, 'é'.casefold(), 'ß'.casefold() == 'ss')
print('\ud800'.encode('utf-8', 'surrogatepass'), repr('\ud800'), '\ud800'.isprintable(), b'\xf0\x9f\x98\x80'.decode())
try:
    '\ud800'.encode()
except UnicodeEncodeError as e:
    print(e)
