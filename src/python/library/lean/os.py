"""The module os of a process with files in memory: names, paths as text, an environment of its own."""
import abc
import sys
from collections import namedtuple
from _collections_abc import MutableMapping, _check_methods
from types import GenericAlias
from posix import (WEXITSTATUS, WIFEXITED, WIFSIGNALED, WTERMSIG, _environment, _exit_now, access, chdir, chmod, close, dup, dup2, fstat, ftruncate, get_inheritable, get_blocking, getcwd, getpid, getppid, kill, killpg, listdir, lseek, lstat, mkdir, open, pidfd_open, pipe, putenv as _putenv, read,
                   remove, rename, replace, rmdir, set_blocking, set_inheritable, stat, stat_result, strerror, unlink, unsetenv as _unsetenv, utime, wait, waitpid, waitstatus_to_exitcode, write)

name = 'posix'
sep = '/'
altsep = None
extsep = '.'
curdir = '.'
pardir = '..'
pathsep = ':'
defpath = '/bin:/usr/bin'
linesep = '\n'
devnull = '/dev/null'
error = OSError
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
supports_bytes_environ = False

_exists = globals().__contains__


class _Environ(MutableMapping):
    def __init__(self, data):
        self._data = data

    def __getitem__(self, key):
        try:
            return self._data[key]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        for part in (key, value):
            if not isinstance(part, str):
                raise TypeError('str expected, not %s' % type(part).__name__)
        _putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        _unsetenv(key)
        try:
            del self._data[key]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        yield from list(self._data)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        items = ', '.join(f'{key!r}: {value!r}' for key, value in self._data.items())
        return f'environ({{{items}}})'

    def copy(self):
        return dict(self)


environ = _Environ(_environment())


def getenv(key, default=None):
    """Get an environment variable, return None if it doesn't exist."""
    return environ.get(key, default)


putenv = _putenv
unsetenv = _unsetenv


def fspath(path):
    """Return the path representation of a path-like object."""
    if isinstance(path, (str, bytes)):
        return path
    path_type = type(path)
    try:
        path_repr = path_type.__fspath__(path)
    except AttributeError:
        if hasattr(path_type, '__fspath__'):
            raise
        raise TypeError("expected str, bytes or os.PathLike object, not " + path_type.__name__)
    except TypeError:
        if path_type.__fspath__ is None:
            raise TypeError("expected str, bytes or os.PathLike object, not " + path_type.__name__) from None
        raise
    if isinstance(path_repr, (str, bytes)):
        return path_repr
    raise TypeError("expected {}.__fspath__() to return str or bytes, not {}".format(
        path_type.__name__, type(path_repr).__name__))


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


class PathLike(abc.ABC):
    """Abstract base class for implementing the file system path protocol."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        """Return the file system path representation of the object."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return _check_methods(subclass, '__fspath__')
        return NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


def getuid():
    return 1000


getgid = geteuid = getegid = getuid


def getlogin():
    return 'user'


def cpu_count():
    return 1


process_cpu_count = cpu_count


def urandom(size, /):
    from random import SystemRandom, _inst
    if size < 0:
        raise ValueError('negative argument not allowed')
    return bytes(_inst.getrandbits(8) for _ in range(size))


_SYSTEM = {'SC_IOV_MAX': 1024, 'SC_PAGE_SIZE': 4096, 'SC_PAGESIZE': 4096, 'SC_OPEN_MAX': 1024, 'SC_NPROCESSORS_ONLN': 2}


def sysconf(name, /):
    try:
        return _SYSTEM[name]
    except KeyError:
        raise ValueError('unrecognized configuration name') from None


def _exit(status):
    if getppid() == 1:
        raise SystemExit(status)
    _exit_now(status)


def WIFSTOPPED(status):
    return False


def WSTOPSIG(status):
    return 0


WNOHANG = 1
WUNTRACED = 2
P_PID, P_PGID, P_ALL = 1, 2, 0


def get_exec_path(env=None):
    """The list of folders in which a program is looked for."""
    if env is None:
        env = environ
    return env.get('PATH', defpath).split(pathsep)


def system(command):
    """Execute the command in a subshell."""
    import subprocess
    status = subprocess.call(command, shell=True)
    return -status if status < 0 else status << 8


