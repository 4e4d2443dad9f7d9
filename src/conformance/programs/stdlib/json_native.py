"""json: what is written and read in C, its errors with their places and notes, hooks and subclasses."""
import collections
import enum
import json
from json import decoder, encoder, scanner


class Size(enum.IntEnum):
    SMALL = 1


class Word(str):
    def __str__(self):
        return 'never'


class Real(float):
    def __repr__(self):
        return 'never'


class Items(dict):
    def items(self):
        return [('from', 'items')]


class Plain:
    pass


Pair = collections.namedtuple('Pair', 'a b')
print(encoder.c_make_encoder, scanner.c_make_scanner, decoder.c_scanstring.__name__)
samples = [
    None, True, 0, -1, 10**30, 1.5, 1e100, -0.0, float('inf'), 'a"b\\c/\n\t\x01\x7fé\u2028€😀', '\ud800', [], {}, [[]], [{}], (1, [2, (3,)]),
    {'a': 1, 'b': [1, {'c': None}]}, {1: 2, 1.5: 3, None: 4, True: 5, 'k': 6}, Size.SMALL, {Size.SMALL: Size.SMALL}, Word('w'), Real(2.5),
    Items(x=1), Pair(1, 2), collections.OrderedDict(z=1, a=2), collections.Counter('aab'),
]
for sample in samples:
    print(json.dumps(sample), json.dumps(sample, ensure_ascii=False, separators=(',', ':')).encode('utf-8', 'surrogatepass'))
    print(json.dumps(sample, indent=1), json.dumps(sample, indent='--'))
print(json.dumps({'b': 1, 'a': [2]}, sort_keys=True), json.dumps({(1,): 2, 'a': 3}, skipkeys=True), json.dumps({}, indent=2))
print(json.dumps(Plain(), default=lambda o: ['seen', type(o).__name__]), json.dumps([Plain()], default=str)[:4])

circle = []
circle.append({'x': circle})
deep = []
for _ in range(20):
    deep = [deep]
print(json.dumps(deep))
for make in (
    lambda: json.dumps(circle), lambda: json.dumps([1, {'a': [Plain()]}]), lambda: json.dumps({(1,): 2}), lambda: json.dumps([float('nan')], allow_nan=False),
    lambda: json.dumps({1, 2}), lambda: json.dumps({'a': 1, 2: 3}, sort_keys=True), lambda: json.dumps(Plain(), default=lambda o: o),
    lambda: json.dumps([Plain()], default=lambda o: 1 / 0),
):
    try:
        make()
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0], [note.split(' at 0x')[0] for note in getattr(error, '__notes__', [])])

for text in ('1', '-0', '1e5', '12345678901234567890', '-1.5E-3', '"\\u00e9\\ud83d\\ude00\\n\\/"', ' [1 , 2]\n', '{"a": {"b": []}, "a": 2}',
             'NaN', '-Infinity', 'true', '"\\ud800"', '"😀x"', '[1, "😀", 2]', '1.0', '-0.0'):
    print(repr(json.loads(text)).encode('ascii', 'backslashreplace'))
broken = ['', '[', '[1', '[1,', '[1,]', '[1 2]', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', '{"a" 1}', '"abc', '"a\nb"', '"\\x"', '"\\u12"',
          '"\\u12g4"', '"\\', '01', '-', '1.', '1e', 'nul', '[1] 2', "'a'", '{"a":1 "b":2}', '["😀", x]', '{"k": "\\ud83d\\u12"}', 'Inf', '{,}', '[,]']
for text in broken:
    try:
        print(text, json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text).encode('ascii', 'backslashreplace'), error.msg, error.pos, error.lineno, error.colno)
print(json.loads('"a\tb"', strict=False), json.loads('[1, 2.5, NaN]', parse_int=str, parse_float=lambda s: 'f' + s, parse_constant=lambda s: 'c' + s))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())), json.loads('{"a": {"b": 1}}', object_pairs_hook=tuple))
print(decoder.scanstring('"a"b', 1), decoder.scanstring('x"', 0), json.JSONDecoder().raw_decode('[1] tail'))
scan = scanner.make_scanner(json.JSONDecoder())
print(scan('  12', 2), scan.strict, scan.object_hook)
for make in (lambda: scan('x', 0), lambda: scan('', 0), lambda: scan('1', -1), lambda: scan(1, 0), lambda: decoder.scanstring('a', 5), lambda: decoder.scanstring(1, 0)):
    try:
        print(make())
    except (StopIteration, ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(encoder.encode_basestring('é"'), encoder.encode_basestring_ascii('é"'))
