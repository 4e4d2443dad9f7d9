"""JSON that also has words for dates, times, decimals, uuids and bytes, and gives them back as they were."""
import base64
import json
import uuid
from datetime import date, datetime, time
from decimal import Decimal

#: By class: the name, how it is said. The first that fits counts.
_words = {}
_readers = {}


def register_type(cls, name, encoder, decoder):
    """From now on there are words for `cls`."""
    _words[cls] = (name, encoder)
    if name is not None:
        _readers[name] = decoder


register_type(datetime, 'datetime', datetime.isoformat, datetime.fromisoformat)
register_type(date, 'date', date.isoformat, date.fromisoformat)
register_type(time, 'time', time.isoformat, time.fromisoformat)
register_type(Decimal, 'decimal', str, Decimal)
register_type(uuid.UUID, 'uuid', lambda value: {'hex': value.hex}, lambda value: uuid.UUID(**value))


def _said(value):
    own = getattr(value, '__json__', None)
    if own is not None:
        return own()
    if isinstance(value, bytes):
        try:
            return {'bytes': value.decode(), '__bytes__': True}
        except UnicodeDecodeError:
            return {'bytes': base64.b64encode(value).decode(), '__base64__': True}
    for cls, (name, encoder) in _words.items():
        if isinstance(value, cls):
            return encoder(value) if name is None else {'__type__': name, '__value__': encoder(value)}
    raise TypeError(f'Object of type {type(value).__name__} is not JSON serializable')


def _read(found):
    if '__bytes__' in found:
        return found['bytes'].encode()
    if '__base64__' in found:
        return base64.b64decode(found['bytes'])
    if found.keys() != {'__type__', '__value__'}:
        return found
    if found['__type__'] not in _readers:
        raise ValueError('Unsupported type', found['__type__'], found)
    return _readers[found['__type__']](found['__value__'])


def dumps(value, **options):
    return json.dumps(value, default=_said, **options)


def loads(text, **options):
    return json.loads(text, object_hook=_read, **options)
