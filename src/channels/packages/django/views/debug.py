"""The pages for errors while DEBUG is on: shorter than Django's, with the same facts."""

import traceback

from django.conf import settings
from django.http import HttpResponse, HttpResponseNotFound
from django.utils.html import escape

_PAGE = '''<!DOCTYPE html>
<html lang="en">
<head>
  <title>{title}</title>
</head>
<body>
  <h1>{heading}</h1>
{body}
</body>
</html>
'''


def technical_500_response(request, exc_type, exc_value, tb, status_code=500):
    title = f'{exc_type.__name__} at {request.path_info}'
    trace = ''.join(traceback.format_exception(exc_type, exc_value, tb))
    if not request.accepts('text/html'):
        return HttpResponse(f'{title}\n{exc_value}\n\n{trace}', status=status_code, content_type='text/plain; charset=utf-8')
    body = f'  <pre class="exception_value">{escape(exc_value)}</pre>\n  <pre id="traceback">{escape(trace)}</pre>'
    return HttpResponse(_PAGE.format(title=escape(title), heading=escape(title), body=body), status=status_code)


def technical_404_response(request, exception):
    """With the patterns that were tried, or what the view said."""
    details = exception.args[0] if exception.args else ''
    if not isinstance(details, dict):
        reason = f'  <p>{escape(details)}</p>'
    elif 'tried' in details:
        tried = '\n'.join(f'    <li><code>{escape(_shown(patterns))}</code></li>' for patterns in details['tried'])
        reason = (f'  <p>Using the URLconf defined in <code>{escape(settings.ROOT_URLCONF)}</code>, Django tried these URL patterns, '
                  f'in this order:</p>\n  <ol>\n{tried}\n  </ol>\n  <p>The current path, <code>{escape(request.path_info[1:])}</code>, '
                  "didn't match any of these.</p>")
    else:
        reason = ''
    body = f'  <p>Request Method: {request.method}</p>\n  <p>Request URL: {escape(request.build_absolute_uri())}</p>\n{reason}'
    return HttpResponseNotFound(_PAGE.format(title=f'Page not found at {escape(request.path_info)}', heading='Page not found <span>(404)</span>', body=body))


def _shown(patterns):
    name = getattr(patterns[-1], 'name', None)
    return ' '.join(str(pattern.pattern) for pattern in patterns) + (f" [name='{name}']" if name else '')


class ExceptionReporter:
    """Its name stands in the settings."""
