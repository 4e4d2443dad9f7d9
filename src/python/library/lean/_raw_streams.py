"""What open() gives for the descriptor of a pipe or a socket; files have streams of their own."""

import io
import os

_CHUNK = 8192


class FileIO(io.RawIOBase):
    """A pipe or a socket by its descriptor."""

    def __init__(self, file, mode='r', closefd=True, opener=None):
        self.name = self._fd = file
        self.mode = 'rb+' if '+' in mode else 'rb' if 'r' in mode else 'wb'
        self.closefd = closefd

    def fileno(self):
        self._checkClosed()
        return self._fd

    def readable(self):
        return self.mode != 'wb'

    def writable(self):
        return self.mode != 'rb'

    def read(self, size=-1, /):
        self._checkClosed()
        if size is None or size < 0:
            return self.readall()
        try:
            return os.read(self._fd, size)
        except BlockingIOError:
            return None

    def readall(self):
        parts = []
        while data := os.read(self._fd, _CHUNK):
            parts.append(data)
        return b''.join(parts)

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        if data is None:
            return None
        buffer[:len(data)] = data
        return len(data)

    def write(self, data, /):
        self._checkClosed()
        try:
            return os.write(self._fd, data)
        except BlockingIOError:
            return None

    def close(self):
        if not self.closed:
            super().close()
            if self.closefd:
                os.close(self._fd)


def open_descriptor(fd, mode, buffering, encoding, errors, newline, closefd):
    """What open() gives for a pipe or a socket."""
    raw = FileIO(fd, mode, closefd)
    if buffering == 0:
        return raw
    size = buffering if buffering > 1 else _CHUNK
    if '+' in mode:
        buffered = io.BufferedRWPair(raw, raw, size)
    else:
        buffered = (io.BufferedReader if 'r' in mode else io.BufferedWriter)(raw, size)
    if 'b' in mode:
        return buffered
    text = io.TextIOWrapper(buffered, encoding, errors, newline, buffering == 1)
    text.mode = mode
    return text
