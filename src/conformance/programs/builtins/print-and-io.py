import sys, io
print()
print(1, 'a', None, sep='|', end='!\n')
print('a', 'b', sep='')
print(*[1, 2], sep=', ')
print('x', end='')
print('y', end='\n\n')
print('stderr text', file=sys.stderr)
buf = io.StringIO()
print('to', 'buffer', 3, file=buf, sep='-', end='.', flush=True)
print(repr(buf.getvalue()), buf.tell())
n = sys.stdout.write('written\n')
print(n)
sys.stdout.writelines(['l1\n', 'l2\n'])
sys.stdout.flush()
buf = io.StringIO('line1\nline2\nlast')
print(repr(buf.readline()), buf.readlines(), repr(buf.read()), buf.seek(0), [l.rstrip() for l in buf], buf.closed)
buf.seek(5); buf.truncate(); print(repr(buf.getvalue()))
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
w = W()
print('a', 1, file=w)
print(end='', file=w)
print(w.parts)
old = sys.stdout
sys.stdout = w
print('redirected')
sys.stdout = old
print(w.parts[-2:])
print(None, [None], 'é☃😀', b'bytes', 1.0, (), {}, sep='\n')
print('a\tb\\n', r'\n', 'a\rb' == 'a\rb', '\x07' == '\a')
for f in (lambda: print(sep=1), lambda: print(1, ends=''), lambda: print(1, file=5)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print(print('inner'))
b = io.BytesIO(b'abc')
print(b.read(2), b.read(), b.read(), b.getvalue())
print('done', flush=True)
