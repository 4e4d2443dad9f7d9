"""What views do most often."""

from django.http import HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect


def render(request, template_name, context=None, content_type=None, status=None, using=None):
    from django.template import loader

    return HttpResponse(loader.render_to_string(template_name, context, request), content_type, status)


def render_to_response(template_name, context=None, content_type=None, status=None, using=None):
    """Of Django 1.x."""
    return render(None, template_name, context, content_type, status)


def redirect(to, *args, permanent=False, **kwargs):
    """To a path, to a view by its name, or to an object that has `get_absolute_url`."""
    made = HttpResponsePermanentRedirect if permanent else HttpResponseRedirect
    return made(resolve_url(to, *args, **kwargs))


def resolve_url(to, *args, **kwargs):
    from django.urls import NoReverseMatch, reverse

    if hasattr(to, 'get_absolute_url'):
        return to.get_absolute_url()
    if isinstance(to, str) and to.startswith(('./', '../')):
        return to
    try:
        return reverse(to, args=args, kwargs=kwargs)
    except NoReverseMatch:
        if callable(to) or ('/' not in to and '.' not in to):
            raise
    return to


def get_object_or_404(klass, *args, **kwargs):
    from django.db import missing

    raise missing('get_object_or_404')


def get_list_or_404(klass, *args, **kwargs):
    from django.db import missing

    raise missing('get_list_or_404')
