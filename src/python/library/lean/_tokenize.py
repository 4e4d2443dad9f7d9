"""The tokenizer under Lib's own tokenize, in Python: CPython has it in C, as Python/Python-tokenize.c and Parser/lexer."""
import re
import token as T

_NAME = re.compile(r'[^\W\d]\w*')
_NUMBER = re.compile(
    r'0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+'
    r'|(?:\d(?:_?\d)*\.(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:[eE][-+]?\d(?:_?\d)*)?[jJ]?'
    r'|\d(?:_?\d)*[eE][-+]?\d(?:_?\d)*[jJ]?|\d(?:_?\d)*[jJ]?')
_STRING = re.compile(r'''([bB][rR]?|[rR][bB]?|[uU]|[fFtT][rR]?|[rR][fFtT])?("""|\'\'\'|"|\')''')
_OPERATOR = re.compile('|'.join(re.escape(sign) for sign in sorted(T.EXACT_TOKEN_TYPES, key=len, reverse=True)))
_OPENERS = {'(': ')', '[': ']', '{': '}'}


def _error(message, row, column, line):
    return SyntaxError(message, ('<string>', row, column + 1, line, row, column + 1))


class _Field:
    """A replacement field of a formatted string: how many brackets are open in it, and whether its format is read."""

    def __init__(self, depth):
        self.depth = depth
        self.in_format = False
        self.has_nested = False


class _Formatted:
    def __init__(self, quote, is_raw, kind, start):
        self.quote = quote
        self.is_raw = is_raw
        self.middle, self.end = (T.FSTRING_MIDDLE, T.FSTRING_END) if kind == 'f' else (T.TSTRING_MIDDLE, T.TSTRING_END)
        self.kind = kind
        self.start = start
        self.fields = []


