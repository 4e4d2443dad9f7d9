import traceback

# A misspelt keyword: the parser says "invalid syntax", what prints it tries the keywords that are near.
sources = ['fro i in range(3):\n    pass\n', 'whille True:\n    pass\n', 'improt os\n', 'form os import path\n', 'defn f():\n    pass\n',
    'clas A:\n    pass\n', 'def f():\n    retrun 1\n', 'asycn def f():\n    pass\n', 'async deff f():\n    pass\n',
    'import asyncio\nasync def f():\n    awiat x\n', 'for x ni y:\n  pass', 'x = 1 iff y else 2', 'x = 1 if y esle 2',
    'if x:\n    pass\nelsee:\n    pass\n', 'if x:\n    pass\nelsif y:\n    pass\n', 'trry:\n    pass\nexcept:\n    pass\n',
    'try:\n    pass\nexept:\n    pass\n', 'try:\n    pass\nfinaly:\n    pass\n', 'wiht open(x) as f:\n    pass', 'x = lamda y: y', 'rais x',
    'yeild x', 'glboal x', 'asert x', 'dle x', 'a adn b', 'a ro b', 'whle True: pass', '[x forr x in y]', 'print("a" adn "b")', 'foo bar',
    'x = 5 5', 'math x:\n    case 1: pass\n', 'f(a b)', 'return 1', 'def f(a, a): pass']
for source in sources:
    try:
        compile(source, '<s>', 'exec')
    except SyntaxError as e:
        print(repr(source), e.msg, e.__dict__, e.text)
        print(''.join(traceback.format_exception_only(e)))
    else:
        print('ok', repr(source))

try:
    exec('class A:\n    def f(self):\n        retrun self.x\n')
except SyntaxError:
    traceback.print_exc()
exec('for i in range(2):\n    prin t(i)\n    whille True: pass')