def popen(cmd, mode='r', buffering=-1):
    import subprocess
    import io
    if mode == 'r':
        process = subprocess.Popen(cmd, shell=True, text=True, stdout=subprocess.PIPE, bufsize=buffering)
        return _wrap_close(process.stdout, process)
    process = subprocess.Popen(cmd, shell=True, text=True, stdin=subprocess.PIPE, bufsize=buffering)
    return _wrap_close(process.stdin, process)


class _wrap_close:
    def __init__(self, stream, process):
        self._stream = stream
        self._process = process

    def close(self):
        self._stream.close()
        status = self._process.wait()
        return None if status == 0 else status << 8

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def fork():
    raise NotImplementedError("os.fork(): a simulated process begins anew; use subprocess, or multiprocessing's 'spawn'")


def abort():
    raise SystemExit(134)


class terminal_size(namedtuple('terminal_size', 'columns lines')):
    """A tuple of (columns, lines) for holding terminal window size"""

    def __new__(cls, sizes):
        return super().__new__(cls, *sizes)

    def __repr__(self):
        return f'os.terminal_size(columns={self.columns}, lines={self.lines})'


def get_terminal_size(fd=1, /):
    raise OSError(25, 'Inappropriate ioctl for device')


def isatty(fd, /):
    return False


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    pass


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = posixpath.join(folder, name)

    def __fspath__(self):
        return self.path

    def is_dir(self, *, follow_symlinks=True):
        return posixpath.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return posixpath.isfile(self.path)

    def is_symlink(self):
        return False

    is_junction = is_symlink

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def inode(self):
        return self.stat().st_ino

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'


class scandir:
    def __init__(self, path='.'):
        path = fspath(path)
        self._entries = iter([DirEntry(path, name) for name in listdir(path)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


def makedirs(name, mode=0o777, exist_ok=False):
    """Super-mkdir; create a leaf directory and all intermediate ones."""
    head, tail = posixpath.split(name)
    if not tail:
        head, tail = posixpath.split(head)
    if head and tail and not posixpath.exists(head):
        makedirs(head, exist_ok=exist_ok)
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not posixpath.isdir(name):
            raise


def removedirs(name):
    """Super-rmdir; remove a leaf directory and all empty intermediate ones."""
    rmdir(name)
    head = posixpath.dirname(name)
    while head:
        try:
            rmdir(head)
        except OSError:
            break
        head = posixpath.dirname(head)


_walk_symlinks_as_files = object()


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Directory tree generator."""
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    dirs = [name for name in names if posixpath.isdir(posixpath.join(top, name))]
    files = [name for name in names if name not in dirs]
    if topdown:
        yield top, dirs, files
    for name in dirs:
        yield from walk(posixpath.join(top, name), topdown, onerror, followlinks)
    if not topdown:
        yield top, dirs, files


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def fsync(fd):
    pass


class statvfs_result(namedtuple('statvfs_result', 'f_bsize f_frsize f_blocks f_bfree f_bavail f_files f_ffree f_favail f_flag f_namemax')):
    pass


def statvfs(path, /):
    stat(path)
    return statvfs_result(4096, 4096, 16384, 16384, 16384, 65536, 65536, 65536, 0, 255)


class uname_result(namedtuple('uname_result', 'sysname nodename release version machine')):
    def __repr__(self):
        return 'posix.' + super().__repr__()


def uname():
    from _socket import gethostname
    return uname_result('Linux', gethostname(), '6.1.0', '#1 SMP', 'x86_64')


def confstr(name, /):
    if name != 'CS_GNU_LIBC_VERSION':
        raise ValueError('unrecognized configuration name')
    return 'glibc 2.36'


EX_OK, EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_IOERR, EX_TEMPFAIL, EX_CONFIG = 0, 64, 65, 66, 69, 70, 71, 74, 75, 78


def umask(mask, /):
    return 0o022


def readlink(path, *, dir_fd=None):
    raise OSError(22, 'Invalid argument', path)


def _get_exports_list(module):
    return [name for name in dir(module) if name[0] != '_']


import posixpath
path = posixpath
sys.modules['os.path'] = posixpath
supports_follow_symlinks = supports_dir_fd = supports_fd = supports_effective_ids = set()
