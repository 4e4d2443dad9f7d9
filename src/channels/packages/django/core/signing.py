"""Values with a signature, which a client may keep but not change."""

import base64
import json
import time
import zlib

from django.utils.crypto import constant_time_compare, salted_hmac

_BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'


class BadSignature(Exception):
    """The signature is not that of the value."""


class SignatureExpired(BadSignature):
    """The signature is older than `max_age`."""


def b62_encode(s):
    encoded, rest = '', abs(s)
    while rest:
        rest, digit = divmod(rest, 62)
        encoded = _BASE62[digit] + encoded
    return ('-' if s < 0 else '') + (encoded or '0')


def b62_decode(s):
    decoded = 0
    for digit in s.removeprefix('-'):
        decoded = decoded * 62 + _BASE62.index(digit)
    return -decoded if s.startswith('-') else decoded


def b64_encode(s):
    return base64.urlsafe_b64encode(s).strip(b'=')


def b64_decode(s):
    return base64.urlsafe_b64decode(s + b'=' * (-len(s) % 4))


def get_cookie_signer(salt='django.core.signing.get_cookie_signer'):
    from django.conf import settings

    return TimestampSigner(key=f'django.http.cookies{settings.SECRET_KEY}', salt=salt)


class JSONSerializer:
    def dumps(self, obj):
        return json.dumps(obj, separators=(',', ':')).encode('latin-1')

    def loads(self, data):
        return json.loads(data.decode('latin-1'))


class Signer:
    def __init__(self, *, key=None, sep=':', salt=None, algorithm='sha256', fallback_keys=None):
        from django.conf import settings

        self.key, self.sep, self.algorithm = key or settings.SECRET_KEY, sep, algorithm
        self.salt = salt or f'{type(self).__module__}.{type(self).__name__}'

    def signature(self, value, key=None):
        digest = salted_hmac(self.salt + 'signer', value, key or self.key, algorithm=self.algorithm).digest()
        return b64_encode(digest).decode()

    def sign(self, value):
        return f'{value}{self.sep}{self.signature(value)}'

    def unsign(self, signed_value):
        if self.sep not in signed_value:
            raise BadSignature(f'No "{self.sep}" found in value')
        value, signature = signed_value.rsplit(self.sep, 1)
        if not constant_time_compare(signature, self.signature(value)):
            raise BadSignature(f'Signature "{signature}" does not match')
        return value

    def sign_object(self, obj, serializer=JSONSerializer, compress=False):
        data = serializer().dumps(obj)
        packed = zlib.compress(data) if compress else data
        is_shorter = compress and len(packed) < len(data) - 1
        return self.sign(('.' if is_shorter else '') + b64_encode(packed if is_shorter else data).decode())

    def unsign_object(self, signed_obj, serializer=JSONSerializer, **kwargs):
        text = self.unsign(signed_obj, **kwargs)
        data = b64_decode(text.removeprefix('.').encode())
        return serializer().loads(zlib.decompress(data) if text.startswith('.') else data)


class TimestampSigner(Signer):
    def timestamp(self):
        return b62_encode(int(time.time()))

    def sign(self, value):
        return super().sign(f'{value}{self.sep}{self.timestamp()}')

    def unsign(self, value, max_age=None):
        """`max_age` in seconds, or a timedelta."""
        value, stamp = super().unsign(value).rsplit(self.sep, 1)
        if max_age is not None:
            limit = max_age.total_seconds() if hasattr(max_age, 'total_seconds') else max_age
            age = time.time() - b62_decode(stamp)
            if age > limit:
                raise SignatureExpired(f'Signature age {age} > {limit} seconds')
        return value


def dumps(obj, key=None, salt='django.core.signing', serializer=JSONSerializer, compress=False):
    return TimestampSigner(key=key, salt=salt).sign_object(obj, serializer=serializer, compress=compress)


def loads(s, key=None, salt='django.core.signing', serializer=JSONSerializer, max_age=None):
    return TimestampSigner(key=key, salt=salt).unsign_object(s, serializer=serializer, max_age=max_age)
