"""The module ssl of a simulated network: handshakes, records and certificates' names, and no cryptography.

What goes over the wire is TLS 1.3 in shape: records with their headers, one round trip of handshake, close_notify at the end.
Payloads are plain. The other side is another program of the run, or a host of the simulated internet (sim/net/web/tls.ts).
"""

import json
import socket as _socket_module
from collections import namedtuple
from enum import Enum as _Enum, IntEnum as _IntEnum, IntFlag as _IntFlag
from socket import AF_INET, SOCK_STREAM, SO_TYPE, SOL_SOCKET, create_connection, socket

OPENSSL_VERSION = 'OpenSSL 3.0.13 30 Jan 2024'
OPENSSL_VERSION_INFO = (3, 0, 0, 13, 0)
OPENSSL_VERSION_NUMBER = 0x300000d0
HAS_SNI = HAS_ALPN = HAS_ECDH = HAS_TLSv1_2 = HAS_TLSv1_3 = True
HAS_NPN = HAS_SSLv2 = HAS_SSLv3 = HAS_TLSv1 = HAS_TLSv1_1 = HAS_PSK = False
HAS_NEVER_CHECK_COMMON_NAME = True
CHANNEL_BINDING_TYPES = ['tls-unique']
SSL_ERROR_SSL, SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE, SSL_ERROR_SYSCALL = 1, 2, 3, 5
SSL_ERROR_ZERO_RETURN, SSL_ERROR_EOF = 6, 8
SOCKET_ERROR = OSError


class _SSLMethod(_IntEnum):
    PROTOCOL_TLS = 2
    PROTOCOL_TLSv1 = 3
    PROTOCOL_TLSv1_1 = 4
    PROTOCOL_TLSv1_2 = 5
    PROTOCOL_TLS_CLIENT = 16
    PROTOCOL_TLS_SERVER = 17


class VerifyMode(_IntEnum):
    CERT_NONE = 0
    CERT_OPTIONAL = 1
    CERT_REQUIRED = 2


class VerifyFlags(_IntFlag):
    VERIFY_DEFAULT = 0
    VERIFY_X509_STRICT = 32
    VERIFY_X509_TRUSTED_FIRST = 32768
    VERIFY_X509_PARTIAL_CHAIN = 524288


class Options(_IntFlag):
    OP_ALL = 0x80000050
    OP_NO_SSLv2 = 0
    OP_NO_SSLv3 = 0x2000000
    OP_NO_TLSv1 = 0x4000000
    OP_NO_TLSv1_1 = 0x10000000
    OP_NO_TLSv1_2 = 0x8000000
    OP_NO_TLSv1_3 = 0x20000000
    OP_NO_COMPRESSION = 0x20000
    OP_NO_TICKET = 0x4000
    OP_SINGLE_DH_USE = 0
    OP_SINGLE_ECDH_USE = 0
    OP_CIPHER_SERVER_PREFERENCE = 0x400000
    OP_IGNORE_UNEXPECTED_EOF = 0x80


class TLSVersion(_IntEnum):
    MINIMUM_SUPPORTED = -2
    SSLv3 = 768
    TLSv1 = 769
    TLSv1_1 = 770
    TLSv1_2 = 771
    TLSv1_3 = 772
    MAXIMUM_SUPPORTED = -1


class AlertDescription(_IntEnum):
    ALERT_DESCRIPTION_CLOSE_NOTIFY = 0
    ALERT_DESCRIPTION_HANDSHAKE_FAILURE = 40
    ALERT_DESCRIPTION_UNKNOWN_CA = 48


for _enum in (_SSLMethod, VerifyMode, VerifyFlags, Options, AlertDescription):
    globals().update(_enum.__members__)
PROTOCOL_SSLv23 = PROTOCOL_TLS
_SSLv2_IF_EXISTS = None


