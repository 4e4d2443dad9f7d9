"""Under Lib's own codecs, in Python: the registry of codecs and of error handlers, and the encodings that come with the interpreter."""

_search_path = []
_cache = {}
_handlers = {}


# --- the registry: CPython's Python/codecs.c -------------------------------------------------------------------------

def register(search_function, /):
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _search_path.append(search_function)


def unregister(search_function, /):
    if search_function in _search_path:
        _search_path.remove(search_function)
        _cache.clear()


def _forget_codec(encoding, /):
    _cache.pop(_normal(encoding), None)


def _normal(encoding):
    return ''.join(c if c.isalnum() or c in '.-' else '_' for c in encoding).lower()


def lookup(encoding, /):
    if not isinstance(encoding, str):
        raise TypeError(f'lookup() argument must be str, not {type(encoding).__name__}')
    if '\0' in encoding:
        raise ValueError('embedded null character')
    name = _normal(encoding)
    if name not in _cache:
        if not _search_path:
            import encodings
        for search in _search_path:
            found = search(name)
            if found is None:
                continue
            if not isinstance(found, tuple) or len(found) != 4:
                raise TypeError('codec search functions must return 4-tuples')
            _cache[name] = found
            break
        else:
            raise LookupError(f'unknown encoding: {encoding}')
    return _cache[name]


def _run(function, obj, errors, action, encoding):
    try:
        result = function(obj, errors)
    except Exception as error:
        error.add_note(f"{action} with '{encoding}' codec failed")
        raise
    if not isinstance(result, tuple) or len(result) != 2:
        what = 'encoder' if action == 'encoding' else 'decoder'
        raise TypeError(f'{what} must return a tuple (object, integer)')
    return result[0]


def encode(obj, encoding='utf-8', errors='strict'):
    return _run(lookup(encoding)[0], obj, errors, 'encoding', encoding)


def decode(obj, encoding='utf-8', errors='strict'):
    return _run(lookup(encoding)[1], obj, errors, 'decoding', encoding)


def _text_codec(encoding, action):
    info = lookup(encoding)
    if not getattr(info, '_is_text_encoding', True):
        raise LookupError(f"'{encoding}' is not a text encoding; use codecs.{action}() to handle arbitrary codecs")
    return info


def _encode_text(text, encoding, errors):
    """For str.encode, of an encoding that is not built in."""
    result = _run(_text_codec(encoding, 'encode')[0], text, errors, 'encoding', encoding)
    if not isinstance(result, (bytes, bytearray)):
        raise TypeError(f"'{encoding}' encoder returned '{type(result).__name__}' instead of 'bytes'; "
                        'use codecs.encode() to encode to arbitrary types')
    return bytes(result)


def _decode_text(data, encoding, errors):
    result = _run(_text_codec(encoding, 'decode')[1], data, errors, 'decoding', encoding)
    if not isinstance(result, str):
        raise TypeError(f"'{encoding}' decoder returned '{type(result).__name__}' instead of 'str'; "
                        'use codecs.decode() to decode to arbitrary types')
    return result


# --- error handlers --------------------------------------------------------------------------------------------------

def register_error(errors, handler, /):
    if not callable(handler):
        raise TypeError('handler must be callable')
    _handlers[errors] = handler


def _unregister_error(errors, /):
    if errors in _BUILT_IN:
        raise ValueError(f"cannot un-register built-in error handler '{errors}'")
    return _handlers.pop(errors, None) is not None


def lookup_error(errors, /):
    try:
        return _handlers[errors]
    except KeyError:
        raise LookupError(f"unknown error handler name '{errors}'") from None


def _refuse(error):
    if isinstance(error, Exception):
        return TypeError(f"don't know how to handle {type(error).__name__} in error callback")
    return TypeError('codec must pass exception instance')


def strict_errors(error, /):
    if isinstance(error, Exception):
        raise error
    raise _refuse(error)


def ignore_errors(error, /):
    if not isinstance(error, UnicodeError):
        raise _refuse(error)
    return '', error.end


def replace_errors(error, /):
    if isinstance(error, UnicodeEncodeError):
        return '?' * (error.end - error.start), error.end
    if isinstance(error, UnicodeDecodeError):
        return '\ufffd', error.end
    if isinstance(error, UnicodeTranslateError):
        return '\ufffd' * (error.end - error.start), error.end
    raise _refuse(error)


def xmlcharrefreplace_errors(error, /):
    if not isinstance(error, UnicodeEncodeError):
        raise _refuse(error)
    return ''.join(f'&#{ord(c)};' for c in error.object[error.start:error.end]), error.end


def backslashreplace_errors(error, /):
    if isinstance(error, UnicodeDecodeError):
        return ''.join(f'\\x{byte:02x}' for byte in error.object[error.start:error.end]), error.end
    if isinstance(error, (UnicodeEncodeError, UnicodeTranslateError)):
        return ''.join(_escaped(c) for c in error.object[error.start:error.end]), error.end
    raise _refuse(error)


