import traceback, sys

def inner(x):
    raise ValueError(f'bad {x}')

def outer(x):
    try:
        inner(x)
    except ValueError as e:
        raise KeyError('wrapped') from e

try:
    outer(5)
except KeyError as e:
    print(traceback.format_exc())
    traceback.print_exc(file=sys.stdout)
    print(traceback.format_exception_only(e))
    print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(e.__traceback__)])
    print(''.join(traceback.format_exception(e, chain=False)))
    print(''.join(traceback.format_tb(e.__traceback__)))
    traceback.print_exception(e, file=sys.stdout, limit=1)

try:
    result = [1, 2][5] + len(
        'multi'
    )
except IndexError:
    traceback.print_exc(file=sys.stdout)
try:
    x = {'a': {'b': None}}
    x['a']['b']['c']
except TypeError as e:
    e.add_note('a note\nwith two lines')
    traceback.print_exc(file=sys.stdout)
try:
    raise ExceptionGroup('grp', [ValueError(1), ExceptionGroup('sub', [KeyError('k')])])
except ExceptionGroup:
    traceback.print_exc(file=sys.stdout)

def rec(n):
    if n == 0:
        1 / 0
    rec(n - 1)

try:
    rec(6)
except ZeroDivisionError:
    traceback.print_exc(file=sys.stdout)
class Odd(Exception):
    def __str__(self): raise RuntimeError
try:
    raise Odd
except Odd:
    traceback.print_exc(file=sys.stdout)
te = traceback.TracebackException.from_exception(ValueError('v'))
print(list(te.format()), te.exc_type_str)
print(traceback.format_exc())
