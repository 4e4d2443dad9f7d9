"""JSON with dates, times, decimals and UUIDs in it."""

import json


class DjangoJSONEncoder(json.JSONEncoder):
    def default(self, o):
        kind = type(o).__name__
        if kind == 'datetime':
            text = o.isoformat()
            if o.microsecond:
                text = text[:23] + text[26:]
            return text.removesuffix('+00:00') + 'Z' if text.endswith('+00:00') else text
        if kind == 'date':
            return o.isoformat()
        if kind == 'time':
            if o.utcoffset() is not None:
                raise ValueError("JSON can't represent timezone-aware times.")
            return o.isoformat()[:12] if o.microsecond else o.isoformat()
        if kind in ('Decimal', 'UUID', '_LazyText'):
            return str(o)
        return super().default(o)