def _escaped(character):
    point = ord(character)
    return f'\\x{point:02x}' if point < 0x100 else f'\\u{point:04x}' if point < 0x10000 else f'\\U{point:08x}'


def namereplace_errors(error, /):
    if not isinstance(error, UnicodeEncodeError):
        raise _refuse(error)
    import unicodedata
    names = ((c, unicodedata.name(c, None)) for c in error.object[error.start:error.end])
    return ''.join(_escaped(c) if name is None else f'\\N{{{name}}}' for c, name in names), error.end


def _surrogateescape(error, /):
    if isinstance(error, UnicodeEncodeError):
        data = bytearray()
        for character in error.object[error.start:error.end]:
            if not 0xdc80 <= ord(character) <= 0xdcff:
                raise error
            data.append(ord(character) - 0xdc00)
        return bytes(data), error.end
    if isinstance(error, UnicodeDecodeError):
        text = ''
        for byte in error.object[error.start:min(error.end, error.start + 4)]:
            if byte < 128:
                break
            text += chr(0xdc00 + byte)
        if not text:
            raise error
        return text, error.start + len(text)
    raise _refuse(error)


def _surrogatepass(error, /):
    if not isinstance(error, (UnicodeEncodeError, UnicodeDecodeError)):
        raise _refuse(error)
    raise error


for _name, _handler in {
    'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors, 'xmlcharrefreplace': xmlcharrefreplace_errors,
    'backslashreplace': backslashreplace_errors, 'namereplace': namereplace_errors, 'surrogateescape': _surrogateescape,
    'surrogatepass': _surrogatepass,
}.items():
    _handlers[_name] = _handler
_BUILT_IN = frozenset(_handlers)


# --- encodings ---------------------------------------------------------------------------------------------------------

def _encoder(encoding):
    def encode(obj, errors='strict', /):
        return obj.encode(encoding, errors or 'strict'), len(obj)
    return encode


def _decoder(encoding, always_final=False):
    def decode(data, errors='strict', final=always_final, /):
        data = data if isinstance(data, bytes) else data.encode() if isinstance(data, str) else bytes(data)
        errors = errors or 'strict'
        if final:
            return data.decode(encoding, errors), len(data)
        # What is cut off at the end waits for the rest.
        for kept in range(len(data), max(len(data) - 8, -1), -1):
            try:
                data[:kept].decode(encoding)
            except UnicodeDecodeError as error:
                is_cut = error.end >= kept and error.reason in _CUT
                if is_cut and error.start < kept:
                    return data[:error.start].decode(encoding, errors), error.start
                break
            return data[:kept].decode(encoding, errors), kept
        end = _complete(data, encoding)
        return data[:end].decode(encoding, errors), end
    return decode


_CUT = ('unexpected end of data', 'truncated data', '\\ at end of string', 'truncated \\xXX escape', 'truncated \\uXXXX escape',
        'truncated \\UXXXXXXXX escape', 'malformed \\N character escape')


def _complete(data, encoding):
    """How much of data does not end in the middle of a character; there are other faults before."""
    for start in range(max(0, len(data) - 4), len(data)):
        try:
            data[start:].decode(encoding)
        except UnicodeDecodeError as error:
            if error.start == 0 and error.end == len(data) - start and error.reason in _CUT:
                return start
    return len(data)


utf_8_encode, utf_8_decode = _encoder('utf-8'), _decoder('utf-8')
utf_16_encode, utf_16_le_encode, utf_16_be_encode = _encoder('utf-16'), _encoder('utf-16-le'), _encoder('utf-16-be')
utf_16_decode, utf_16_le_decode, utf_16_be_decode = _decoder('utf-16'), _decoder('utf-16-le'), _decoder('utf-16-be')
utf_32_encode, utf_32_le_encode, utf_32_be_encode = _encoder('utf-32'), _encoder('utf-32-le'), _encoder('utf-32-be')
utf_32_decode, utf_32_le_decode, utf_32_be_decode = _decoder('utf-32'), _decoder('utf-32-le'), _decoder('utf-32-be')
latin_1_encode, latin_1_decode = _encoder('latin-1'), _decoder('latin-1', True)
ascii_encode, ascii_decode = _encoder('ascii'), _decoder('ascii', True)
unicode_escape_encode, unicode_escape_decode = _encoder('unicode_escape'), _decoder('unicode_escape', True)
raw_unicode_escape_encode, raw_unicode_escape_decode = _encoder('raw_unicode_escape'), _decoder('raw_unicode_escape', True)


