"""The small commands: `celery -A app inspect active`, `status`, `purge -f`, `call tasks.add -a '[1, 2]'`."""
import json
import pprint
import sys

COMMANDS = ('inspect', 'control', 'status', 'purge', 'call', 'result')


def add_options(parser, name):
    if name in ('inspect', 'control', 'status'):
        parser.add_argument('-t', '--timeout', type=float, default=1.0)
        parser.add_argument('-d', '--destination', default='')
        parser.add_argument('-j', '--json', action='store_true')
    if name in ('inspect', 'control'):
        parser.add_argument('method')
        parser.add_argument('arguments', nargs='*')
    if name == 'purge':
        parser.add_argument('-f', '--force', action='store_true')
    if name == 'call':
        parser.add_argument('name')
        parser.add_argument('-a', '--args', type=json.loads, default=[])
        parser.add_argument('-k', '--kwargs', type=json.loads, default={})
        parser.add_argument('--countdown', type=float)
        parser.add_argument('--queue')
    if name == 'result':
        parser.add_argument('task_id')


def run(app, options):
    """Gives the exit code."""
    return globals()[f'_{options.command}'](app, options)


def _ask(app, options, method, arguments=None):
    destination = [name for name in options.destination.split(',') if name] or None
    answers = app.control.broadcast(method, arguments, destination, reply=True, timeout=options.timeout)
    if not answers:
        print('Error: No nodes replied within time constraint', file=sys.stderr)
    return {name: answer for each in answers for name, answer in each.items()}


def _show(answers, as_json, is_quiet=False):
    """Gives the exit code: 69 is that nobody is there."""
    if not answers:
        return 69
    if as_json:
        print(json.dumps(answers))
        return 0
    for name, answer in answers.items():
        how, text = _said(answer)
        print(f'->  {name}: {how}')
        if not is_quiet:
            print(_indented(text))
    count = len(answers)
    print(f"\n{count} {'node' if count == 1 else 'nodes'} online.")
    return 0


def _said(answer):
    """How it went, and in words what."""
    if isinstance(answer, dict) and 'ok' in answer:
        return 'OK', _indented(_said(answer['ok'])[1])
    if isinstance(answer, dict) and 'error' in answer:
        return 'ERROR', _indented(_said(answer['error'])[1])
    if isinstance(answer, dict):
        return 'OK', json.dumps(answer, sort_keys=True, indent=4)
    if isinstance(answer, list):
        return 'OK', '\n'.join(f'* {one}' for one in answer) or '- empty -'
    return 'OK', answer if isinstance(answer, str) else pprint.pformat(answer)


def _indented(text):
    return '\n'.join(f'    {line}' for line in text.split('\n'))


def _inspect(app, options):
    names = {'query_task': 'ids', 'registered': 'taskinfoitems'}
    arguments = {names[options.method]: options.arguments} if options.method in names and options.arguments else {}
    return _show(_ask(app, options, options.method, arguments), options.json)


#: Of each command, what its words are.
_WORDS = {
    'revoke': ('task_id',), 'terminate': ('signal', 'task_id'), 'rate_limit': ('task_name', 'rate_limit'),
    'time_limit': ('task_name', 'soft', 'hard'), 'add_consumer': ('queue', 'exchange', 'exchange_type', 'routing_key'),
    'cancel_consumer': ('queue',), 'shutdown': (),
}


def _control(app, options):
    arguments = dict(zip(_WORDS.get(options.method, ()), options.arguments))
    for name in ('soft', 'hard'):
        if name in arguments:
            arguments[name] = float(arguments[name])
    return _show(_ask(app, options, options.method, arguments), options.json)


def _status(app, options):
    return _show(_ask(app, options, 'ping'), options.json, is_quiet=True)


def _purge(app, options):
    queues = app.queues
    headline = 'queue' if len(queues) == 1 else 'queues'
    if not options.force:
        print(f"WARNING:This will remove all tasks from {headline}: {', '.join(sorted(queues))}.\n"
              '         There is no undo for this operation!\n\n(to skip this prompt use the -f option)')
        if input('Are you sure you want to delete all tasks? [y/N]: ').lower() not in ('y', 'yes'):
            print('Aborted!', file=sys.stderr)
            return 1
    count = app.control.purge()
    if count:
        print(f"Purged {count} {'message' if count == 1 else 'messages'} from {len(queues)} known task {headline}.")
    else:
        print(f'No messages purged from {len(queues)} {headline}.')
    return 0


def _call(app, options):
    print(app.send_task(options.name, options.args, options.kwargs, countdown=options.countdown, queue=options.queue).id)
    return 0


def _result(app, options):
    print(app.AsyncResult(options.task_id).get())
    return 0
