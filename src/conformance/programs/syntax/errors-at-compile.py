sources = [
    'x = (1', 'if x', 'for', 'def f(:', 'return 1', 'break', 'continue', 'yield 1', 'await x', 'x = = 1', '1 = x',
    'f() = 1', 'def f(a, a): pass', 'def f(a=1, b): pass', 'def f():\n  nonlocal q', 'nonlocal q', 'x + 1 = 2',
    'def f():\n  x = 1\n  global x', 'class', 'async def f():\n  yield 1\n  return 2', 'print "a"', "'abc", 'f(a=1, a=2)',
    'f(**{}, *a)', 'f(a=1, 2)', 'try:\n  pass', 'if 1:\npass', '  x', 'del f()', 'import', 'from x import',
    'lambda: (yield)', '{1: 2, 3}', 'a, *b, *c = x', '*a = 1', 'None = 1', 'True += 1', "f'{'", "f'{}'", '0777', '1_', '1__0', '0xg',
    'a b', 'else:', 'with open() as f(): pass', 'async with x: pass', '[x async for x in y]', 'raise x from', 'x := 1', '(x.y := 1)',
    'match x:\n  case a: pass\n  case b: pass', 'def f(*): pass', 'def f(**k, a): pass', 'except: pass', '"a" 1', 'not = 1', '@', 'def f(): return',
]
for source in sources:
    try:
        compile(source, '<s>', 'exec')
    except SyntaxError as e:
        print(repr(source), '->', type(e).__name__, e.msg.split('. ')[0], e.lineno)
    else:
        print(repr(source), 'ok')
