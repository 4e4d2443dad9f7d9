"""`user` in templates."""


def auth(request):
    from .models import AnonymousUser

    return {'user': getattr(request, 'user', None) or AnonymousUser(), 'perms': {}}
