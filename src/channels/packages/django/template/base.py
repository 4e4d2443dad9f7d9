"""Reads a template into nodes, and shows them in a context."""

import re

from django.utils.html import conditional_escape
from django.utils.safestring import SafeData, SafeString, mark_safe

_TOKEN = re.compile(r'({%.*?%}|{{.*?}}|{#.*?#})')
_WORD = re.compile(r'''((?:[^\s'"]*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')[^\s'"]*)+|\S+)''')
_FILTER = re.compile(r'''\|(\w+)(?::("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\w.+-]+))?''')
_OPERAND = re.compile(r'''\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|_\([^)]*\)|[-+]?\d[\w.]*|[\w][\w.]*)''')


class TemplateSyntaxError(Exception):
    """A tag, a variable or a filter is not as it has to be."""


class VariableDoesNotExist(Exception):
    """A variable of a tag is not in the context."""


class Context:
    """Variables, in layers: a tag lays its own over those outside."""

    def __init__(self, dict_=None, autoescape=True, request=None):
        self.layers = [{'True': True, 'False': False, 'None': None}, dict(dict_ or {})]
        self.autoescape, self.request = autoescape, request
        # What tags of one page tell each other: the blocks of {% extends %}.
        self.blocks = {}

    def __getitem__(self, key):
        for layer in reversed(self.layers):
            if key in layer:
                return layer[key]
        raise KeyError(key)

    def __setitem__(self, key, value):
        self.layers[-1][key] = value

    def __contains__(self, key):
        return any(key in layer for layer in self.layers)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def flatten(self):
        return {key: value for layer in self.layers for key, value in layer.items()}

    def push(self, values=()):
        self.layers.append(dict(values))
        return self

    def pop(self):
        return self.layers.pop()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.pop()


class RequestContext(Context):
    """With what the context processors add."""

    def __init__(self, request, dict_=None, **kwargs):
        super().__init__(dict_, request=request)


class Expression:
    """`"text"`, `12`, `user.name`, each with filters behind it."""

    def __init__(self, text, parser):
        match = _OPERAND.match(text)
        if match is None:
            raise TemplateSyntaxError(f"Could not parse the remainder: '{text}' from '{text}'" if text.strip() else 'Empty variable tag')
        self.text, self.filters, at = match[1], [], match.end()
        while at < len(text.rstrip()):
            found = _FILTER.match(text, at)
            if found is None:
                raise TemplateSyntaxError(f"Could not parse the remainder: '{text[at:]}' from '{text}'")
            argument = None if found[2] is None else Expression(found[2], parser)
            self.filters.append((found[1], parser.find_filter(found[1]), argument))
            at = found.end()
        self.is_constant, self.value = _constant(self.text)

    def resolve(self, context, is_lenient=True):
        """Its value. A variable that is not there is None, or an error where it is not `is_lenient`."""
        try:
            value = self.value if self.is_constant else _look_up(self.text, context)
        except VariableDoesNotExist:
            if not is_lenient:
                raise
            value = None if not self.filters else ''
            if not self.filters:
                return None
        for name, function, argument in self.filters:
            # What is not HTML yet is escaped before `safe` would stop it, unless the filter wants it as it is.
            was_safe = isinstance(value, SafeData)
            value = function(value) if argument is None else function(value, argument.resolve(context))
            if was_safe and getattr(function, 'is_safe', False) and isinstance(value, str):
                value = mark_safe(value)
        return value


def _constant(text):
    if text[0] in '"\'':
        return True, mark_safe(re.sub(r'\\(.)', r'\1', text[1:-1]))
    if text.startswith('_('):
        return True, mark_safe(text[3:-2])
    if text[0] in '+-' or text[0].isdigit():
        try:
            return True, float(text) if '.' in text or 'e' in text.lower() else int(text)
        except ValueError:
            raise TemplateSyntaxError(f"Could not parse the remainder: '{text}' from '{text}'") from None
    if re.search(r'(^|\.)_', text):
        raise TemplateSyntaxError(f"Variables and attributes may not begin with underscores: '{text}'")
    return False, None


def _look_up(path, context):
    """Item, attribute or index, one part after another; what can be called is called."""
    first, *rest = path.split('.')
    if first not in context:
        raise VariableDoesNotExist(f'Failed lookup for key [{first}] in {context.flatten()!r}')
    value = _called(context[first])
    for part in rest:
        value = _called(_part_of(value, part))
    return value


def _part_of(value, part):
    try:
        return value[part]
    except (TypeError, AttributeError, KeyError, ValueError, IndexError):
        pass
    try:
        return getattr(value, part)
    except AttributeError:
        pass
    try:
        return value[int(part)]
    except (IndexError, ValueError, KeyError, TypeError):
        raise VariableDoesNotExist(f'Failed lookup for key [{part}] in {value!r}') from None