class SSLError(OSError):
    """An error occurred in the SSL implementation."""
    library = None
    reason = None

    def __str__(self):
        return str(self.strerror) if self.strerror is not None else str(self.args)


SSLError.__module__ = 'ssl'


class SSLZeroReturnError(SSLError):
    """SSL/TLS session closed cleanly."""


class SSLWantReadError(SSLError):
    """Non-blocking SSL socket needs to read more data before the requested operation can be completed."""


class SSLWantWriteError(SSLError):
    """Non-blocking SSL socket needs to write more data before the requested operation can be completed."""


class SSLSyscallError(SSLError):
    """System error when attempting SSL operation."""


class SSLEOFError(SSLError):
    """SSL/TLS connection terminated abruptly."""


class SSLCertVerificationError(SSLError, ValueError):
    """A certificate could not be verified."""
    verify_code = 0
    verify_message = ''


CertificateError = SSLCertVerificationError


def _want_read():
    return SSLWantReadError(SSL_ERROR_WANT_READ, 'The operation did not complete (read) (_ssl.c:1032)')


def _unexpected_end():
    return SSLEOFError(SSL_ERROR_EOF, '[SSL: UNEXPECTED_EOF_WHILE_READING] EOF occurred in violation of protocol (_ssl.c:1032)')


def _not_verified(code, message):
    error = SSLCertVerificationError(
        SSL_ERROR_SSL, f'[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: {message} (_ssl.c:1032)')
    error.library = 'SSL'
    error.reason = 'CERTIFICATE_VERIFY_FAILED'
    error.verify_code = code
    error.verify_message = message
    return error


_VERIFY_CODES = {'certificate has expired': 10, 'self-signed certificate': 18, 'self-signed certificate in certificate chain': 19}


class Purpose(_Enum):
    SERVER_AUTH = '1.3.6.1.5.5.7.3.1'
    CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'


DefaultVerifyPaths = namedtuple(
    'DefaultVerifyPaths', 'cafile capath openssl_cafile_env openssl_cafile openssl_capath_env openssl_capath')


def get_default_verify_paths():
    return DefaultVerifyPaths(None, '/etc/ssl/certs', 'SSL_CERT_FILE', '/etc/ssl/cert.pem', 'SSL_CERT_DIR', '/etc/ssl/certs')


class MemoryBIO:
    """A buffer of bytes between a session and whatever carries its records."""

    def __init__(self):
        self._buffer = bytearray()
        self._at_end = False

    def read(self, size=-1, /):
        end = len(self._buffer) if size < 0 else size
        data = bytes(self._buffer[:end])
        del self._buffer[:end]
        return data

    def write(self, data, /):
        if self._at_end:
            raise SSLError(1, 'cannot write() after write_eof()')
        self._buffer += data
        return len(data)

    def write_eof(self):
        self._at_end = True

    @property
    def pending(self):
        return len(self._buffer)

    @property
    def eof(self):
        return self._at_end and not self._buffer


class SSLSession:
    """What a session could be resumed with."""


_ALERT, _HANDSHAKE, _DATA = 21, 22, 23
_CLIENT_HELLO, _SERVER_HELLO, _FINISHED = 1, 2, 20
_RECORD_MAX = 16384
_CLOSE_NOTIFY = b'\x01\x00'


