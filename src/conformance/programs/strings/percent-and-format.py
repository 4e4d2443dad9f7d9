print('%d %i %s %r %x %X %o %e %f %g %c %% %5d|%-5d|%05d|%+d|% d' % (1, 2, 'a', 'b', 255, 255, 8, 1.5, 2.5, 3.5, 'c', 42, 42, 42, 42, 42))
print('%.2f %10.3f|%-10s|%10s|%.3s|%*d|%.*f|%#x %#o' % (1.239, 2.5, 'ab', 'cd', 'abcdef', 5, 42, 2, 3.14159, 255, 8))
print('%(a)s %(b)05.1f %(a)r' % {'a': 'A', 'b': 2.25, 'unused': 1}, '%s' % (1,), '%s' % [1, 2], '%s %s' % ('x', (1, 2)), '%s' % None, '%a' % 'é', '%c' % 65, '%d' % 3.99, '%s' % {'k': 1})
print('%s' % 'only', '100%%' % (), '%x' % -255, '%5s|%-5s|' % (True, None), '%.0f' % 0.5, '%g' % 1e-5, '%G' % 1e20, '%i' % True)
print('{} {} {}'.format(1, 'a', [2]), '{0} {1} {0}'.format('a', 'b'), '{x} {y!r:>5}'.format(x=1, y='q'), '{0[1]} {0[0]}'.format([5, 6]), '{d[k]}'.format(d={'k': 'v'}), '{0.real} {0.imag}'.format(5))
print('{:>{w}}|{:^{}}|{:{fill}<{w}}'.format('a', 'b', 5, 'c', w=4, fill='*'), '{{}}'.format(), '{:,}'.format(10 ** 9), '{!r}'.format('z'), '{:08.3f}'.format(-3.14159), '{:+.1e}'.format(12345))
print('{a}-{b}'.format(**{'a': 1, 'b': 2}), '{}'.format(None), '{:s}'.format('s'), '{:d}'.format(True), '{0:{1}}'.format(5, '03'), '{x}'.format_map({'x': 1}))
for f in (lambda: '{} {0}'.format(1), lambda: '{'.format(), lambda: '}'.format(), lambda: '{1}'.format(0), lambda: '{a.b}'.format(a=1), lambda: '{0[x]}'.format([1]), lambda: '{!x}'.format(1), lambda: '%q' % 1,
          lambda: '%(a)s' % (1,), lambda: '%(a)s' % {}, lambda: '%' % (), lambda: '%s' % (), lambda: '%d' % '1', lambda: '%c' % 'ab', lambda: '%s %s' % ('a',), lambda: '%x' % 1.5, lambda: 'a' % 1, lambda: '{:>>}'.format(1),
          lambda: '{:5.5d}'.format(1), lambda: '{0:{}}'.format(1), lambda: format([], '5'), lambda: format(None, 'd'), lambda: format(object, '>3')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print('%s and %s' % ('é', '☃'), '%5.1f%%' % 99.55, repr('%s') % 'q')
from string import Template, Formatter, ascii_lowercase, digits, punctuation, whitespace, capwords
print(Template('$a ${b}c $$').substitute(a=1, b=2), Template('$x $y').safe_substitute(x=1), ascii_lowercase[:5], digits, len(punctuation), repr(whitespace), capwords('hello big world'))
print(list(Formatter().parse('a{b!r:c}d{e}')))
