"""`messages` in templates."""


def messages(request):
    from . import DEFAULT_TAGS, get_messages
    from django.utils.functional import SimpleLazyObject

    return {'messages': SimpleLazyObject(lambda: get_messages(request)),
            'DEFAULT_MESSAGE_LEVELS': {tag.upper(): level for level, tag in DEFAULT_TAGS.items()}}