class _Session:
    """The records of one side of a connection, between two buffers."""

    def __init__(self, context, incoming, outgoing, server_side, server_hostname):
        self.context = context
        self.incoming = incoming
        self.outgoing = outgoing
        self.server_side = server_side
        self.server_hostname = server_hostname
        self.alpn = None
        self.certificate = None
        self.plain = bytearray()
        self.stage = 'start'
        self.is_closed_by_peer = False
        self.has_closed = False

    def put(self, kind, payload):
        self.outgoing.write(bytes((kind, 3, 3)) + len(payload).to_bytes(2, 'big') + payload)

    def say(self, message, what):
        self.put(_HANDSHAKE, bytes((message,)) + json.dumps(what).encode())

    def next_record(self):
        """A pair of type and payload, or None."""
        buffer = self.incoming._buffer
        if buffer and not 20 <= buffer[0] <= 23:
            raise SSLError(SSL_ERROR_SSL, '[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1032)')
        if len(buffer) < 5:
            return None
        length = int.from_bytes(buffer[3:5], 'big')
        if len(buffer) < 5 + length:
            return None
        record = self.incoming.read(5 + length)
        return record[0], record[5:]

    def do_handshake(self):
        if self.stage == 'open':
            return
        if self.stage == 'start':
            if not self.server_side:
                self.say(_CLIENT_HELLO, {'server_name': self.server_hostname, 'alpn': self.context._alpn})
            self.stage = 'hello'
        while self.stage != 'open':
            record = self.next_record()
            if record is None:
                raise _unexpected_end() if self.incoming.eof else _want_read()
            self.take_handshake(*record)

    def take_handshake(self, kind, payload):
        if kind == _ALERT:
            raise SSLError(SSL_ERROR_SSL, '[SSL: SSLV3_ALERT_HANDSHAKE_FAILURE] ssl/tls alert handshake failure (_ssl.c:1032)')
        if kind != _HANDSHAKE:
            raise SSLError(SSL_ERROR_SSL, '[SSL: UNEXPECTED_MESSAGE] unexpected message (_ssl.c:1032)')
        message = payload[0]
        if message == _FINISHED:
            self.stage = 'open'
        elif message == _CLIENT_HELLO:
            hello = json.loads(payload[1:])
            self.server_hostname = None
            self.alpn = next((name for name in self.context._alpn if name in hello['alpn']), None)
            names, fault = self.context._own_certificate
            self.say(_SERVER_HELLO, {'names': names, 'fault': fault, 'alpn': self.alpn})
        else:
            certificate = json.loads(payload[1:])
            self.verify(certificate)
            self.certificate = certificate
            self.alpn = certificate['alpn']
            self.say(_FINISHED, {})
            self.stage = 'open'

    def verify(self, certificate):
        if self.context.verify_mode == CERT_NONE:
            return
        fault = certificate['fault']
        if fault and not (fault.startswith('self-signed') and self.context._trusts_more):
            self.put(_ALERT, b'\x02\x30')
            raise _not_verified(_VERIFY_CODES.get(fault, 1), fault)
        if self.context.check_hostname and not any(_is_name(name, self.server_hostname) for name in certificate['names']):
            self.put(_ALERT, b'\x02\x30')
            kind = 'IP address' if self.server_hostname.replace('.', '').isdigit() else 'Hostname'
            raise _not_verified(62 if kind == 'Hostname' else 64,
                                f"{kind} mismatch, certificate is not valid for '{self.server_hostname}'.")

    def write(self, data):
        data = bytes(data)
        for start in range(0, len(data), _RECORD_MAX):
            self.put(_DATA, data[start:start + _RECORD_MAX])
        return len(data)

    def read(self, size):
        while not self.plain:
            if self.is_closed_by_peer:
                return b''
            record = self.next_record()
            if record is None:
                raise _unexpected_end() if self.incoming.eof else _want_read()
            self.take(*record)
        data = bytes(self.plain[:size])
        del self.plain[:size]
        return data

    def take(self, kind, payload):
        if kind == _DATA:
            self.plain += payload
        elif kind == _ALERT:
            if payload != _CLOSE_NOTIFY:
                raise SSLError(SSL_ERROR_SSL, '[SSL: TLSV1_ALERT_UNKNOWN_CA] tlsv1 alert unknown ca (_ssl.c:1032)')
            self.is_closed_by_peer = True

    def shutdown(self):
        if not self.has_closed:
            self.has_closed = True
            self.put(_ALERT, _CLOSE_NOTIFY)
        while not self.is_closed_by_peer:
            record = self.next_record()
            if record is None:
                raise _unexpected_end() if self.incoming.eof else _want_read()
            self.take(*record)


