import ast
import types

class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        if isinstance(node.value, int) and not isinstance(node.value, bool):
            return ast.copy_location(ast.Constant(node.value * 2), node)
        return node
    def visit_Subscript(self, node): return node
    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.op, ast.Add):
            return ast.copy_location(ast.BinOp(node.left, ast.Mult(), node.right), node)
        return node

src = '''
def f(a, b=3, *args, c: int = 4, **kw):
    "doc"
    total = 0
    for i in range(a):
        if i % 3 == 1: continue
        total += i + b
    else:
        total += c
    try:
        [x for x in args if x][5]
    except IndexError as e:
        kw['e'] = type(e).__name__
    finally:
        kw.setdefault('z', 1)
    with open_() as g:
        pass
    return total, kw, lambda q, /, *, r=5: (q, r), f'{total:>{b}} {a!r}'
class open_:
    x: int = 7
    def __enter__(self): return self
    def __exit__(self, *a): return None
async def h():
    await x
    async for i in y: yield i
r = f(5)
print(r[:2], f.__doc__, f.__annotations__)
match [1, 2, 3]:
    case [2, *rest] if rest: print('m', rest)
    case {'a': 1} | None: pass
    case open_(x=3): pass
    case _: print('none')
'''
tree = ast.parse(src)
exec(compile(tree, '<ast>', 'exec'), {'__name__': 'm'})
new = ast.fix_missing_locations(Double().visit(ast.parse(src)))
exec(compile(new, '<ast>', 'exec'), {'__name__': 'm'})
print(eval(compile(ast.parse('1 + 2 * x', mode='eval'), '<e>', 'eval'), {'x': 5}))
e = ast.Expression(body=ast.BinOp(left=ast.Constant(5), op=ast.Add(), right=ast.Name('y')))
ast.fix_missing_locations(e)
print(ast.dump(e), eval(compile(e, '', 'eval'), {'y': 2}))
for bad, mode in [(ast.Expression(ast.Constant(1)), 'eval'), (ast.parse('1'), 'eval'), (ast.parse('1', mode='eval'), 'exec'),
                  (ast.Module([ast.Expr(ast.Name())], []), 'exec'), (ast.fix_missing_locations(ast.Expression(ast.BinOp(ast.Constant(1), ast.Add()))), 'eval'),
                  (ast.fix_missing_locations(ast.Module([ast.Return(ast.Constant(1))], [])), 'exec')]:
    try: print(eval(compile(bad, '<b>', mode)))
    except (TypeError, SyntaxError, ValueError) as x: print(type(x).__name__, x)
fn = ast.FunctionDef(name='g', args=ast.arguments(args=[ast.arg('a')]), body=[ast.Return(ast.Name('a'))])
m = ast.fix_missing_locations(ast.Module([fn]))
ns = {}
exec(compile(m, '<g>', 'exec'), ns)
print(ns['g'](3), ast.unparse(m), ast.dump(m))
print(isinstance(compile('x', 'f', 'exec', ast.PyCF_ONLY_AST), ast.Module))
i = ast.Interactive([ast.Expr(ast.Constant(3))])
exec(compile(ast.fix_missing_locations(i), 'f', 'single'))
try: exec(compile(ast.parse('x = 1\n1/0'), 'nofile', 'exec'))
except ZeroDivisionError as z: print(z.__traceback__.tb_next.tb_lineno)
class Trace(ast.NodeVisitor):
    def visit_FunctionDef(self, n): print(n.name, n.lineno, n.end_lineno, ast.get_docstring(n)); self.generic_visit(n)
    def visit_Call(self, n): print('call', ast.unparse(n.func)); self.generic_visit(n)
Trace().visit(tree)
print(ast.Name('x').ctx, ast.List().elts, ast.arguments().args, ast.Call(ast.Name('f')).args)
def outer():
    v = 1
    def inner(): return v
    return inner
try: exec(outer().__code__)
except TypeError as e: print(e)
exec(outer().__code__, closure=(types.CellType(3),))
try: exec(outer().__code__, closure=())
except TypeError as e: print(e)
try: exec('1', closure=())
except TypeError as e: print(e)
print(tree.body[0], tree.body[0].args, ast.parse('f(a, b, c=1)\nx = [1,2,3]'), ast.parse('x', mode='eval'))
print(ast.Load(), ast.Constant(3.5), ast.arguments(), ast.Module([ast.Pass(), ast.Pass(), ast.Break()]))
n = ast.Name(id='q', foo=3); print(n.foo)