def _ex_decode(size):
    def decode(data, errors='strict', byteorder=0, final=False, /):
        marks = {b'\xff\xfe'.ljust(size, b'\0'): -1, b'\xfe\xff'.rjust(size, b'\0'): 1}
        skipped = 0
        if byteorder == 0 and len(data) >= size:
            byteorder = marks.get(bytes(data[:size]), 0)
            skipped = size if byteorder else 0
        if byteorder == 0 and not final and len(data) < size:
            return '', 0, 0
        name = f'utf_{size * 8}_{"be" if byteorder == 1 else "le"}_decode'
        text, used = globals()[name](data[skipped:], errors, final)
        return text, used + skipped, byteorder
    return decode


utf_16_ex_decode, utf_32_ex_decode = _ex_decode(2), _ex_decode(4)


def readbuffer_encode(data, errors=None, /):
    data = data.encode() if isinstance(data, str) else bytes(data)
    return data, len(data)


def escape_encode(data, errors='strict', /):
    if not isinstance(data, bytes):
        raise TypeError(f"escape_encode() argument 1 must be bytes, not {type(data).__name__}")
    text = repr(data)[2:-1]
    if repr(data)[1] == '"':
        text = text.replace("'", "\\'")
    return text.encode('ascii'), len(data)


_ESCAPES = {'\n': b'', '\\': b'\\', "'": b"'", '"': b'"', 'b': b'\b', 'f': b'\f', 't': b'\t', 'n': b'\n', 'r': b'\r', 'v': b'\v',
            'a': b'\a'}


def escape_decode(data, errors='strict', /):
    text = data if isinstance(data, str) else bytes(data).decode('latin-1')
    result = bytearray()
    at = 0
    while at < len(text):
        if text[at] != '\\':
            result += text[at].encode('latin-1' if not isinstance(data, str) else 'utf-8')
            at += 1
            continue
        letter = text[at + 1:at + 2]
        if letter == '':
            raise ValueError('Trailing \\ in string')
        if letter in _ESCAPES:
            result += _ESCAPES[letter]
            at += 2
        elif letter in '01234567':
            end = at + 2
            while end < at + 4 and text[end:end + 1] in '01234567' and text[end:end + 1]:
                end += 1
            result.append(int(text[at + 1:end], 8) & 255)
            at = end
        elif letter == 'x':
            digits = text[at + 2:at + 4]
            try:
                result.append(int(digits, 16) if len(digits) == 2 and digits.isalnum() else int('-', 16))
                at += 4
            except ValueError:
                if errors == 'strict':
                    raise ValueError(f'invalid \\x escape at position {at}') from None
                if errors not in ('replace', 'ignore'):
                    raise ValueError(f'decoding error; unknown error handling code: {errors}') from None
                result += b'?' if errors == 'replace' else b''
                at += 3 if digits[:1].isalnum() else 2
        else:
            result += b'\\'
            at += 1
    return bytes(result), len(data)


def charmap_build(table, /):
    return {ord(character): byte for byte, character in enumerate(table)}


def charmap_encode(text, errors='strict', mapping=None, /):
    if mapping is None:
        return latin_1_encode(text, errors)
    result = bytearray()
    at = 0
    while at < len(text):
        encoded = _mapped(mapping, text[at])
        if encoded is not None:
            result += encoded
            at += 1
            continue
        end = at + 1
        while end < len(text) and _mapped(mapping, text[end]) is None:
            end += 1
        error = UnicodeEncodeError('charmap', text, at, end, 'character maps to <undefined>')
        replacement, at = lookup_error(errors or 'strict')(error)
        if isinstance(replacement, bytes):
            result += replacement
            continue
        for character in replacement:
            encoded = _mapped(mapping, character)
            if encoded is None:
                raise error
            result += encoded
    return bytes(result), len(text)


def _mapped(mapping, character):
    try:
        found = mapping[ord(character)]
    except LookupError:
        return None
    if found is None or isinstance(found, bytes):
        return found
    if not isinstance(found, int):
        raise TypeError(f'character mapping must return integer, bytes or None, not {type(found).__name__}')
    if not 0 <= found < 256:
        raise TypeError('character mapping must be in range(256)')
    return bytes((found,))


def charmap_decode(data, errors='strict', mapping=None, /):
    data = bytes(data)
    if mapping is None:
        return latin_1_decode(data, errors)
    result = []
    at = 0
    while at < len(data):
        try:
            found = mapping[data[at]]
        except LookupError:
            found = None
        if isinstance(found, int):
            if not 0 <= found <= 0x10ffff:
                raise TypeError('character mapping must be in range(0x110000)')
            found = chr(found)
        if found is None or found == '\ufffe':
            error = UnicodeDecodeError('charmap', data, at, at + 1, 'character maps to <undefined>')
            found, at = lookup_error(errors or 'strict')(error)
        elif isinstance(found, str):
            at += 1
        else:
            raise TypeError('character mapping must return integer, None or str')
        result.append(found)
    return ''.join(result), len(data)


# Classes take these for methods; what is C in CPython does not bind.
for _name, _value in list(globals().items()):
    if _name.endswith(('_encode', '_decode')) and not _name.startswith('_'):
        globals()[_name] = staticmethod(_value)
