"""A part of termios: the names that tty is written with. No file of a run is a terminal, and every question about one says so."""

ECHO, ECHOE, ECHOK, ECHONL = 8, 16, 32, 64
ICANON, IEXTEN, ISIG, NOFLSH, TOSTOP = 2, 32768, 1, 128, 256
BRKINT, ICRNL, IGNBRK, IGNCR, IGNPAR, INLCR, INPCK, ISTRIP, IXANY, IXOFF, IXON, PARMRK = (
    2, 256, 1, 128, 4, 64, 16, 32, 2048, 4096, 1024, 8)
OPOST, ONLCR = 1, 4
CSIZE, CS5, CS6, CS7, CS8, CSTOPB, CREAD, PARENB, PARODD, HUPCL, CLOCAL = 48, 0, 16, 32, 48, 64, 128, 256, 512, 1024, 2048
VINTR, VQUIT, VERASE, VKILL, VEOF, VTIME, VMIN = 0, 1, 2, 3, 4, 5, 6
TCSANOW, TCSADRAIN, TCSAFLUSH = 0, 1, 2
TCIFLUSH, TCOFLUSH, TCIOFLUSH = 0, 1, 2


class error(Exception):
    pass


def _refuse(fd):
    number = fd if isinstance(fd, int) else fd.fileno()
    if number < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({number})')
    raise error(25, 'Inappropriate ioctl for device')


def tcgetattr(fd, /):
    """Get the tty attributes for file descriptor fd."""
    _refuse(fd)


def tcsetattr(fd, when, attributes, /):
    """Set the tty attributes for file descriptor fd."""
    _refuse(fd)


def tcflush(fd, queue, /):
    """Discard queued data on file descriptor fd."""
    _refuse(fd)


def tcdrain(fd, /):
    """Wait until all output written to file descriptor fd has been transmitted."""
    _refuse(fd)
