# A comment with ünïcödé, and a line that goes on.
total = 1 + \
    2 + (3 +  # inside
         4)
print(total); print('second'); x = 1
s = ('implicit ' 'concatenation '
     "works" f' {total}')
print(s)
print('''triple
 'quoted' "text" \
joined''')
print(r'\n raw', '\x41\u00e9\N{SNOWMAN}\101\t|', b'\x00\xff a', 'a\
b')
print('it\'s', "it's", 'say "hi"', 'both \' and "')
print(repr('\'"'), repr('it\'s'), repr("\\n\n\r\t\x00\x7f\xa0\u200b"), repr('é☃😀'))
print(0x1F, 0o17, 0b101, 1_000_000, 1e3, 1E-3, .5, 5., 1_0.0_1)
if 1: print('one-liner')
else: print('no')
class C: pass
def f(): pass; return 5
print(f(), C.__name__)
été = 'identifier'
print(été)
print(len('😀'), '😀é'[0], ord('😀'), [*'a😀'])
"""a string statement"""
pass
print(__name__, __doc__)
print(
    'trailing comma',
)
print((1,), (), (1), 1,)
