import types, abc, json, datetime, weakref, inspect
ns = types.SimpleNamespace(a=1, b='x'); ns.c = []
print(ns, ns == types.SimpleNamespace(a=1, b='x', c=[]), types.MappingProxyType({'a': 1}), isinstance(print, types.BuiltinFunctionType), isinstance(lambda: 0, types.FunctionType), types.MethodType(lambda s: s, 5)(), types.new_class('X').__name__)
m = types.ModuleType('mod', 'doc'); m.v = 1; print(m, m.__name__, m.__doc__, m.v)
try:
    types.MappingProxyType({})['a'] = 1
except TypeError as e:
    print(e)
print(json.dumps({'b': [1, 2.5, None, True, 'é"\n'], 'a': {}}), json.dumps([1, {'k': 'v'}], indent=2), json.dumps({'b': 1, 'a': 2}, sort_keys=True, separators=(',', ':')), json.loads('{"x": [1, -2.5e3, null, false, "\\u00e9"]}'), json.dumps('é', ensure_ascii=False), json.dumps((1,)))
for bad in ('{', '[1,]', 'nul', '', '{"a" 1}', '[1] x'):
    try:
        json.loads(bad)
    except json.JSONDecodeError as e:
        print(e)
try:
    json.dumps({1, 2})
except TypeError as e:
    print(e)
d = datetime.datetime(2024, 2, 28, 23, 59, 30); td = datetime.timedelta(minutes=1.5, days=1)
print(d + td, (d + td).isoformat(), td, td.total_seconds(), d.strftime('%H:%M:%S %d/%m/%Y %j %A'), d.date(), d.time(), d < d + td, (d + td) - d, repr(td), repr(d), datetime.date(2024, 1, 1).weekday(), datetime.timedelta(seconds=-1), str(datetime.timedelta(hours=30)), datetime.datetime.fromisoformat('2024-01-02T03:04:05'), datetime.datetime.strptime('05/06/23', '%d/%m/%y'), datetime.timedelta(milliseconds=1500))
class O:
    def __del__(self): print('deleted')
o = O(); r = weakref.ref(o); print(r() is o); del o; print(r())
o = O(); o = None
def f():
    local = O()
    print('in f')
f(); print('after f')
weakref.finalize(x := O(), print, 'finalized'); del x
def sig(a: int, /, b=2, *c, d: str = 'q', **e) -> None: 'Doc.'
print(inspect.signature(sig), inspect.getdoc(sig), [p.kind.name for p in inspect.signature(sig).parameters.values()], inspect.signature(sig).bind(1, d=5).arguments)
import re
print(re.findall(r'\d+', 'a1b22'), re.sub(r'(\w)(\d)', r'\2\1', 'a1 b2'), re.match(r'(?P<x>\w+)@', 'me@q').group('x'), re.split(r'[,;]\s*', 'a, b;c'), bool(re.fullmatch('a+', 'aab')), re.search('b', 'abc').span(), re.compile('x', re.I).sub('y', 'xX'), [m.start() for m in re.finditer('a', 'banana')], re.escape('a.b'))
