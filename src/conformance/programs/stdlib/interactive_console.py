import code, codeop, contextlib, io

for source in ['x = 1', 'if x:', 'if x:\n  pass', 'if x:\n  pass\n', 'def f():\n  return 1', 'x = (1,', 'x = [1,\n  2]', "'''abc", 'x =', 'for',
        '1 +', 'a b', '', '# c', 'class A:\n  x = 1\n\n', 'try:\n  a\n', '@dec', 'x = "abc', 'x = 1; y = 2', 'x = \\', 'if x: pass',
        'while True:\n  a\nelse:', 'return 1', 'print(1', 'f(a=1, 2']:
    try:
        result = codeop.compile_command(source)
        print(repr(source), None if result is None else 'code')
    except (SyntaxError, ValueError, OverflowError) as e:
        print(repr(source), type(e).__name__, e.msg)

lines = ['x = 3', 'x * 2', 'for i in range(2):', '    print(i)', '', 'def f(a):', '  return a + 1', '', 'f(3)', '1 / 0', 'y z', 'whille x: pass',
    'import math', 'math.floor(2.5)', '"abc"', 'None', 'raise SystemExit(3)']
console = code.InteractiveConsole({'__name__': 'console'})
buffer = io.StringIO()
with contextlib.redirect_stdout(buffer), contextlib.redirect_stderr(buffer):
    for line in lines:
        try:
            print('>', line, console.push(line))
        except SystemExit as e:
            print('exit', e.code)
print(buffer.getvalue())
