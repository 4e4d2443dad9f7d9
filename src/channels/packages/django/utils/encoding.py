"""Texts and bytes."""

from urllib.parse import quote


def force_bytes(s, encoding='utf-8', strings_only=False, errors='strict'):
    if isinstance(s, (bytes, memoryview)):
        return bytes(s)
    return str(s).encode(encoding, errors)


def force_str(s, encoding='utf-8', strings_only=False, errors='strict'):
    if type(s) is str:
        return s
    return str(s, encoding, errors) if isinstance(s, bytes) else str(s)


smart_str = smart_text = force_text = force_str
smart_bytes = force_bytes


def iri_to_uri(iri):
    return None if iri is None else quote(str(iri), safe="/#%[]=:;$&()+,!?*@'~")


def python_2_unicode_compatible(klass):
    """Of Django 1.x: there is one Python now."""
    return klass