def _is_name(pattern, name):
    if name is None:
        return True
    name = name.lower()
    if pattern.startswith('*.'):
        return name.partition('.')[2] == pattern[2:]
    return pattern == name


class _Facts:
    """What a wrapped connection can be asked."""

    def selected_alpn_protocol(self):
        return self._session_state.alpn

    def selected_npn_protocol(self):
        return None

    def version(self):
        return 'TLSv1.3' if self._session_state.stage == 'open' else None

    def cipher(self):
        return ('TLS_AES_256_GCM_SHA384', 'TLSv1.3', 256) if self._session_state.stage == 'open' else None

    def shared_ciphers(self):
        return [self.cipher()] if self.cipher() else None

    def compression(self):
        return None

    def get_channel_binding(self, cb_type='tls-unique'):
        return None

    def pending(self):
        return len(self._session_state.plain)

    def getpeercert(self, binary_form=False):
        state = self._session_state
        if state.stage != 'open':
            raise ValueError('handshake not done yet')
        if state.certificate is None:
            return None
        names = state.certificate['names']
        if binary_form:
            return json.dumps(names).encode()
        if self.context.verify_mode == CERT_NONE:
            return {}
        return {
            'subject': ((('commonName', names[0]),),),
            'issuer': ((('organizationName', 'Loopscope'),), (('commonName', 'Loopscope Simulated CA'),)),
            'version': 3,
            'serialNumber': '01',
            'notBefore': 'Jan  1 00:00:00 2026 GMT',
            'notAfter': 'Jan  1 00:00:00 2027 GMT',
            'subjectAltName': tuple(('DNS', name) for name in names),
        }


class SSLObject(_Facts):
    """A session without a socket: records go through two MemoryBIO."""

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{self.__class__.__name__} does not have a public constructor. '
                        f'Instances are returned by SSLContext.wrap_bio().')

    @classmethod
    def _create(cls, incoming, outgoing, server_side=False, server_hostname=None, session=None, context=None):
        self = cls.__new__(cls)
        self._context = context
        self._session_state = _Session(context, incoming, outgoing, server_side, server_hostname)
        return self

    context = property(lambda self: self._context)
    session = property(lambda self: None)
    session_reused = property(lambda self: False)
    server_side = property(lambda self: self._session_state.server_side)
    server_hostname = property(lambda self: self._session_state.server_hostname)

    def read(self, len=1024, buffer=None):
        data = self._session_state.read(len)
        if buffer is None:
            return data
        count = data.__len__()
        buffer[:count] = data
        return count

    def write(self, data):
        return self._session_state.write(data)

    def do_handshake(self):
        self._session_state.do_handshake()

    def unwrap(self):
        self._session_state.shutdown()


