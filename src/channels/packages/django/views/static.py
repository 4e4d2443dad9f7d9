"""Files of a folder, as a view."""

import mimetypes
import os

from django.http import FileResponse, Http404


def serve(request, path, document_root=None, show_indexes=False):
    full = os.path.join(str(document_root), *(part for part in path.split('/') if part not in ('', '..')))
    if os.path.isdir(full):
        raise Http404('Directory indexes are not allowed here.')
    if not os.path.exists(full):
        raise Http404(f'“{full}” does not exist')
    kind, _ = mimetypes.guess_type(full)
    return FileResponse(open(full, 'rb'), content_type=kind or 'application/octet-stream')
