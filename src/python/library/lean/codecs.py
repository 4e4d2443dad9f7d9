"""A part of codecs: byte order marks, and encoding by the methods of str and bytes."""
import builtins

__all__ = ['BOM', 'BOM_BE', 'BOM_LE', 'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE',
           'BOM_UTF32_BE', 'encode', 'decode', 'lookup', 'CodecInfo', 'getencoder', 'getdecoder']

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE


def _rot13(text):
    return ''.join(
        chr((ord(c) - base + 13) % 26 + base) if (base := 97 if 'a' <= c <= 'z' else 65 if 'A' <= c <= 'Z' else 0) else c
        for c in text)


def encode(obj, encoding='utf-8', errors='strict'):
    if encoding in ('rot13', 'rot_13'):
        return _rot13(obj)
    if encoding in ('hex', 'hex_codec'):
        return obj.hex().encode('ascii')
    return obj.encode(encoding, errors)


def decode(obj, encoding='utf-8', errors='strict'):
    if encoding in ('rot13', 'rot_13'):
        return _rot13(obj)
    if encoding in ('hex', 'hex_codec'):
        return bytes.fromhex(obj.decode('ascii'))
    return bytes(obj).decode(encoding, errors)


class CodecInfo(tuple):
    """Codec details when looking up the codec registry"""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None,
                name=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        return self

    def __repr__(self):
        return f'<codecs.CodecInfo object for encoding {self.name} at 0x{id(self):x}>'


def lookup(encoding):
    name = encoding.lower().replace('_', '-')
    name = {'utf8': 'utf-8', 'latin-1': 'iso8859-1', 'latin1': 'iso8859-1', 'us-ascii': 'ascii'}.get(name, name)
    ''.encode(encoding)
    return CodecInfo(lambda text, errors='strict': (text.encode(encoding, errors), len(text)),
                     lambda data, errors='strict': (bytes(data).decode(encoding, errors), len(data)), name=name)


def register(search_function):
    pass


unregister = register
lookup_error = register


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode
