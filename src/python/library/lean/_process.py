"""What a simulated process needs that CPython does in C at its beginning and end, and the small programs that it has besides python."""
import sys


def redirect(descriptors):
    """The standard streams that are pipes or files, opened as CPython opens them: stderr by lines, the others in blocks."""
    for fd in descriptors:
        name, mode = (('stdin', 'r'), ('stdout', 'w'), ('stderr', 'w'))[fd]
        stream = open(fd, mode, closefd=False, errors='backslashreplace' if fd == 2 else None)
        if fd == 2:
            stream.reconfigure(line_buffering=True)
        setattr(sys, name, stream)
        setattr(sys, f'__{name}__', stream)


def flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            pass


def run(program):
    """Runs a small program; its arguments are in sys.argv."""
    try:
        status = _PROGRAMS[program](sys.argv[1:])
    except BrokenPipeError:
        status = 141
    except _Failure as failure:
        print(f'{program}: {failure}', file=sys.stderr)
        status = 1
    sys.exit(status or 0)


class _Failure(Exception):
    pass


def _text_of(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError as error:
        raise _Failure(f'{path}: {error.strerror}') from None


def _input(paths):
    return ''.join(map(_text_of, paths)) if paths else sys.stdin.read()


def _echo(args):
    newline = '' if args[:1] == ['-n'] else '\n'
    sys.stdout.write(' '.join(args[1:] if not newline else args) + newline)


def _cat(args):
    if args:
        for path in args:
            sys.stdout.write(_text_of(path))
        return
    # As it comes: what one line of a pipe brings goes out at once.
    for line in iter(sys.stdin.readline, ''):
        sys.stdout.write(line)
        sys.stdout.flush()


_UNITS = {'s': 1, 'm': 60, 'h': 3600, 'd': 86400}


def _sleep(args):
    import time
    if not args:
        raise _Failure('missing operand')
    seconds = 0.0
    for arg in args:
        try:
            seconds += float(arg[:-1]) * _UNITS[arg[-1]] if arg[-1:] in _UNITS else float(arg)
        except ValueError:
            raise _Failure(f'invalid time interval \u2018{arg}\u2019') from None
    time.sleep(seconds)


def _ls(args):
    import os
    paths = [arg for arg in args if not arg.startswith('-')] or ['.']
    for path in paths:
        try:
            names = sorted(os.listdir(path)) if os.path.isdir(path) else [path] if os.path.exists(path) else None
        except OSError:
            names = None
        if names is None:
            print(f"ls: cannot access '{path}': No such file or directory", file=sys.stderr)
            return 2
        for name in names:
            if not name.startswith('.'):
                print(name)


def _pwd(args):
    import os
    print(os.getcwd())


def _env(args):
    import os
    for key, value in os.environ.items():
        print(f'{key}={value}')


def _printenv(args):
    import os
    if not args:
        return _env(args)
    for name in args:
        if name not in os.environ:
            return 1
        print(os.environ[name])


def _count(args):
    """The number after -n, or behind a dash; and the rest of the arguments."""
    if args[:1] == ['-n']:
        return int(args[1]), args[2:]
    if args and args[0][:1] == '-' and args[0][1:].isdigit():
        return int(args[0][1:]), args[1:]
    return 10, args


def _head(args):
    count, paths = _count(args)
    lines = _input(paths).splitlines(keepends=True) if paths else iter(sys.stdin.readline, '')
    for _, line in zip(range(count), lines):
        sys.stdout.write(line)


def _tail(args):
    count, paths = _count(args)
    sys.stdout.write(''.join(_input(paths).splitlines(keepends=True)[-count:]))


def _wc(args):
    options = ''.join(arg[1:] for arg in args if arg.startswith('-'))
    text = _input([arg for arg in args if not arg.startswith('-')])
    counts = {'l': text.count('\n'), 'w': len(text.split()), 'c': len(text.encode())}
    print(' '.join(f'{counts[letter]}' for letter in 'lwc' if letter in (options or 'lwc')))


def _sort(args):
    lines = _input([arg for arg in args if not arg.startswith('-')]).splitlines()
    for line in sorted(lines, reverse='-r' in args):
        print(line)


def _seq(args):
    numbers = [int(arg) for arg in args]
    first, step, last = (1, 1, numbers[0]) if len(numbers) == 1 else (numbers[0], 1, numbers[1]) if len(numbers) == 2 else numbers
    for number in range(first, last + (1 if step > 0 else -1), step):
        print(number)


def _yes(args):
    line = ' '.join(args) or 'y'
    while True:
        print(line)


def _kill(args):
    import os
    import signal
    number = signal.SIGTERM
    for arg in args:
        if arg.startswith('-'):
            name = arg[1:].removeprefix('SIG')
            number = int(name) if name.isdigit() else getattr(signal, f'SIG{name}')
        else:
            try:
                os.kill(int(arg), number)
            except ProcessLookupError:
                raise _Failure(f'({arg}) - No such process') from None


def _sh(args):
    import _shell
    return _shell.main(args)


def _redis_server(args):
    from _redis_server import main
    return main(args)


def _rabbitmq_server(args):
    from _rabbitmq_server import main
    return main(args)


_PROGRAMS = {
    'sh': _sh, 'bash': _sh, 'echo': _echo, 'cat': _cat, 'sleep': _sleep, 'true': lambda args: 0, 'false': lambda args: 1, 'ls': _ls,
    'pwd': _pwd, 'env': _env, 'printenv': _printenv, 'head': _head, 'tail': _tail, 'wc': _wc, 'sort': _sort, 'seq': _seq, 'yes': _yes,
    'kill': _kill, 'redis-server': _redis_server, 'rabbitmq-server': _rabbitmq_server,
}
