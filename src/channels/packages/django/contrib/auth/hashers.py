"""Passwords are kept as hashes; quick ones, since nothing here is a secret."""

import hashlib

from django.utils.crypto import constant_time_compare, get_random_string


def make_password(password, salt=None, hasher='default'):
    if password is None:
        return '!' + get_random_string(40)
    salt = salt or get_random_string(22)
    return f'sha256${salt}${hashlib.sha256(f"{salt}{password}".encode()).hexdigest()}'


def check_password(password, encoded, setter=None, preferred='default'):
    if password is None or not is_password_usable(encoded):
        return False
    _, salt, _ = encoded.split('$')
    return constant_time_compare(encoded, make_password(password, salt))


def is_password_usable(encoded):
    return encoded is None or not encoded.startswith('!')