class SSLSocket(_Facts, socket):
    """A socket whose bytes go in records."""

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{self.__class__.__name__} does not have a public constructor. '
                        f'Instances are returned by SSLContext.wrap_socket().')

    @classmethod
    def _create(cls, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                server_hostname=None, context=None, session=None):
        if sock.getsockopt(SOL_SOCKET, SO_TYPE) != SOCK_STREAM:
            raise NotImplementedError('only stream sockets are supported')
        if server_side and server_hostname:
            raise ValueError('server_hostname can only be specified in client mode')
        if context.check_hostname and not server_hostname:
            raise ValueError('check_hostname requires server_hostname')
        self = cls.__new__(cls, family=sock.family, type=sock.type, proto=sock.proto, fileno=sock.fileno())
        timeout = sock.gettimeout()
        socket.__init__(self, family=sock.family, type=sock.type, proto=sock.proto, fileno=sock.fileno())
        sock.detach()
        self.settimeout(timeout)
        self._context = context
        self._suppress_ragged_eofs = suppress_ragged_eofs
        self.do_handshake_on_connect = do_handshake_on_connect
        self.server_side = server_side
        self.server_hostname = server_hostname
        self._incoming = MemoryBIO()
        self._outgoing = MemoryBIO()
        self._session_state = _Session(context, self._incoming, self._outgoing, server_side, server_hostname)
        try:
            self.getpeername()
            self._connected = True
        except OSError:
            self._connected = False
        if self._connected and do_handshake_on_connect:
            try:
                if timeout == 0.0:
                    raise ValueError('do_handshake_on_connect should not be specified for non-blocking sockets')
                self.do_handshake()
            except BaseException:
                self.close()
                raise
        return self

    context = property(lambda self: self._context)
    session = property(lambda self: None)
    session_reused = property(lambda self: False)

    def _run(self, action, *args):
        """Does `action`, carrying records to and fro as it needs them."""
        while True:
            try:
                result = action(*args)
            except SSLWantReadError:
                self._flush()
                self._fill()
            except BaseException:
                self._flush()
                raise
            else:
                self._flush()
                return result

    def _flush(self):
        data = self._outgoing.read()
        if data:
            socket.sendall(self, data)

    def _fill(self):
        try:
            data = socket.recv(self, 65536)
        except BlockingIOError:
            raise _want_read() from None
        except TimeoutError:
            raise TimeoutError('The read operation timed out') from None
        if data:
            self._incoming.write(data)
        else:
            self._incoming.write_eof()

    def do_handshake(self, block=False):
        self._run(self._session_state.do_handshake)

    def _plain(self):
        return self._session_state.stage == 'start'

    def read(self, len=1024, buffer=None):
        try:
            data = self._run(self._session_state.read, len)
        except SSLEOFError:
            if not self._suppress_ragged_eofs:
                raise
            data = b''
        if buffer is None:
            return data
        count = data.__len__()
        memoryview(buffer)[:count] = data
        return count

    def write(self, data):
        return self._run(self._session_state.write, data)

    def recv(self, buflen=1024, flags=0):
        return self.read(buflen)

    def recv_into(self, buffer, nbytes=None, flags=0):
        return self.read(nbytes or len(buffer) or 1024, buffer)

    def send(self, data, flags=0):
        return self.write(data)

    def sendall(self, data, flags=0):
        self.write(data)

    def sendfile(self, file, offset=0, count=None):
        return self._sendfile_use_send(file, offset, count)

    def recvfrom(self, buflen=1024, flags=0):
        raise ValueError('recvfrom not allowed on instances of %s' % self.__class__)

    def sendto(self, data, flags_or_addr, addr=None):
        raise ValueError('sendto not allowed on instances of %s' % self.__class__)

    def connect(self, addr):
        if self.server_side:
            raise ValueError("can't connect in server-side mode")
        if self._connected:
            raise ValueError('attempt to connect already-connected SSLSocket!')
        socket.connect(self, addr)
        self._connected = True
        if self.do_handshake_on_connect:
            self.do_handshake()

    def accept(self):
        newsock, addr = socket.accept(self)
        newsock = self.context.wrap_socket(newsock, do_handshake_on_connect=self.do_handshake_on_connect,
                                           suppress_ragged_eofs=self._suppress_ragged_eofs, server_side=True)
        return newsock, addr

    def unwrap(self):
        self._run(self._session_state.shutdown)
        return self

    def shutdown(self, how):
        socket.shutdown(self, how)


