"""Notes for the next page that a visitor sees, kept in the session."""

from .constants import DEBUG, DEFAULT_TAGS, ERROR, INFO, SUCCESS, WARNING

_KEY = '_messages'


class MessageFailure(Exception):
    """The middleware is not there."""


class Message:
    def __init__(self, level, message, extra_tags=''):
        self.level, self.message, self.extra_tags = level, message, extra_tags
        self.level_tag = DEFAULT_TAGS.get(level, '')

    tags = property(lambda self: ' '.join(tag for tag in (self.extra_tags, self.level_tag) if tag))

    def __str__(self):
        return str(self.message)


def add_message(request, level, message, extra_tags='', fail_silently=False):
    if not hasattr(request, 'session'):
        if fail_silently:
            return
        raise MessageFailure('You cannot add messages without installing django.contrib.messages.middleware.MessageMiddleware')
    request.session[_KEY] = [*request.session.get(_KEY, []), [level, str(message), extra_tags]]


def get_messages(request):
    """Whoever looks takes them."""
    session = getattr(request, 'session', None)
    if session is None or _KEY not in session:
        return []
    return [Message(*item) for item in session.pop(_KEY)]


def _adder(level):
    def add(request, message, extra_tags='', fail_silently=False):
        add_message(request, level, message, extra_tags, fail_silently)

    return add


debug, info, success, warning, error = map(_adder, (DEBUG, INFO, SUCCESS, WARNING, ERROR))
