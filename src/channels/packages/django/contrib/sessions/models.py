"""The table of sessions is none here: `SessionStore` of the engine is what programs use."""

from django.db import missing


class _Session:
    """Its rows cannot be asked for."""

    @property
    def objects(self):
        raise missing('Session.objects')


Session = _Session()
