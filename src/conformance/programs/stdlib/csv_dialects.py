# csv: what a dialect may be, and what is read and written under each of its settings.
import copy
import csv
import io
import pickle


def shown(label, call):
    try:
        print(label, '->', call())
    except Exception as error:
        print(label, '->', type(error).__name__, error)


read = lambda text, **options: list(csv.reader(io.StringIO(text, newline=''), **options))


def written(rows, **options):
    out = io.StringIO(newline='')
    writer = csv.writer(out, **options)
    writer.writerows(rows)
    return out.getvalue()


plain = csv.reader([])
dialect = plain.dialect
for name in ('delimiter', 'quotechar', 'escapechar', 'doublequote', 'lineterminator', 'quoting', 'skipinitialspace', 'strict'):
    print(name, repr(getattr(dialect, name)))
print(type(dialect), type(plain), type(csv.writer(io.StringIO())))
for options in (
    {'delimiter': ''},
    {'delimiter': 'ab'},
    {'delimiter': None},
    {'delimiter': 1},
    {'quotechar': ''},
    {'quotechar': 'ab'},
    {'quotechar': 5},
    {'quotechar': None},
    {'quotechar': None, 'quoting': csv.QUOTE_NONE},
    {'escapechar': ''},
    {'escapechar': 'ab'},
    {'escapechar': 5},
    {'lineterminator': 5},
    {'lineterminator': None},
    {'quoting': 'x'},
    {'quoting': -1},
    {'quoting': 9},
    {'quoting': None},
    {'bogus': 1},
    {'delimiter': '\n'},
    {'delimiter': '\r'},
    {'quotechar': '\n'},
    {'escapechar': '\n'},
    {'delimiter': ',', 'quotechar': ','},
    {'delimiter': ',', 'escapechar': ','},
    {'quotechar': '"', 'escapechar': '"'},
    {'delimiter': '"'},
    {'delimiter': ' '},
    {'delimiter': ' ', 'skipinitialspace': True},
    {'quotechar': ' ', 'skipinitialspace': True},
    {'escapechar': ' '},
    {'escapechar': ' ', 'skipinitialspace': True},
    {'delimiter': 'x', 'lineterminator': 'x!'},
    {'quotechar': '!', 'lineterminator': 'x!'},
    {'dialect': 'bogus'},
    {'dialect': None},
    {'dialect': 5},
    {'doublequote': 2},
    {'strict': 'yes'},
):
    shown(('reader', options), lambda: csv.reader([], **options).dialect.delimiter)
    shown(('writer', options), lambda: csv.writer(io.StringIO(), **options).dialect.delimiter)
for call in (
    lambda: csv.field_size_limit('x'),
    lambda: csv.field_size_limit(1, 2),
    lambda: csv.field_size_limit(None),
    lambda: csv.reader(),
    lambda: csv.reader(5),
    lambda: csv.writer(5),
    lambda: csv.writer(),
    lambda: type(plain)(),
    lambda: type(csv.writer(io.StringIO()))(),
    lambda: copy.copy(dialect),
    lambda: pickle.dumps(dialect),
    lambda: delattr(dialect, 'quoting'),
    lambda: delattr(dialect, 'delimiter'),
    lambda: setattr(dialect, 'delimiter', ';'),
    lambda: setattr(dialect, 'x', ';'),
    lambda: csv.register_dialect(1),
    lambda: csv.register_dialect('a', 5),
    lambda: csv.register_dialect('b', quoting=9),
    lambda: csv.unregister_dialect('q'),
    lambda: csv.get_dialect('q'),
    lambda: csv.get_dialect([]),
    lambda: csv.list_dialects(),
    lambda: csv.register_dialect(),
    lambda: csv.register_dialect('x', delimiter='ab'),
):
    shown('call', call)
for text, options in (
    ('a\x00b', {}),
    ('"a\x00b"', {}),
    ('a\r\nb\nc\rd', {}),
    ('a,b,c\\\n', {'escapechar': '\\'}),
    ('a,"b\n', {}),
    ('a,"b', {'strict': True}),
    ('"a"b,c', {}),
    ('"a"b,c', {'strict': True}),
    ('"a""b"', {}),
    ('"a""b"', {'doublequote': False}),
    (' a, b,"c"', {'skipinitialspace': True}),
    ('1,"2",x', {'quoting': csv.QUOTE_NONNUMERIC}),
    ('1,"2",3.5,', {'quoting': csv.QUOTE_NONNUMERIC}),
    (',"",a', {'quoting': csv.QUOTE_NOTNULL}),
    (',"",1', {'quoting': csv.QUOTE_STRINGS}),
    ('\n\na\n', {}),
    ('a,\\"b,c', {'escapechar': '\\', 'quoting': csv.QUOTE_NONE}),
    ('a\\', {'escapechar': '\\'}),
    ('"a\\', {'escapechar': '\\'}),
    ('"a\\', {'escapechar': '\\', 'strict': True}),
    (' ', {'delimiter': ' '}),
    ('a b  c', {'delimiter': ' '}),
    ("'a','b'", {'quotechar': "'"}),
    ('a,b', {'quotechar': None, 'quoting': csv.QUOTE_NONE}),
    ('a\rb', {}),
    ('x' * 20, {}),
):
    shown(('read', text, options), lambda: read(text, **options))
