"""Django as an application of WSGI."""


def get_wsgi_application():
    import django

    django.setup(set_prefix=False)
    from django.core.handlers.wsgi import WSGIHandler

    return WSGIHandler()
