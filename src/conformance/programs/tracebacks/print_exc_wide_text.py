"""traceback.print_exc of lines with letters outside ASCII: signs stand under the characters that they mean."""
import ast
import traceback


def größe(wert):
    return wert


def f():
    return größe("größe ✨🐍") + größe("é")["x"] + 1


def g(text="日本"):
    return text + größe("ｗｉｄｅ") / 2


def h():
    raise ValueError("ü" + "🐍" * 2)


for function in (f, g, h):
    try:
        function()
    except Exception:
        traceback.print_exc()
        print(*traceback.format_exc().splitlines(), sep='\n')
source = "é = 'ü' + x\nf('✨', y)"
for node in ast.walk(ast.parse(source)):
    print(type(node).__name__, getattr(node, 'col_offset', None), getattr(node, 'end_col_offset', None))
print(ast.get_source_segment(source, ast.parse(source).body[1].value.args[1]))
g()
