"""Forms that are sent with files."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict


def parse_multipart(body, boundary, encoding):
    """(POST, FILES) of the body of a multipart form."""
    from .request import QueryDict

    post, files = QueryDict('', mutable=True, encoding=encoding), MultiValueDict()
    for part in body.split(b'--' + boundary.encode('ascii'))[1:]:
        head, _, content = part.partition(b'\r\n\r\n')
        headers = _headers_of(head)
        options = _options_of(headers.get('content-disposition', ''))
        if 'name' not in options:
            continue
        content = content.removesuffix(b'\r\n')
        if 'filename' not in options:
            post.appendlist(options['name'], content.decode(encoding or 'utf-8', 'replace'))
        elif options['filename']:
            kind = headers.get('content-type', 'application/octet-stream')
            files.appendlist(options['name'], SimpleUploadedFile(options['filename'], content, kind))
    post._mutable = False
    return post, files


def _headers_of(head):
    lines = (line.partition(':') for line in head.decode('utf-8', 'replace').split('\r\n'))
    return {name.strip().lower(): value.strip() for name, sign, value in lines if sign}


def _options_of(disposition):
    pairs = (option.partition('=') for option in disposition.split(';')[1:])
    return {name.strip().lower(): value.strip().strip('"') for name, sign, value in pairs if sign}
