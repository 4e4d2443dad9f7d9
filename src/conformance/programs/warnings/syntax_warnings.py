"""What the compiler warns of, and what becomes of it where the filters make an error of a warning."""
import warnings

SOURCES = [
    r"'\d'", r"b'\d'", r"'\400'", r"'\8'", "'''one\ntwo\\z \\y'''", r"f'\d{x}'", r"f'{x}\d'", r"f'\{x}'", r"f'{x:\d}'",
    r"'a' '\d' '\e'", r"r'\d'", r"'\é'", r"x = ('\d'," "\n" r" '\e')", r"'\777\d'", r"'''doc\d'''", r"t'\d'",
    "x is 1", "x is not 'a'", "x is None", "x is ()", "x is (1, y)", "1 is x", "x is True", "x is ...", "x is y is not 2",
    "if x is 1: pass", "[x for x in y if x is 5]", "x is []", "x is 1.5", "x is -1", "def f(a=x is 1): y is 2",
    "assert (x, 'm')", "assert ()", "assert (x,)", "assert 'x'", "assert (x), 'm'",
    "1()", "(1, 2)(3)", "[1](2)", "{}()", "{1}()", "None()", "f'{x}'()", "(lambda: 1)()", "(x for x in y)()", "t'{x}'()",
    "1[2]", "'a'['b']", "'a'[1]", "'a'[1:2]", "[1][1, 2]", "(1,)[1.5]", "{1}[1]", "{}[1]", "(lambda: 1)[1]", "[1][None]",
    "[1][True]", "x = [[1, 2][3, 4], 5]", "(x for x in y)[1]", "b''['a']", "[1][x]", "[1][{}]",
    "def f():\n try: pass\n finally:\n  return 1",
    "for i in x:\n try: pass\n finally:\n  if y: break\n  else: continue",
    "def f():\n try: pass\n finally:\n  for i in x: break",
    "def f():\n try: pass\n finally:\n  def g(): return",
    "1if x else 2", "0x1for x in y", "1or 2", "0b1and 2", "1.5and x", "1_0not in x", "1jif x else 2",
]

for source in SOURCES:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "<example>", "exec")
        except SyntaxError as error:
            print(repr(source), "refused:", error.msg)
    for warning in caught:
        print(repr(source), warning.category.__name__, warning.lineno, warning.message)

with warnings.catch_warnings():
    warnings.simplefilter("error")
    for source in SOURCES:
        try:
            compile(source, "<example>", "exec")
        except SyntaxError as error:
            print(repr(source), type(error).__name__, error.msg, error.lineno)

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print(eval("1 is 1"), eval(r"'\d'"))

for source in ["x = pass if y else 1", "x = break if y else 2", "f(continue if y else 1)", "x = 1 if y else pass"]:
    try:
        compile(source, "<example>", "exec")
    except SyntaxError as error:
        print(repr(source), error.msg, error.offset, error.end_offset)
