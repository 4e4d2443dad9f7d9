"""Lib's tokenize over our tokenizer: positions, nested formatted strings, continued lines, dedents."""
import tokenize, io
src = '''# hi
def f(a, *b: int = 0x_ff) -> "x":  # c
    """doc
    more"""
    if a:
        return f"{a!r:>{w}} {{x}} {b[1:2]=}" + rb'\\x' \\
            + 1_000.5e-3j

    x = [1,
         2]   
    # tail
class C: pass
async def g(): await x; y := 3; a != b; a ** b // c -> ...
f\'\'\'multi
{x:
}line\'\'\'
t"a{b}c"
@d
'''
for t in tokenize.generate_tokens(io.StringIO(src).readline): print(tuple(t))
for bad in ['x = (', 'x = 1)', '"""abc', 'if x:\n    y\n  z\n']:
    try:
        print([t.string for t in tokenize.generate_tokens(io.StringIO(bad).readline)])
    except (tokenize.TokenError, IndentationError) as error:
        print(type(error).__name__, error.args[0])
print([t[:2] for t in tokenize.generate_tokens(io.StringIO('a=1').readline)])
print([t[:2] for t in tokenize.tokenize(io.BytesIO(b'# -*- coding: latin-1 -*-\na=1').readline)])
print(tokenize.untokenize(tokenize.generate_tokens(io.StringIO(src).readline)) == src)
