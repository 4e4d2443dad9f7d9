"""The tags of Django, as far as pages of tutorials use them."""

from itertools import cycle

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from .base import Node, NodeList, TemplateSyntaxError, TextNode, shown
from .conditions import parse_condition
from .library import arguments_of, find_library


class _Function(Node):
    """A tag that needs no class of its own."""

    def __init__(self, render):
        self.render = render


def _if(parser, token):
    branches, condition = [], parse_condition(token.split_contents()[1:], parser)
    while True:
        branches.append((condition, parser.parse(('elif', 'else', 'endif'))))
        words = parser.next_token().split_contents()
        if words[0] == 'elif':
            condition = parse_condition(words[1:], parser)
        elif words[0] == 'else':
            branches.append((None, parser.parse(('endif',))))
            parser.delete_first_token()
            break
        else:
            break

    def render(context):
        for test, nodes in branches:
            if test is None or test(context):
                return nodes.render(context)
        return ''

    return _Function(render)


def _for(parser, token):
    words = token.split_contents()
    is_reversed = words[-1] == 'reversed'
    if is_reversed:
        words.pop()
    if len(words) < 4:
        raise TemplateSyntaxError(f"'for' statements should have at least four words: {token.contents}")
    if words[-2] != 'in':
        raise TemplateSyntaxError(f"'for' statements should use the format 'for x in y': {token.contents}")
    names = ' '.join(words[1:-2]).replace(' ', '').split(',')
    values = parser.compile_filter(words[-1])
    body, empty = parser.parse(('empty', 'endfor')), NodeList()
    if parser.next_token().contents == 'empty':
        empty = parser.parse(('endfor',))
        parser.delete_first_token()
    return ForNode(names, values, is_reversed, body, empty)


class ForNode(Node):
    def __init__(self, names, values, is_reversed, body, empty):
        self.names, self.values, self.is_reversed, self.body, self.empty = names, values, is_reversed, body, empty

    def render(self, context):
        values = list(self.values.resolve(context) or ())
        if not values:
            return self.empty.render(context)
        if self.is_reversed:
            values.reverse()
        outer, shown_items = context.get('forloop', {}), []
        with context.push():
            for place, value in enumerate(values):
                count = len(values)
                context['forloop'] = {
                    'parentloop': outer, 'counter0': place, 'counter': place + 1, 'revcounter': count - place,
                    'revcounter0': count - place - 1, 'first': place == 0, 'last': place == count - 1}
                self._bind(context, value)
                shown_items.append(self.body.render(context))
        return mark_safe(''.join(shown_items))

    def _bind(self, context, value):
        if len(self.names) == 1:
            context[self.names[0]] = value
            return
        values = tuple(value)
        if len(values) != len(self.names):
            raise ValueError(f'Need {len(self.names)} values to unpack in for loop; got {len(values)}. ')
        for name, part in zip(self.names, values):
            context[name] = part


def _url(parser, token):
    words = token.split_contents()[1:]
    if not words:
        raise TemplateSyntaxError("'url' takes at least one argument, a URL pattern name.")
    target = None
    if words[-2:-1] == ['as']:
        words, target = words[:-2], words[-1]
    (view, *args), kwargs = arguments_of(words, parser)

    def render(context):
        from django.urls import NoReverseMatch, reverse

        try:
            path = reverse(view.resolve(context), args=[argument.resolve(context) for argument in args],
                           kwargs={name: argument.resolve(context) for name, argument in kwargs.items()})
        except NoReverseMatch:
            if target is None:
                raise
            path = ''
        if target is not None:
            context[target] = path
            return ''
        return shown(path, context)

    return _Function(render)


class BlockNode(Node):
    def __init__(self, name, nodes):
        self.name, self.nodes = name, nodes

    def render(self, context):
        """The innermost template's version; `block.super` is the one that it replaces."""
        versions = context.blocks.get(self.name) or [self]
        return self._version(versions, 0, context)

    def _version(self, versions, place, context):
        def above():
            return mark_safe(self._version(versions, place + 1, context)) if place + 1 < len(versions) else ''

        with context.push({'block': {'super': above, 'name': self.name}}):
            return versions[place].nodes.render(context)


def _block(parser, token):
    words = token.split_contents()
    if len(words) != 2:
        raise TemplateSyntaxError("'block' tag takes only one argument")
    nodes = parser.parse(('endblock', f'endblock {words[1]}'))
    parser.delete_first_token()
    return BlockNode(words[1], nodes)


