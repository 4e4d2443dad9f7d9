"""A small /bin/sh for `shell=True`: words and quotes, variables, `;`, `&&`, `||`, `|`, `&`, redirections, `cd`, `exit`, `export`.

It has no loops, functions or substitutions; these end with status 2 and say so."""
import os
import re
import subprocess
import sys

_OPERATORS = ('&&', '||', '2>&1', '>&2', '1>&2', '2>>', '2>', '>>', '>', '<', ';', '|', '&', '(', ')', '\n')
_KEYWORDS = {'for', 'while', 'until', 'if', 'case', 'function', '{'}
_NAME = re.compile(r'\$(?:(\w+)|\{(\w+)\}|([?$!#]))')


class _ShellError(Exception):
    pass


class _Operator(str):
    pass


class _Shell:
    def __init__(self, arguments):
        self.arguments = arguments
        self.status = 0
        self.last_background = None

    def value(self, found):
        name = found[1] or found[2] or found[3]
        if name == '?':
            return str(self.status)
        if name == '$':
            return str(os.getpid())
        if name == '!':
            return str(self.last_background or '')
        if name.isdigit():
            return self.arguments[int(name)] if int(name) < len(self.arguments) else ''
        return os.environ.get(name, '')

    def expand(self, text):
        if '$(' in text or '`' in text:
            raise _ShellError('this shell has no command substitution')
        return _NAME.sub(self.value, text)

    def words(self, line):
        """Words and operators, in order. A word is expanded when it is read: `$?` is that of the list before."""
        at = 0
        while at < len(line):
            if line[at] in ' \t':
                at += 1
                continue
            if line[at] == '#':
                while at < len(line) and line[at] != '\n':
                    at += 1
                continue
            operator = next((one for one in _OPERATORS if line.startswith(one, at)), None)
            if operator is not None:
                yield _Operator(operator)
                at += len(operator)
                continue
            word, at = self.word(line, at)
            yield word

    def word(self, line, at):
        parts = []
        while at < len(line) and line[at] not in ' \t\n;|&<>()':
            quote = line[at]
            if quote in '\'"':
                end = at + 1
                while end < len(line) and line[end] != quote:
                    end += 2 if quote == '"' and line[end] == '\\' else 1
                if end >= len(line):
                    raise _ShellError(f'Syntax error: Unterminated quoted string')
                inner = line[at + 1:end]
                parts.append(inner if quote == "'" else self.expand(re.sub(r'\\(["\\$`])', r'\1', inner)))
                at = end + 1
            elif quote == '\\':
                parts.append(line[at + 1:at + 2])
                at += 2
            else:
                end = at
                while end < len(line) and line[end] not in ' \t\n;|&<>()\'"\\':
                    end += 1
                parts.append(self.expand(line[at:end]))
                at = end
        return ''.join(parts), at

    def run(self, line):
        """Runs a line of commands. The exit status is that of the last."""
        pipeline, command, redirections, connector = [], [], [], ';'
        tokens = self.words(line)
        pending = None

        def finish(background=False):
            nonlocal pipeline, command, redirections
            if command or redirections:
                pipeline.append((command, redirections))
            command, redirections = [], []
            stages, pipeline = pipeline, []
            if not stages:
                return
            if connector == '&&' and self.status != 0 or connector == '||' and self.status == 0:
                return
            self.pipeline(stages, background)

        for token in tokens:
            if pending is not None:
                redirections.append((pending, token))
                pending = None
            elif not isinstance(token, _Operator):
                if not command and token in _KEYWORDS:
                    raise _ShellError(f"this shell has no '{token}'")
                command.append(token)
            elif token in ('(', ')'):
                raise _ShellError('this shell has no subshells')
            elif token in ('>', '>>', '<', '2>', '2>>'):
                pending = token
            elif token in ('2>&1', '>&2', '1>&2'):
                redirections.append((token, None))
            elif token == '|':
                pipeline.append((command, redirections))
                command, redirections = [], []
            else:
                finish(token == '&')
                connector = token if token in ('&&', '||') else ';'
        finish()
        return self.status

    def pipeline(self, stages, background):
        if len(stages) == 1 and not background and self.builtin(*stages[0]):
            return
        processes = []
        source = None
        for number, (command, redirections) in enumerate(stages):
            is_last = number == len(stages) - 1
            process = self.start(command, redirections, source, None if is_last else subprocess.PIPE)
            if source is not None:
                source.close()
            source = process.stdout if process is not None and not is_last else None
            processes.append(process)
        if background:
            self.last_background = processes[-1] and processes[-1].pid
            self.status = 0
            return
        for process in processes:
            if process is None:
                self.status = 127
            else:
                code = process.wait()
                self.status = 128 - code if code < 0 else code

    def builtin(self, command, redirections):
        while command and re.match(r'[A-Za-z_]\w*=', command[0]) and len(command) == 1:
            name, value = command[0].split('=', 1)
            os.environ[name] = value
            self.status = 0
            return True
        name, args = (command[0], command[1:]) if command else ('', [])
        if name == 'exit':
            sys.stdout.flush()
            sys.exit(int(args[0]) & 255 if args else self.status)
        if name == 'cd':
            os.chdir(args[0] if args else os.environ['HOME'])
            self.status = 0
        elif name == 'export':
            for arg in args:
                key, _, value = arg.partition('=')
                os.environ[key] = value
            self.status = 0
        elif name in (':', 'wait'):
            self.status = 0
        else:
            return False
        return True

    def start(self, command, redirections, source, sink):
        if command[:1] == ['exec']:
            command = command[1:]
        environment = dict(os.environ)
        while command and re.match(r'[A-Za-z_]\w*=', command[0]):
            name, value = command[0].split('=', 1)
            environment[name] = value
            command = command[1:]
        streams = {'stdin': source, 'stdout': sink, 'stderr': None}
        opened = []
        for kind, path in redirections:
            if path is None:
                streams['stderr' if kind == '2>&1' else 'stdout'] = subprocess.STDOUT if kind == '2>&1' else 2
                continue
            name = 'stdin' if kind == '<' else 'stderr' if kind.startswith('2') else 'stdout'
            opened.append(open(path, 'r' if kind == '<' else 'a' if kind.endswith('>>') else 'w'))
            streams[name] = opened[-1]
        try:
            return subprocess.Popen(command, env=environment, **streams)
        except FileNotFoundError:
            print(f'sh: 1: {command[0]}: not found', file=sys.stderr, flush=True)
            return None
        finally:
            for file in opened:
                file.close()


def main(args):
    if args[:1] != ['-c']:
        print('sh: only `sh -c COMMAND` is there', file=sys.stderr)
        return 2
    try:
        return _Shell(args[2:] or [sys.argv[0]]).run(args[1])
    except _ShellError as error:
        print(f'sh: 1: {error}', file=sys.stderr)
        return 2