class _Scanner:
    def __init__(self, lines, extra_tokens):
        self.lines = lines
        self.extra_tokens = extra_tokens
        self.row = 0
        self.column = 0
        self.indents = [0]
        self.brackets = []
        self.formatted = []

    def line(self):
        return self.lines[self.row] if self.row < len(self.lines) else ''

    def made(self, kind, start, end, first_row=None):
        """A token from start to the column end of this row. It spans several rows when it began above."""
        begin = (self.row if first_row is None else first_row, start)
        if begin[0] == self.row:
            text = self.line()[start:end]
        else:
            middle = ''.join(self.lines[begin[0] + 1:self.row])
            text = self.lines[begin[0]][start:] + middle + self.line()[:end]
        lines = ''.join(self.lines[begin[0]:self.row + 1])
        self.column = end
        return kind, text, (begin[0] + 1, start), (self.row + 1, end), lines

    def tokens(self):
        continued = False
        while self.row < len(self.lines):
            line = self.line()
            if self.formatted and not self.in_field():
                yield from self.literal()
                continue
            if self.column == 0 and not self.brackets and not self.formatted and not continued:
                is_blank = yield from self.indentation(line)
                if is_blank:
                    continue
            continued = yield from self.rest()
        yield from self.finish()

    def in_field(self):
        fields = self.formatted[-1].fields
        return bool(fields) and not fields[-1].in_format

    def indentation(self, line):
        """INDENT and DEDENT; a line without code has neither, and is dealt with here."""
        width = 0
        at = 0
        while at < len(line) and line[at] in ' \t\f':
            width = width + 1 if line[at] == ' ' else (width // 8 + 1) * 8 if line[at] == '\t' else 0
            at += 1
        rest = line[at:]
        if rest.rstrip('\r\n') == '' or rest.startswith('#'):
            if self.extra_tokens:
                end = len(line.rstrip('\r\n'))
                if rest.startswith('#'):
                    yield self.made(T.COMMENT, at, end)
                yield T.NL, line[end:], (self.row + 1, end), (self.row + 1, end + max(1, len(line) - end)), line
            self.row += 1
            self.column = 0
            return True
        self.column = at
        if width > self.indents[-1]:
            self.indents.append(width)
            yield self.made(T.INDENT, 0, at)
        elif width < self.indents[-1]:
            if width not in self.indents:
                error = IndentationError('unindent does not match any outer indentation level')
                error.lineno, error.offset, error.text, error.filename = self.row + 1, at + 1, line, '<string>'
                raise error
            while width < self.indents[-1]:
                self.indents.pop()
                yield T.DEDENT, '', (self.row + 1, at), (self.row + 1, at), line
        return False

    def rest(self):
        """The tokens of a line up to its end, or up to where a formatted string goes on. Answers whether the next continues it."""
        while True:
            line = self.line()
            while self.column < len(line) and line[self.column] in ' \t\f':
                self.column += 1
            at = self.column
            character = line[at:at + 1]
            if character == '' or character in '\r\n':
                yield from self.line_end(line, at)
                return False
            if character == '\\' and line[at + 1:].strip('\r\n') == '':
                if self.row + 1 >= len(self.lines):
                    raise _error('unexpected EOF while parsing', self.row + 1, at + 1, line)
                self.row += 1
                self.column = 0
                return True
            if character == '#':
                comment = self.made(T.COMMENT, at, len(line.rstrip('\r\n')))
                if self.extra_tokens:
                    yield comment
                continue
            string = _STRING.match(line, at)
            if string:
                yield from self.string(string)
                if self.formatted and not self.in_field():
                    return False
                continue
            if character.isdigit() or character == '.' and line[at + 1:at + 2].isdigit():
                yield self.made(T.NUMBER, at, _NUMBER.match(line, at).end())
                continue
            name = _NAME.match(line, at)
            if name:
                yield self.made(T.NAME, at, name.end())
                continue
            yield from self.operator(line, at)
            if self.formatted and not self.in_field():
                return False

    def line_end(self, line, at):
        ends_statement = not self.brackets and not self.formatted
        if ends_statement or self.extra_tokens:
            kind = T.NEWLINE if ends_statement else T.NL
            end = at + max(1, len(line) - at)
            yield kind, line[at:], (self.row + 1, at), (self.row + 1, end), line
        self.row += 1
        self.column = 0

    def string(self, match):
        prefix, quote = (match[1] or '').lower(), match[2]
        line, start = self.line(), match.start()
        if 'f' in prefix or 't' in prefix:
            kind = 'f' if 'f' in prefix else 't'
            formatted = _Formatted(quote, 'r' in prefix, kind, (self.row, start))
            self.formatted.append(formatted)
            yield self.made(T.FSTRING_START if kind == 'f' else T.TSTRING_START, start, match.end())
            return
        first_row, at = self.row, match.end()
        while True:
            line = self.line()
            if line.startswith(quote, at):
                yield self.made(T.STRING, start, at + len(quote), first_row)
                return
            if line[at:at + 1] == '\\':
                at += 3 if line.startswith('\r\n', at + 1) else 2
            elif at < len(line) and (len(quote) == 3 or line[at] not in '\r\n'):
                at += 1
            if at >= len(line):
                if len(quote) == 1 and not line.rstrip('\r\n').endswith('\\'):
                    raise _error(f'unterminated string literal (detected at line {self.row + 1})', first_row + 1, start, line)
                if self.row + 1 >= len(self.lines):
                    raise _error('unterminated triple-quoted string literal (detected at line '
                                 f'{self.row + 1})', first_row + 1, start, self.lines[first_row])
                self.row += 1
                at = 0
            elif len(quote) == 1 and line[at] in '\r\n':
                raise _error(f'unterminated string literal (detected at line {self.row + 1})', first_row + 1, start, line)

    def literal(self):
        """What stands between the fields of a formatted string, or in the format of a field."""
        formatted = self.formatted[-1]
        field = formatted.fields[-1] if formatted.fields else None
        first_row, start, at = self.row, self.column, self.column
        while True:
            line = self.line()
            character = line[at:at + 1]
            has_text = first_row != self.row or at > start
            if field is None and line.startswith(formatted.quote, at):
                if has_text:
                    yield self.made(formatted.middle, start, at, first_row)
                yield self.made(formatted.end, at, at + len(formatted.quote))
                self.formatted.pop()
                return
            if character == '{' and (line[at + 1:at + 2] != '{' or field):
                if has_text:
                    yield self.made(formatted.middle, start, at, first_row)
                yield self.made(T.OP, at, at + 1)
                if field:
                    field.has_nested = True
                formatted.fields.append(_Field(len(self.brackets)))
                self.brackets.append('{')
                return
            if character == '}' and field:
                if has_text or field.has_nested:
                    yield self.made(formatted.middle, start, at, first_row)
                yield self.made(T.OP, at, at + 1)
                formatted.fields.pop()
                self.brackets.pop()
                return
            if character in ('{', '}') and line[at + 1:at + 2] == character:
                yield self.made(formatted.middle, start, at + 1, first_row)
                self.column = at + 2
                return
            if character == '}':
                raise _error(f"{formatted.kind}-string: single '}}' is not allowed", self.row + 1, at, line)
            if character == '\\' and line.startswith('N{', at + 1) and not formatted.is_raw:
                close = line.find('}', at)
                at = close + 1 if close > 0 else at + 2
            elif character == '\\' and line[at + 1:at + 2] not in ('{', '}', ''):
                at += 2
            else:
                at += 1
            if at >= len(line) or len(formatted.quote) == 1 and line[at] in '\r\n' and line[at - 1] != '\\':
                if len(formatted.quote) == 1 and not line.rstrip('\r\n').endswith('\\') or self.row + 1 >= len(self.lines):
                    kind = 'triple-quoted ' if len(formatted.quote) == 3 else ''
                    row, column = formatted.start
                    raise _error(f'unterminated {kind}{formatted.kind}-string literal (detected at line {self.row + 1})',
                                 row + 1, column, self.lines[row])
                if at >= len(line):
                    self.row += 1
                    at = 0

    def operator(self, line, at):
        match = _OPERATOR.match(line, at)
        if match is None:
            character = line[at]
            if character in '$?!`':
                yield self.made(T.OP, at, at + 1)
                return
            raise _error(f"invalid character '{character}' (U+{ord(character):04X})", self.row + 1, at, line)
        sign = match[0]
        field = self.formatted[-1].fields[-1] if self.formatted else None
        is_outermost = field is not None and len(self.brackets) == field.depth + 1
        if is_outermost and sign == ':=':
            sign = ':'
        if sign in _OPENERS:
            self.brackets.append(sign)
        elif sign in (')', ']', '}'):
            opener = self.brackets.pop() if self.brackets else None
            if opener is not None and _OPENERS[opener] != sign:
                raise _error(f"closing parenthesis '{sign}' does not match opening parenthesis '{opener}'", self.row + 1, at, line)
            if is_outermost:
                self.formatted[-1].fields.pop()
        elif sign == ':' and is_outermost:
            field.in_format = True
        yield self.made(T.OP if self.extra_tokens else T.EXACT_TOKEN_TYPES[sign], at, at + len(sign))

    def finish(self):
        if self.brackets:
            raise _error('unexpected EOF in multi-line statement', self.row + 1, 0, '')
        for _ in self.indents[1:]:
            yield T.DEDENT, '', (self.row + 1, 0), (self.row + 1, 0), ''
        yield T.ENDMARKER, '', (self.row + 1, 0), (self.row + 1, 0), ''


class TokenizerIter:
    def __init__(self, readline, *, encoding=None, extra_tokens=False):
        lines = []
        while True:
            try:
                line = readline()
            except StopIteration:
                break
            if not line:
                break
            lines.append(line if isinstance(line, str) else line.decode(encoding or 'utf-8'))
        if lines and lines[0].startswith('\ufeff'):
            lines[0] = lines[0][1:]
        self._tokens = _Scanner(lines, extra_tokens).tokens()

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._tokens)
