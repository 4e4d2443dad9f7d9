/** Files of Lib with another part in them than CPython's: `io`, `hashlib`. */

/**
 * What is made over streams of a program's own is taken from _pyio when it is asked for.
 *
 * @type {import('./corrections.mjs').Corrections}
 */
export const IO = [
  [
    / open, open_code, FileIO, BytesIO, StringIO, BufferedReader,\n[\s\S]*?TextIOWrapper\)/,
    ' open, open_code, FileIO, BytesIO, StringIO, text_encoding)',
  ],
  [
    /(class RawIOBase\(.*\):\n {4}__doc__ = .*\n)/,
    `$1
    # In Python, so that a thread that waits for a socket here can be set aside.
    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        room = bytearray(size)
        count = self.readinto(room)
        return None if count is None else bytes(room[:count])

    def readall(self):
        parts = []
        while data := self.read(DEFAULT_BUFFER_SIZE):
            parts.append(data)
        return b''.join(parts) if parts else data
`,
  ],
  [
    /for klass in \(BytesIO, BufferedReader[\s\S]*?BufferedRWPair\):/,
    'for klass in (BytesIO, _io.BufferedReader, _io.BufferedWriter, _io.BufferedRandom):',
  ],
  ['for klass in (StringIO, TextIOWrapper):', 'for klass in (StringIO, _io.TextIOWrapper):'],
  [
    /try:\n {4}from _io import _WindowsConsoleIO[\s\S]*?register\(_WindowsConsoleIO\)\n/,
    `
# What a program makes over streams of its own is Python, and loaded when it is asked for. Files and sys.stdout count as
# instances of it.
_LATE = {
    'BufferedReader': BufferedIOBase,
    'BufferedWriter': BufferedIOBase,
    'BufferedRandom': BufferedIOBase,
    'BufferedRWPair': BufferedIOBase,
    'TextIOWrapper': TextIOBase,
    'IncrementalNewlineDecoder': None,
}


def __getattr__(name):
    if name not in _LATE:
        raise AttributeError(f"module 'io' has no attribute {name!r}")
    import _pyio
    for late, base in _LATE.items():
        made = getattr(_pyio, late)
        if base is not None:
            base.register(made)
        if hasattr(_io, late):
            made.register(getattr(_io, late))
        made.__module__ = '_io'
        globals()[late] = made
    return globals()[name]


def __dir__():
    return sorted({*globals(), *_LATE})
`,
  ],
];

/**
 * Without OpenSSL; PBKDF2 in Python.
 *
 * @type {import('./corrections.mjs').Corrections}
 */
export const HASHLIB = [
  ["'algorithms_available', 'file_digest')", "'algorithms_available', 'file_digest', 'pbkdf2_hmac')"],
  [/def __get_openssl_constructor\(name\):[\s\S]*?(?=def __py_new)/, ''],
  [
    /def __hash_new\([\s\S]*?(?=def file_digest)/,
    `new = __py_new
__get_hash = __get_builtin_constructor


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."""
    import hmac
    size = new(hash_name).digest_size
    dklen = size if dklen is None else dklen
    mac = hmac.new(password, None, hash_name)
    key = b''
    for block in range(1, -(-dklen // size) + 1):
        inner = mac.copy()
        inner.update(salt + block.to_bytes(4, 'big'))
        found = inner.digest()
        total = int.from_bytes(found, 'big')
        for _ in range(iterations - 1):
            inner = mac.copy()
            inner.update(found)
            found = inner.digest()
            total ^= int.from_bytes(found, 'big')
        key += total.to_bytes(size, 'big')
    return key[:dklen]


`,
  ],
  [/# Prefer our blake2 implementation[\s\S]*?\n\}\n\n/, ''],
  ['del __py_new, __hash_new, __get_openssl_constructor', 'del __py_new'],
];