def _extends(parser, token):
    words = token.split_contents()
    if len(words) != 2:
        raise TemplateSyntaxError("'extends' takes one argument")
    parent, nodes = parser.compile_filter(words[1]), parser.parse()

    def render(context):
        from .loader import get_template

        for node in _blocks_in(nodes):
            context.blocks.setdefault(node.name, []).append(node)
        template = get_template(parent.resolve(context))
        for node in _blocks_in(template.nodelist):
            if not _is_child(template):
                context.blocks.setdefault(node.name, []).append(node)
        return template.nodelist.render(context)

    found = _Function(render)
    found.is_extends = True
    return found


def _is_child(template):
    return any(getattr(node, 'is_extends', False) for node in template.nodelist)


def _blocks_in(nodes):
    for node in nodes:
        if isinstance(node, BlockNode):
            yield node
            yield from _blocks_in(node.nodes)


def _include(parser, token):
    words = token.split_contents()
    is_alone = words[-1] == 'only'
    if is_alone:
        words.pop()
    template, (_, given) = parser.compile_filter(words[1]), arguments_of([word for word in words[2:] if word != 'with'], parser)

    def render(context):
        from .base import Context
        from .loader import get_template

        values = {name: value.resolve(context) for name, value in given.items()}
        found = template.resolve(context)
        found = found if hasattr(found, 'nodelist') else get_template(found)
        if is_alone:
            return found.nodelist.render(Context(values, context.autoescape, context.request))
        with context.push(values):
            return found.nodelist.render(context)

    return _Function(render)


def _with(parser, token):
    words = token.split_contents()[1:]
    if len(words) == 3 and words[1] == 'as':
        given = {words[2]: parser.compile_filter(words[0])}
    else:
        _, given = arguments_of(words, parser)
    nodes = parser.parse(('endwith',))
    parser.delete_first_token()

    def render(context):
        with context.push({name: value.resolve(context) for name, value in given.items()}):
            return nodes.render(context)

    return _Function(render)


def _load(parser, token):
    words = token.split_contents()[1:]
    names = words[words.index('from') + 1:] if 'from' in words else words
    for name in names:
        library = find_library(name)
        if library is not None:
            parser.add_library(library)
    return TextNode('')


def _csrf_token(parser, token):
    def render(context):
        value = context.get('csrf_token')
        return format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', value) if value else ''

    return _Function(render)


def _static(parser, token):
    words = token.split_contents()
    path = parser.compile_filter(words[1])

    def render(context):
        from django.templatetags.static import static

        url = static(path.resolve(context))
        if words[2:3] == ['as']:
            context[words[3]] = url
            return ''
        return shown(url, context)

    return _Function(render)


def _comment(parser, token):
    parser.skip_past('endcomment')
    return TextNode('')


def _verbatim(parser, token):
    nodes = parser.parse(('endverbatim',))
    parser.delete_first_token()
    return nodes[0] if len(nodes) == 1 else TextNode(''.join(node.text for node in nodes))


def _autoescape(parser, token):
    is_on = token.split_contents()[1] == 'on'
    nodes = parser.parse(('endautoescape',))
    parser.delete_first_token()

    def render(context):
        before, context.autoescape = context.autoescape, is_on
        try:
            return nodes.render(context)
        finally:
            context.autoescape = before

    return _Function(render)


def _now(parser, token):
    form = token.split_contents()[1][1:-1]

    def render(context):
        from django.utils import timezone
        from django.utils.dateformat import format as formatted

        return formatted(timezone.now(), form)

    return _Function(render)


def _cycle(parser, token):
    values = [parser.compile_filter(word) for word in token.split_contents()[1:]]
    turns = cycle(values)
    return _Function(lambda context: shown(next(turns).resolve(context), context))


def _translate(parser, token):
    text = parser.compile_filter(token.split_contents()[1])
    return _Function(lambda context: shown(text.resolve(context), context))


TAGS = {
    'autoescape': _autoescape, 'block': _block, 'comment': _comment, 'csrf_token': _csrf_token, 'cycle': _cycle, 'extends': _extends,
    'for': _for, 'if': _if, 'include': _include, 'load': _load, 'now': _now, 'static': _static, 'trans': _translate,
    'translate': _translate, 'url': _url, 'verbatim': _verbatim, 'with': _with,
}
