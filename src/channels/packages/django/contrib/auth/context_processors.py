"""`user` in templates."""


def auth(request):
    from .models import AnonymousUser

    # Whether there is one is not asked: that would look into the session.
    return {'user': request.user if hasattr(request, 'user') else AnonymousUser(), 'perms': {}}