shown('two lines in one', lambda: list(csv.reader(['a\rb', 'c'])))
shown('lone', lambda: list(csv.reader(['a,"b', 'c"', 'd'])))
shown('bytes', lambda: list(csv.reader([b'a'])))
shown('none', lambda: list(csv.reader([None])))
for rows, options in (
    ([['a', 'b c', 'd"e', 'f,g', 'h\ni', None, 1, 2.5, True]], {}),
    ([['a', 1, None, '']], {'quoting': csv.QUOTE_ALL}),
    ([['a', 1, None, '', 2.5]], {'quoting': csv.QUOTE_NONNUMERIC}),
    ([['a', 1, None, '']], {'quoting': csv.QUOTE_STRINGS}),
    ([['a', 1, None, '']], {'quoting': csv.QUOTE_NOTNULL}),
    ([['a,b']], {'quoting': csv.QUOTE_NONE}),
    ([['a,b', 'c"d']], {'quoting': csv.QUOTE_NONE, 'escapechar': '\\'}),
    ([['"']], {'quoting': csv.QUOTE_NONE, 'escapechar': '\\'}),
    ([['"']], {'quoting': csv.QUOTE_NONE, 'escapechar': '\\', 'quotechar': None}),
    ([['']], {}),
    ([[None]], {}),
    ([[]], {}),
    ([['']], {'quoting': csv.QUOTE_NONE}),
    ([['', '']], {}),
    ([[' ']], {'skipinitialspace': True}),
    ([['', ' ']], {'delimiter': ' ', 'skipinitialspace': True}),
    ([['', '']], {'delimiter': ' ', 'skipinitialspace': True}),
    ([['a b']], {'delimiter': ' '}),
    ([['a', '\\']], {'escapechar': '\\'}),
    ([['"']], {'doublequote': False}),
    ([['"']], {'doublequote': False, 'escapechar': '\\'}),
    ([['a\\b']], {'escapechar': '\\', 'quoting': csv.QUOTE_ALL}),
    ([['a!b']], {'lineterminator': '!'}),
    ([['a\rb']], {'lineterminator': '!'}),
    ([5], {}),
    (5, {}),
    (['ab'], {}),
    ([['"x",y']], {'escapechar': '\\', 'quoting': csv.QUOTE_MINIMAL}),
    ([[1e+300, float('nan')]], {}),
    ([[None, None]], {'quoting': csv.QUOTE_NOTNULL}),
    ([[None]], {'quoting': csv.QUOTE_NOTNULL}),
    ([[None]], {'quoting': csv.QUOTE_STRINGS}),
):
    shown(('write', rows, options), lambda: written(rows, **options))
writer = csv.writer(io.StringIO())
print(writer.writerow([1, 2]), writer.writerows([[1]]), plain.line_num)
rows_of_dicts = csv.DictReader(['a,b', '1,2,3', '4'])
print(list(rows_of_dicts), rows_of_dicts.fieldnames, rows_of_dicts.line_num)
out = io.StringIO()
dicts = csv.DictWriter(out, ['a', 'b'], restval='-')
dicts.writeheader()
dicts.writerow({'a': 1})
shown('extra', lambda: dicts.writerow({'c': 1}))
print(repr(out.getvalue()))
sniffed = csv.Sniffer().sniff('a;b;c\n1;2;3\n')
print(sniffed.delimiter, csv.Sniffer().has_header('name,age\nbob,3\nal,4\n'))


class TwoCharacters(csv.Dialect):
    delimiter = 'ab'


shown('dialect class', TwoCharacters)


class Bar(csv.excel):
    delimiter = '|'


print(Bar().delimiter, read('a|b', dialect=Bar), read('a|b', dialect=Bar()))
csv.field_size_limit(5)
shown('limit', lambda: read('abcdefgh'))
shown('limit5', lambda: read('abcde,f'))
