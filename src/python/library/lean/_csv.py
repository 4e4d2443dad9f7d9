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
    __slots__ = tuple(_FIELDS)

    def __new__(cls, dialect=None, **options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        if type(dialect) is Dialect and not options:
            return dialect
        self = object.__new__(cls)
        has_quoting = 'quoting' in options or hasattr(dialect, 'quoting')
        for name, default in _FIELDS.items():
            value = options.pop(name, getattr(dialect, name, default))
            object.__setattr__(self, name, bool(value) if isinstance(default, bool) else value)
        if options:
            raise TypeError(f"this function got an unexpected keyword argument '{next(iter(options))}'")
        if self.quotechar is None and not has_quoting:
            object.__setattr__(self, 'quoting', QUOTE_NONE)
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
        self._check_characters()
        return self

    def _check_characters(self):
        spaces = ' ' if self.skipinitialspace else ''
        for name in ('delimiter', 'escapechar', 'quotechar'):
            value = getattr(self, name)
            if value is not None and value in '\r\n' + (spaces if name != 'delimiter' else ''):
                raise ValueError(f'bad {name} value')
            if value is not None and value in self.lineterminator:
                raise ValueError(f'bad {name} or lineterminator value')
        for one, other in (('delimiter', 'escapechar'), ('delimiter', 'quotechar'), ('escapechar', 'quotechar')):
            if getattr(self, one) is not None and getattr(self, one) == getattr(self, other):
                raise ValueError(f'bad {one} or {other} value')

    def __setattr__(self, name, value):
        if name in _FIELDS:
            raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")
        raise AttributeError(f"'_csv.Dialect' object has no attribute '{name}' and no __dict__ for setting new attributes")

    def __delattr__(self, name):
        self.__setattr__(name, None)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' instances")


def _with_dialect(function, arguments, options):
    """The first argument, and the dialect, which may also be given by name."""
    if not arguments:
        raise TypeError(f'{function} expected at least 1 argument, got 0')
    if len(arguments) > 2:
        raise TypeError(f'{function} expected at most 2 arguments, got {len(arguments)}')
    return arguments if len(arguments) == 2 else (*arguments, options.pop('dialect', None))


def register_dialect(*arguments, **options):
    name, dialect = _with_dialect('register_dialect', arguments, options)
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


def field_size_limit(*arguments):
    global _limit
    if len(arguments) > 1:
        raise TypeError(f'field_size_limit() takes at most 1 argument ({len(arguments)} given)')
    before = _limit
    if arguments:
        if not isinstance(arguments[0], int):
            raise TypeError('limit must be an integer')
        _limit = arguments[0]
    return before


class Reader:
    def __new__(cls):
        raise TypeError("cannot create '_csv.reader' instances")

    @classmethod
    def make(cls, lines, dialect):
        self = object.__new__(cls)
        self._lines = lines
        self.dialect = dialect
        self.line_num = 0
        return self

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
            for char in (*line, None):
                is_end = char is None
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
                    state = 'field' if is_end or char not in '\r\n' else 'after escaped end'
                elif state == 'after escaped end' and is_end:
                    pass
                elif state in ('field', 'after escaped end'):
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
                        state = 'field'
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
    def __new__(cls):
        raise TypeError("cannot create '_csv.writer' instances")

    @classmethod
    def make(cls, write, dialect):
        self = object.__new__(cls)
        self._write = write
        self.dialect = dialect
        return self

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
                elif char == quote and d.doublequote:
                    quoted = True
                    out.append(quote)
                elif char == quote or char == escape:
                    if escape is None:
                        raise Error('need to escape, but no escapechar set')
                    out.append(escape)
                else:
                    quoted = True
            out.append(char)
        is_skipped = d.delimiter == ' ' and d.skipinitialspace
        if text == '' and (is_alone or is_skipped) and not quoted:
            if quoting == QUOTE_NONE or quoting in (QUOTE_STRINGS, QUOTE_NOTNULL) and value is None:
                raise Error('empty field must be quoted if delimiter is a space and skipinitialspace is true' if is_skipped
                            else 'single empty field record must be quoted')
            quoted = True
        body = ''.join(out)
        return quote + body + quote if quoted else body


def reader(*arguments, **options):
    iterable, dialect = _with_dialect('reader', arguments, options)
    return Reader.make(iter(iterable), Dialect(dialect, **options))


def writer(*arguments, **options):
    fileobj, dialect = _with_dialect('writer', arguments, options)
    write = getattr(fileobj, 'write', None)
    if not callable(write):
        raise TypeError('argument 1 must have a "write" method')
    return Writer.make(write, Dialect(dialect, **options))


for _made in (Reader, Writer):
    _made.__name__ = _made.__qualname__ = _made.__name__.lower()
