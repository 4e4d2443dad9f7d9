"""The pages for errors."""

from django.http import HttpResponseBadRequest, HttpResponseForbidden, HttpResponseNotFound, HttpResponseServerError

_PAGE = '''<!doctype html>
<html lang="en">
<head>
  <title>{title}</title>
</head>
<body>
  <h1>{title}</h1><p>{details}</p>
</body>
</html>
'''


def _page(request, template_name, title, details, context=None):
    """The project's own template of that name, or a plain page."""
    from django.template import TemplateDoesNotExist, loader

    try:
        return loader.render_to_string(template_name, context, request)
    except TemplateDoesNotExist:
        return _PAGE.format(title=title, details=details)


def page_not_found(request, exception, template_name='404.html'):
    text = 'The requested resource was not found on this server.'
    context = {'request_path': request.path, 'exception': str(exception)}
    return HttpResponseNotFound(_page(request, template_name, 'Not Found', text, context))


def server_error(request, template_name='500.html'):
    return HttpResponseServerError(_page(None, template_name, 'Server Error (500)', ''))


def bad_request(request, exception, template_name='400.html'):
    return HttpResponseBadRequest(_page(request, template_name, 'Bad Request (400)', ''))


def permission_denied(request, exception, template_name='403.html'):
    return HttpResponseForbidden(_page(request, template_name, '403 Forbidden', '', {'exception': str(exception)}))


OF_STATUS = {400: bad_request, 403: permission_denied, 404: page_not_found, 500: server_error}