def _called(value):
    if not callable(value) or getattr(value, 'do_not_call_in_templates', False):
        return value
    if getattr(value, 'alters_data', False):
        return ''
    try:
        return value()
    except TypeError:
        if _takes_nothing(value):
            raise
        # It needs arguments, which it cannot be given here.
        return ''


def _takes_nothing(function):
    import inspect

    try:
        inspect.signature(function).bind()
    except (TypeError, ValueError):
        return False
    return True


def shown(value, context):
    """The text of a value, as it stands in the page."""
    if value is None:
        return 'None'
    return str(conditional_escape(value)) if context.autoescape else str(value)


class Node:
    """A piece of a template; tags of a project may have classes of their own."""

    def render(self, context):
        raise NotImplementedError('A node has to be rendered')


class TextNode(Node):
    def __init__(self, text):
        self.text = text

    def render(self, context):
        return self.text


class VariableNode(Node):
    def __init__(self, expression):
        self.expression = expression

    def render(self, context):
        try:
            value = self.expression.resolve(context, is_lenient=False)
        except VariableDoesNotExist:
            value = self.expression.resolve(context) if self.expression.filters else ''
        return shown(value, context)


class NodeList(list):
    def render(self, context):
        return SafeString(''.join(str(node.render(context)) for node in self))


class Token:
    """A tag or a variable: its text without braces, and the line it stands in."""

    def __init__(self, kind, contents, line):
        self.kind, self.contents, self.lineno = kind, contents, line

    def split_contents(self):
        return [match[0] for match in _WORD.finditer(self.contents)]


def tokens_of(source):
    line, verbatim = 1, None
    for piece in _TOKEN.split(source):
        inner = piece[2:-2].strip()
        if verbatim is not None and not (piece.startswith('{%') and inner == verbatim):
            yield Token('text', piece, line)
        elif piece.startswith('{%'):
            verbatim = f'end{inner}' if verbatim is None and inner.split()[:1] == ['verbatim'] else None
            yield Token('block', inner, line)
        elif piece.startswith('{{'):
            yield Token('var', inner, line)
        elif not piece.startswith('{#') and piece:
            yield Token('text', piece, line)
        line += piece.count('\n')


class Parser:
    def __init__(self, source, libraries=None):
        from . import filters, tags

        self.tokens = list(tokens_of(source))[::-1]
        self.tags, self.filters = dict(tags.TAGS), dict(filters.FILTERS)
        # Tags that have begun and not ended.
        self.open = []
        for path in libraries or ():
            self.add_library(path)

    def parse(self, until=()):
        """Up to one of these tags, which the caller then takes."""
        nodes = NodeList()
        while self.tokens:
            token = self.tokens.pop()
            if token.kind == 'text':
                nodes.append(TextNode(token.contents))
            elif token.kind == 'var':
                if not token.contents:
                    raise TemplateSyntaxError(f'Empty variable tag on line {token.lineno}')
                nodes.append(VariableNode(self.compile_filter(token.contents)))
            else:
                name = (token.contents.split() or [''])[0]
                if name in until:
                    self.tokens.append(token)
                    return nodes
                nodes.append(self._tag(name, token, until))
        if until:
            begun = self.open[-1]
            raise TemplateSyntaxError(
                f"Unclosed tag on line {begun.lineno}: '{begun.contents.split()[0]}'. Looking for one of: {', '.join(until)}.")
        return nodes

    def _tag(self, name, token, until):
        if not name:
            raise TemplateSyntaxError(f'Empty block tag on line {token.lineno}')
        if name not in self.tags:
            hint = f", expected {' or '.join(repr(tag) for tag in until)}" if until else ''
            raise TemplateSyntaxError(
                f"Invalid block tag on line {token.lineno}: '{name}'{hint}. Did you forget to register or load this tag?")
        self.open.append(token)
        node = self.tags[name](self, token)
        self.open.pop()
        return node

    def next_token(self):
        return self.tokens.pop()

    def delete_first_token(self):
        self.tokens.pop()

    def skip_past(self, endtag):
        while self.tokens:
            token = self.tokens.pop()
            if token.kind == 'block' and token.contents == endtag:
                return
        raise TemplateSyntaxError(f'Unclosed tag. Looking for one of: {endtag}.')

    def compile_filter(self, text):
        return Expression(text, self)

    def find_filter(self, name):
        if name not in self.filters:
            raise TemplateSyntaxError(f"Invalid filter: '{name}'")
        return self.filters[name]

    def add_library(self, library):
        self.tags.update(library.tags)
        self.filters.update(library.filters)


class Template:
    """A template of this text."""

    def __init__(self, template_string, origin=None, name=None, engine=None):
        self.source, self.name, self.origin = str(template_string), name, origin
        self.nodelist = Parser(self.source).parse()

    def render(self, context=None, request=None):
        if not isinstance(context, Context):
            from .loader import context_of

            context = context_of(context, request)
        return self.nodelist.render(context)
