"""pickle and copy: every protocol, natives by name, bound methods, partials, escapes, streams."""
import collections
import copy
import datetime
import decimal
import enum
import fractions
import functools
import io
import math
import operator
import pickle


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __repr__(self):
        return f'Point({self.x}, {self.y})'

    def size(self):
        return math.hypot(self.x, self.y)


class Slots:
    __slots__ = ('a', 'b')


class Colour(enum.Enum):
    RED = 1


class Counts(dict):
    pass


Pair = collections.namedtuple('Pair', 'left right')
slots = Slots()
slots.a, slots.b = 1, [2]
counts = Counts(a=1)
counts.note = 'n'
values = [
    None, True, 0, -1, 255, 65536, 2**31, -2**63, 10**40, 1.5, float('inf'), 'plain', 'caf\xe9', 'a\u20ac\U0001f600\n\\', b'\x00\xff',
    bytearray(b'ab'), (), (1,), (1, 2, 3, 4), [1, [2]], {'a': {1, 2}}, frozenset({3}), 2 + 3j, slice(1, None, 2), range(3),
    Point(3, 4), Colour.RED, Pair(1, 2), counts, collections.deque([1, 2], 5), collections.OrderedDict(a=1), collections.Counter('aab'),
    collections.defaultdict(list, a=[1]), datetime.datetime(2020, 1, 2, 3, 4, 5), datetime.timedelta(1, 2, 3), decimal.Decimal('1.20'),
    fractions.Fraction(1, 3), len, math.sin, int, Point, operator.itemgetter(1), operator.attrgetter('a.b'), [].append.__self__,
    Ellipsis, NotImplemented, ValueError('a', 1),
]
for value in values:
    results = []
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        try:
            again = pickle.loads(pickle.dumps(value, protocol))
        except Exception as error:
            results.append(repr(error))
        else:
            results.append(repr(again) if type(again) is type(value) else type(again))
    print(results[0] if len(set(results)) == 1 else results)

again = pickle.loads(pickle.dumps(slots))
print(again.a, again.b, pickle.loads(pickle.dumps(counts)).note)
point = Point(3, 4)
print(pickle.loads(pickle.dumps(point.size))(), pickle.loads(pickle.dumps('abc'.upper))(), pickle.loads(pickle.dumps(str.upper))('x'))
print(len.__reduce__(), 'a'.join.__reduce__()[1], str.join.__reduce__()[1][1])
partial = functools.partial(int, base=2)
partial.note = 1
twin = pickle.loads(pickle.dumps(partial))
print(twin('101'), twin.note, twin.func, twin.args, twin.keywords, copy.copy(partial).keywords is partial.keywords)
shared = [1]
both = pickle.loads(pickle.dumps([shared, shared]))
print(both, both[0] is both[1])
loop = []
loop.append(loop)
print(pickle.loads(pickle.dumps(loop)), copy.deepcopy(loop))
for bad in (lambda: 0, (x for x in ()), Point(1, lambda: 0)):
    try:
        pickle.dumps(bad)
    except Exception as error:
        print(type(error).__name__)
stream = io.BytesIO()
pickler = pickle.Pickler(stream)
pickler.dump('one')
pickler.dump(2)
stream.seek(0)
print(pickle.load(stream), pickle.load(stream))
try:
    pickle.load(stream)
except EOFError:
    print('no more')
view = io.BytesIO(b'abcdef').getbuffer()
print(view[:3].tobytes(), len(view))
text = 'a\\b\u20ac\U0001f600\xe9\n\t\x00'
for name in ('unicode_escape', 'raw_unicode_escape'):
    print(text.encode(name), text.encode(name).decode(name) == text)
print(rb'\x41\u20ac\101\N{BULLET}\q\'.'.decode('unicode_escape'))
for broken in (rb'\x4', rb'\u12', rb'\U0011', rb'\N{nothing}', b'\\'):
    try:
        broken.decode('unicode_escape')
    except UnicodeDecodeError as error:
        print(error)
