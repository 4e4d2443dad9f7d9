"""Django as an application of ASGI."""


def get_asgi_application():
    import django

    django.setup(set_prefix=False)
    from django.core.handlers.asgi import ASGIHandler

    return ASGIHandler()
