# f-strings
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
x, y, s = 5, 3.14159, 'hi'; w = 10; p = 2
print(f'{x}{y}{s}', f'{x!r}{s!r}{s!s}{s!a}', f'{x=}', f'{x = }', f'{x=!r}', f'{s=}', f'{s=!s}', f'{y=:.2f}', f'{x + 1=}', f'{ x }', f'{y:{w}.{p}f}|', f'{s:>{w}}|', f'{{}}', f'{{{x}}}', f'{x:>5}|{x:<5}|{x:^5}|{x:05}|{x:+}|{x: }|{-x:=+6}|')
print(f"{'a' if x else 'b'}", f'{[i for i in range(3)]}', f'{ {1: 2}[1] }', f'{(lambda q: q * 2)(3)}', f'{x:,}', f'{1234567:,}', f'{1234567.891:,.2f}', f'{1234567:_}', f'{255:x} {255:X} {255:#x} {255:b} {255:#b} {255:o} {255:#o} {255:c}', f'{0.5:%} {0.1234:.1%}', f'{1e10:e} {1e10:g} {12345.678:.3e} {y:G}', f'{s:*^10}', f'{s:.1}', f'{True:d} {True}', f'{None}', f'{x!r:>4}|')
print(f'{s:{"<" if x else ">"}{w}}|', f'''{
x
}''', f'{x:{w}}', f"{s + "nested"}", f"{f"{x}"}", f'{x:}', f'{"\n"}x', f'{"a" "b"}', f'{x, y}', f'{*[1, 2],}', f'{x:{{}}}' if 0 else '', rf'\n{x}', f'\x41{x}\N{BULLET}', F'{x}', fr'{x}\d', f'{x}' 'plain' f'{y:.1f}' "{x}")
class F:
    def __format__(s, spec): return f'<{spec}>'
    def __str__(s): return 'STR'
    def __repr__(s): return 'REPR'
f = F(); print(f'{f}', f'{f:abc}', f'{f!s}', f'{f!r:>6}', f'{f:{x}{s}}', f'{f=}', f'{f=:q}', format(f), format(f, 'z'))
class NF: 
    def __str__(s): return 'nf'
print(f'{NF()}'); t(lambda: f'{NF():5}'); t(lambda: f'{[]:5}'); t(lambda: f'{None:>5}'); t(lambda: f'{x:s}'); t(lambda: f'{s:d}'); t(lambda: f'{y:d}'); t(lambda: f'{x:.2}'); t(lambda: f'{s:+}'); t(lambda: f'{s:,}'); t(lambda: f'{x:zz}'); t(lambda: f'{s:=5}'); t(lambda: f'{x:,_}'); t(lambda: f'{1j:=5}'); t(lambda: f'{1+2j:.2f}'); t(lambda: f'{x:5.}'); t(lambda: f'{s:05}'); t(lambda: f'{undefinedx}'); t(lambda: f'{x:{undefinedy}}'); t(lambda: f'{True:>6}|{1.0:.3}|{1e300:f}'[:20]); t(lambda: f'{2**70:,} {2**70:x} {-5:b} {-5:#x} {5:08b} {3.0} {1e16} {1e-5} {float("inf"):5} {float("nan"):.2f} {-0.0}')
t(lambda: '{} {}'.format(1)); t(lambda: '{0} {2}'.format(1, 2)); t(lambda: '{a}'.format(b=1)); t(lambda: '{} {0}'.format(1)); t(lambda: '{0} {}'.format(1)); t(lambda: '{'.format()); t(lambda: '}'.format()); t(lambda: '{0.x}'.format(1)); t(lambda: '{0[0]}{0[1]} {1[k]} {2.real}'.format('ab', {'k': 5}, 3)); t(lambda: '{:{}}'.format('a', 5)); t(lambda: '{!r:>5} {!s} {!a}'.format('a', 'b', 'é')); t(lambda: '{!z}'.format(1)); t(lambda: '{0[}'.format(1)); t(lambda: '{x.y[0]}'.format(x=1)); t(lambda: '{:>{w}.{p}}'.format('abcdef', w=8, p=3)); t(lambda: '{a} {a!r}'.format_map({'a': 'x'})); t(lambda: '{}{}'.format(*'ab')); t(lambda: '{0}{{}}'.format(1)); t(lambda: '{: >5}'.format(1)); t(lambda: '{:d}'.format('a')); t(lambda: '{0!}'.format(1)); t(lambda: '{0:{1:{2}}}'.format(1, 2, 3))
t(lambda: '%d %s' % (1,)); t(lambda: '%d' % 'a'); t(lambda: '%s' % (1, 2)); t(lambda: '%(a)s' % {'b': 1}); t(lambda: '%(a)s' % 5); t(lambda: '%z' % 1); t(lambda: '%' % 1); t(lambda: '%c' % 'ab'); t(lambda: '%c%c' % ('a', 98)); t(lambda: '%5.2f|%-5d|%05d|%+d|% d|%x|%#o|%e|%g|%r|%a|%%' % (1.5, 1, 2, 3, 4, 255, 8, 1.0, 1e-10, 'r', 'é')); t(lambda: '%*d|%-*d|%.*f' % (5, 1, 5, 2, 1, 1.25)); t(lambda: '%i %u' % (1.9, 2)); t(lambda: '%x' % 1.5); t(lambda: '%s %s' % ([1], {2: 3})); t(lambda: '%s' % None); t(lambda: '%d' % 2**70 if 0 else '%d' % (2**70)); t(lambda: '%f' % 'a'); t(lambda: 'a' % 1); t(lambda: 'a' % {}); t(lambda: 'a' % ()); t(lambda: b'%s %d' % (b'a', 1)); t(lambda: b'%s' % 'a')
