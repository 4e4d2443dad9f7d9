import asyncio, collections, datetime, decimal, functools, io, itertools, re, sys, threading, types

for cls in [collections.deque, collections.OrderedDict, collections.defaultdict, asyncio.Task, asyncio.Future, datetime.datetime, datetime.timedelta,
        decimal.Decimal, itertools.count, functools.partial, re.Pattern, io.StringIO, type(threading.Lock()), types.SimpleNamespace, int, list,
        types.GeneratorType, type('Own', (), {})]:
    try:
        cls.no_such_name
    except AttributeError as e:
        print(e)
for cls in [re.Pattern, re.Match, types.GeneratorType, type({}.keys()), type(iter([])), types.CoroutineType]:
    try:
        print(cls())
    except TypeError as e:
        print(e)
try:
    object.__new__(int)
except TypeError as e:
    print(e)
print(collections.deque([1, 2, 3], maxlen=sys.maxsize).maxlen == sys.maxsize, len(range(sys.maxsize)) == sys.maxsize, range(sys.maxsize).__len__() == sys.maxsize)
big = collections.deque('abc', maxlen=sys.maxsize)
big.append('d')
print(list(big), big.copy().maxlen == sys.maxsize, (big + big).maxlen == sys.maxsize, big < collections.deque('b'))
for source in ['x = (\n', '  x = 1\n', 't"{lambda x: 1}"', 'f"{lambda x: 1}"']:
    try:
        compile(source, 's', 'exec')
    except SyntaxError as e:
        print(type(e).__name__, e)
