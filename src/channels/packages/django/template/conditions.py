"""The conditions of {% if %}: `or`, `and`, `not`, comparisons, `in`, `is`."""

from .base import TemplateSyntaxError

_COMPARISONS = {
    '==': lambda left, right: left == right, '!=': lambda left, right: left != right,
    '<': lambda left, right: left < right, '>': lambda left, right: left > right,
    '<=': lambda left, right: left <= right, '>=': lambda left, right: left >= right,
    'in': lambda left, right: left in right, 'not in': lambda left, right: left not in right,
    'is': lambda left, right: left is right, 'is not': lambda left, right: left is not right,
}


def parse_condition(words, parser):
    """A function of the context."""
    if not words:
        raise TemplateSyntaxError('Unexpected end of expression in if tag.')
    joined = []
    for word in words:
        # Two words that are one operator.
        if joined and (joined[-1], word) in (('not', 'in'), ('is', 'not')):
            joined[-1] = f'{joined[-1]} {word}'
        else:
            joined.append(word)
    value, rest = _either(joined, parser)
    if rest:
        raise TemplateSyntaxError(f"Unused '{rest[0]}' at end of if expression.")
    return lambda context: bool(value(context))


def _either(words, parser):
    left, rest = _both(words, parser)
    while rest and rest[0] == 'or':
        right, rest = _both(rest[1:], parser)
        left = (lambda first, second: lambda context: first(context) or second(context))(left, right)
    return left, rest


def _both(words, parser):
    left, rest = _negated(words, parser)
    while rest and rest[0] == 'and':
        right, rest = _negated(rest[1:], parser)
        left = (lambda first, second: lambda context: first(context) and second(context))(left, right)
    return left, rest


def _negated(words, parser):
    if words and words[0] == 'not':
        value, rest = _negated(words[1:], parser)
        return lambda context: not value(context), rest
    return _compared(words, parser)


def _compared(words, parser):
    left, rest = _operand(words, parser)
    while rest and rest[0] in _COMPARISONS:
        compare = _COMPARISONS[rest[0]]
        right, rest = _operand(rest[1:], parser)
        left = _comparison(compare, left, right)
    return left, rest


def _comparison(compare, left, right):
    def value(context):
        try:
            return compare(left(context), right(context))
        except TypeError:
            # Values that cannot be compared are neither more nor less.
            return False

    return value


def _operand(words, parser):
    if not words:
        raise TemplateSyntaxError('Unexpected end of expression in if tag.')
    expression = parser.compile_filter(words[0])
    return expression.resolve, words[1:]
