"""Random texts and signatures."""

import string

RANDOM_STRING_CHARS = string.ascii_letters + string.digits


def get_random_string(length=12, allowed_chars=RANDOM_STRING_CHARS):
    import secrets

    return ''.join(secrets.choice(allowed_chars) for _ in range(length))


def salted_hmac(key_salt, value, secret=None, *, algorithm='sha1'):
    import hashlib
    import hmac

    if secret is None:
        from django.conf import settings

        secret = settings.SECRET_KEY
    hasher = getattr(hashlib, algorithm)
    key = hasher(_bytes(key_salt) + _bytes(secret)).digest()
    return hmac.new(key, msg=_bytes(value), digestmod=hasher)


def constant_time_compare(val1, val2):
    from hmac import compare_digest

    return compare_digest(_bytes(val1), _bytes(val2))


def pbkdf2(password, salt, iterations, dklen=0, digest=None):
    import hashlib

    return hashlib.pbkdf2_hmac((digest or hashlib.sha256)().name, _bytes(password), _bytes(salt), iterations, dklen or None)


def _bytes(text):
    return text if isinstance(text, bytes) else str(text).encode()
