print(eval('1 + 2'), eval('[x for x in range(3)]'), eval('x + y', {'x': 1, 'y': 2}), eval('a', {}, {'a': 'local'}))
ns = {}
exec('''
import math
def f(n):
    return n * k
k = 3
class C:
    v = f(2)
''', ns)
print(ns['f'](5), ns['C'].v, sorted(n for n in ns if n[0] != '_'))
ns['k'] = 10
print(ns['f'](5))
code = compile('a * 2', '<expr>', 'eval')
print(eval(code, {'a': 21}), code.co_names, code.co_filename, type(code))
exec(compile('for i in range(2): print("i", i)', '<stmts>', 'exec'))
def f():
    v = 1
    exec('v = 2')
    return v, eval('v + 10')
print(f())
try:
    eval('1 +')
except SyntaxError as e:
    print(e.msg, e.lineno, e.text)
try:
    exec('x = 1\ny = = 2')
except SyntaxError as e:
    print(e.msg, e.lineno, e.filename)
try:
    eval('undefined_thing')
except NameError as e:
    print(e)
try:
    eval('x = 1')
except SyntaxError as e:
    print(e.msg)
glob = globals()
glob['dynamic'] = 'set through globals()'
print(dynamic, 'dynamic' in dir(), [n for n in dir([]) if n.startswith('in')], sorted(vars(type('T', (), {'a': 1}))) [-1])
def loc():
    p, q = 1, 2
    return sorted(locals()), [locals()['p'] for _ in [0]]
print(loc())
m = __import__('math')
print(m.floor(2.5), __builtins__ is not None)
import builtins
print(builtins.len is len, builtins.print is print)
T = type('T', (object,), {'x': 5, 'get': lambda self: self.x})
print(T().get(), T.__name__, T.__bases__)
print(getattr(T(), 'x'), object().__class__, isinstance(T, type))