class SSLContext:
    """What connections have in common: what is trusted, what is shown, what is offered."""

    sslsocket_class = SSLSocket
    sslobject_class = SSLObject

    def __init__(self, protocol=None):
        self.protocol = PROTOCOL_TLS if protocol is None else _SSLMethod(protocol)
        self.options = Options.OP_ALL | Options.OP_NO_SSLv3 | Options.OP_NO_COMPRESSION
        self.verify_flags = VerifyFlags.VERIFY_X509_TRUSTED_FIRST
        self.minimum_version = TLSVersion.TLSv1_2
        self.maximum_version = TLSVersion.MAXIMUM_SUPPORTED
        self.post_handshake_auth = False
        self.keylog_filename = None
        self.sni_callback = None
        self.hostname_checks_common_name = True
        self._alpn = []
        self._own_certificate = (['localhost'], 'self-signed certificate')
        self._trusts_more = False
        is_client = self.protocol == PROTOCOL_TLS_CLIENT
        self._verify_mode = CERT_REQUIRED if is_client else CERT_NONE
        self._check_hostname = is_client

    @property
    def verify_mode(self):
        return self._verify_mode

    @verify_mode.setter
    def verify_mode(self, mode):
        if mode == CERT_NONE and self._check_hostname:
            raise ValueError('Cannot set verify_mode to CERT_NONE when check_hostname is enabled.')
        self._verify_mode = VerifyMode(mode)

    @property
    def check_hostname(self):
        return self._check_hostname

    @check_hostname.setter
    def check_hostname(self, value):
        self._check_hostname = bool(value)
        if value and self._verify_mode == CERT_NONE:
            self._verify_mode = CERT_REQUIRED

    def load_cert_chain(self, certfile, keyfile=None, password=None):
        for name in (certfile, keyfile):
            if name is not None:
                open(name, 'rb').close()

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        if cafile is None and capath is None and cadata is None:
            raise TypeError('cafile, capath and cadata cannot be all omitted')
        if cafile is not None:
            open(cafile, 'rb').close()
        self._trusts_more = True

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        pass

    def set_default_verify_paths(self):
        pass

    def set_ciphers(self, ciphers, /):
        pass

    def get_ciphers(self):
        return [{'name': 'TLS_AES_256_GCM_SHA384', 'protocol': 'TLSv1.3'}]

    def get_ca_certs(self, binary_form=False):
        return []

    def set_alpn_protocols(self, alpn_protocols):
        self._alpn = list(alpn_protocols)

    def set_npn_protocols(self, npn_protocols):
        pass

    def cert_store_stats(self):
        return {'x509': 0, 'crl': 0, 'x509_ca': 0}

    def session_stats(self):
        return {}

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                    server_hostname=None, session=None):
        return self.sslsocket_class._create(
            sock=sock, server_side=server_side, do_handshake_on_connect=do_handshake_on_connect,
            suppress_ragged_eofs=suppress_ragged_eofs, server_hostname=server_hostname, context=self, session=session)

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        return self.sslobject_class._create(incoming, outgoing, server_side=server_side,
                                            server_hostname=server_hostname, session=session, context=self)


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    """Create a SSLContext object with default settings."""
    if not isinstance(purpose, Purpose):
        raise TypeError(purpose)
    if purpose == Purpose.SERVER_AUTH:
        context = SSLContext(PROTOCOL_TLS_CLIENT)
    elif purpose == Purpose.CLIENT_AUTH:
        context = SSLContext(PROTOCOL_TLS_SERVER)
    context.verify_flags |= VerifyFlags.VERIFY_X509_PARTIAL_CHAIN | VerifyFlags.VERIFY_X509_STRICT
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    return context


def _create_unverified_context(protocol=None, *, cert_reqs=CERT_NONE, check_hostname=False, purpose=Purpose.SERVER_AUTH,
                               certfile=None, keyfile=None, cafile=None, capath=None, cadata=None):
    context = SSLContext(PROTOCOL_TLS_CLIENT if purpose == Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER)
    context.check_hostname = check_hostname
    context.verify_mode = cert_reqs
    if certfile or keyfile:
        context.load_cert_chain(certfile, keyfile)
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    return context


_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context


def get_protocol_name(protocol_code):
    return _SSLMethod(protocol_code).name.removeprefix('PROTOCOL_')


def RAND_bytes(num, /):
    from os import urandom
    return urandom(num)


def RAND_status():
    return True
