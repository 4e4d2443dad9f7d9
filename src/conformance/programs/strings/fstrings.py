x, name, pi = 42, 'World', 3.14159265
w, p = 10, 3
d = {'k': 'v', 'n': [1, 2]}
print(f'{x} {name!r} {name!s} {name!a} {"é"!a} {x=} {x = } {name=!s} {pi=:.2f} {d["k"]}')
print(f'{pi:{w}.{p}f}|{name:>{w}}|{name:^{w}}|{name:<{w}}|{name:*^{w}}|{x:0{w}d}|{x:+}|{x: }|{-x:+}')
print(f'{{}} {{{x}}}', f'{x:{"<"}{5}}|', f"{'nested' + f'{x}'}", f'{d['k']} same quotes')
print(f'{x:b} {x:o} {x:x} {x:X} {x:#x} {x:#b} {x:#010b} {x:c} {x:e} {x:f} {x:g} {x:n} {x:%}')
print(f'{1234567:,} {1234567:_} {1234567.891:,.2f} {0xffff:_x} {12345.678:012,.1f} {1e10:,}')
print(f'{1e-5} {1e16} {1e15} {123456789012345680.0} {0.1 + 0.2} {1/3} {2.0} {1e22} {1e100} {float("inf")} {float("nan")} {-0.0}')
print(f'{pi:.0f} {pi:.10f} {pi:e} {pi:.2e} {pi:g} {pi:.3g} {1e-10:g} {1e10:g} {123456.0:g} {1234567.0:g} {100.0:.3g} {0.00001234:.2g} {pi:%} {0.1234:.1%} {1.5:10} {1.5:<10}|')
print(f'{2.5:.0f} {3.5:.0f} {0.5:.0f} {1.005:.2f} {2.675:.2f} {1e20:.0f} {-1.5:08.2f} {-1.5:=8.2f} {1.5:+.1f} {0.0:+} {-0.0:.0f} {-0.4:.0f} {-0.4:z.0f}')
print(f'{True} {True:d} {True:5} {None} {None!s:>6} {[1, "a"]} {(1,)} {{1}} {"abc":.2} {"abc":5.1}| {"x":5}|{5:5}|{"":3}|')
print(f'{(lambda v: v * 2)(x)} {x if x else 0} {[i for i in range(3)]} {x == 42} {x != 42!r:>6} {(y := 5)} {y}')
print(f'''multi
{x}
line {
    x + 1
}''')
print(f'{"a\nb"} {"\t"!r} \x41 \N{BULLET} {chr(65)}' rf'\raw{x}' f'')
for spec in ('d', 's', '.2f', '>5', '<5', '^5', '05', '+', '#x', ',', 'e', 'x=5', 'Z', '.2', '10.3d', '=', '=5', '_', ',d', '.1%'):
    for v in (7, 2.5, 'ab', True):
        try:
            print(repr(spec), repr(v), '[' + format(v, spec) + ']', end=' ')
        except (ValueError, TypeError) as e:
            print(repr(spec), repr(v), e, end=' ')
    print()
