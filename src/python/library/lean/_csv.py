"""CSV parsing and writing. CPython: Modules/_csv.c, in Python."""

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
__version__ = '1.0'
_dialects = {}
_limit = 131072


class Error(Exception):
    pass


Error.__module__ = '_csv'
_FIELDS = {'delimiter': ',', 'doublequote': True, 'escapechar': None, 'lineterminator': '\r\n', 'quotechar': '"',
           'quoting': QUOTE_MINIMAL, 'skipinitialspace': False, 'strict': False}


class Dialect:
    def __new__(cls, dialect=None, **options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        if type(dialect) is Dialect and not options:
            return dialect
        self = object.__new__(cls)
        for name, default in _FIELDS.items():
            setattr(self, name, options.pop(name, getattr(dialect, name, default)))
        if options:
            raise TypeError(f"this function got an unexpected keyword argument '{next(iter(options))}'")
        for name in ('delimiter', 'escapechar', 'quotechar'):
            value = getattr(self, name)
            if value is None and name != 'delimiter':
                continue
            if not isinstance(value, str):
                kind = 'a unicode character' if name == 'delimiter' else 'a unicode character or None'
                raise TypeError(f'"{name}" must be {kind}, not {type(value).__name__}')
            if len(value) != 1:
                kind = 'a unicode character' if name == 'delimiter' else 'a unicode character or None'
                raise TypeError(f'"{name}" must be {kind}, not a string of length {len(value)}')
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer, not ' + type(self.quoting).__name__)
        if not 0 <= self.quoting <= 5:
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError('quotechar must be set if quoting enabled')
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string, not ' + type(self.lineterminator).__name__)
        return self


def register_dialect(name, dialect=None, **options):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = Dialect(dialect, **options)


def unregister_dialect(name):
    try:
        del _dialects[name]
    except KeyError:
        raise Error('unknown dialect') from None


def get_dialect(name):
    try:
        return _dialects[name]
    except KeyError:
        raise Error('unknown dialect') from None


def list_dialects():
    return list(_dialects)


def field_size_limit(new_limit=None):
    global _limit
    before = _limit
    if new_limit is not None:
        _limit = new_limit
    return before


class Reader:
    def __init__(self, lines, dialect):
        self._lines = lines
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        delimiter, quote, escape, quoting = d.delimiter, d.quotechar, d.escapechar, d.quoting
        fields, field, is_quoted, state = [], [], False, 'record'

        def save():
            nonlocal field, is_quoted
            text = ''.join(field)
            if not is_quoted and quoting in (QUOTE_NOTNULL, QUOTE_STRINGS) and text == '':
                text = None
            elif not is_quoted and quoting in (QUOTE_NONNUMERIC, QUOTE_STRINGS) and text:
                text = float(text)
            fields.append(text)
            field, is_quoted = [], False

        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if field or state == 'quoted':
                    if d.strict:
                        raise Error('unexpected end of data') from None
                    save()
                    return fields
                if fields:
                    save()
                    return fields
                raise
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)')
            self.line_num += 1
            for char in line + '\0':
                is_end = char == '\0'
                if state == 'after crlf':
                    if is_end:
                        break
                    if char not in '\r\n':
                        raise Error('new-line character seen in unquoted field - do you need to open the file with newline=\'\'?')
                    continue
                if state == 'record':
                    if is_end:
                        return fields
                    if char in '\r\n':
                        state = 'after crlf'
                        continue
                    state = 'start'
                if state == 'start':
                    if is_end or char in '\r\n':
                        save()
                        state = 'done' if is_end else 'after crlf'
                    elif char == quote and quoting != QUOTE_NONE:
                        is_quoted, state = True, 'quoted'
                    elif char == escape:
                        state = 'escape'
                    elif char == ' ' and d.skipinitialspace:
                        pass
                    elif char == delimiter:
                        save()
                    else:
                        field.append(char)
                        state = 'field'
                elif state == 'escape':
                    field.append('\n' if is_end else char)
                    state = 'field'
                elif state == 'field':
                    if is_end or char in '\r\n':
                        save()
                        state = 'done' if is_end else 'after crlf'
                    elif char == escape:
                        state = 'escape'
                    elif char == delimiter:
                        save()
                        state = 'start'
                    else:
                        field.append(char)
                elif state == 'quoted':
                    if is_end:
                        pass
                    elif char == escape:
                        state = 'escape quoted'
                    elif char == quote:
                        state = 'quote in quoted' if d.doublequote else 'field'
                    else:
                        field.append(char)
                elif state == 'escape quoted':
                    field.append('\n' if is_end else char)
                    state = 'quoted'
                elif state == 'quote in quoted':
                    if char == quote:
                        field.append(char)
                        state = 'quoted'
                    elif char == delimiter:
                        save()
                        state = 'start'
                    elif is_end or char in '\r\n':
                        save()
                        state = 'done' if is_end else 'after crlf'
                    elif d.strict:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
                    else:
                        field.append(char)
                        state = 'field'
                if len(field) > _limit:
                    raise Error(f'field larger than field limit ({_limit})')
            if state in ('done', 'after crlf'):
                return fields


class Writer:
    def __init__(self, write, dialect):
        self._write = write
        self.dialect = dialect

    def writerow(self, row, /):
        d = self.dialect
        try:
            row = list(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        parts = [self._field(value, len(row) == 1) for value in row]
        return self._write(d.delimiter.join(parts) + d.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)

    def _field(self, value, is_alone):
        d = self.dialect
        quoting, quote, escape = d.quoting, d.quotechar, d.escapechar
        text = '' if value is None else str(value)
        is_number = isinstance(value, (int, float)) or hasattr(type(value), '__float__')
        quoted = (quoting == QUOTE_ALL or quoting == QUOTE_NONNUMERIC and not is_number
                  or quoting == QUOTE_STRINGS and isinstance(value, str) or quoting == QUOTE_NOTNULL and value is not None)
        special = d.delimiter + '\r\n' + (escape or '') + (quote or '') + d.lineterminator
        out = []
        for char in text:
            if char in special:
                if quoting == QUOTE_NONE:
                    if escape is None:
                        raise Error('need to escape, but no escapechar set')
                    out.append(escape)
                elif char == quote:
                    quoted = True
                    if d.doublequote:
                        out.append(quote)
                    elif escape is not None:
                        out.append(escape)
                    else:
                        raise Error('need to escape, but no escapechar set')
                elif char == escape:
                    out.append(escape)
                else:
                    quoted = True
            elif char == ' ' and d.skipinitialspace and not text.strip():
                quoted = True
            out.append(char)
        if text == '' and is_alone and not quoted:
            if quoting == QUOTE_NONE or quoting in (QUOTE_STRINGS, QUOTE_NOTNULL) and value is None:
                raise Error('single empty field record must be quoted')
            quoted = True
        body = ''.join(out)
        return quote + body + quote if quoted else body


def reader(iterable, /, dialect='excel', **options):
    return Reader(iter(iterable), Dialect(dialect, **options))


def writer(fileobj, /, dialect='excel', **options):
    write = getattr(fileobj, 'write', None)
    if not callable(write):
        raise TypeError('argument 1 must have a "write" method')
    return Writer(write, Dialect(dialect, **options))
