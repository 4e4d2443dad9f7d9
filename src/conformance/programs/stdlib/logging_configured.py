"""logging.config and logging.handlers: loggers set up from a dict, handlers that buffer, rotate and queue."""
import io
import logging
import logging.config
import logging.handlers
import os
import queue
import sys
import tempfile

logging.config.dictConfig({
    'version': 1,
    'formatters': {'brief': {'format': '%(levelname)s:%(name)s:%(message)s'}, 'own': {'()': 'logging.Formatter', 'fmt': '[%(message)s]'}},
    'filters': {'db': {'name': 'app.db'}},
    'handlers': {
        'out': {'class': 'logging.StreamHandler', 'level': 'INFO', 'formatter': 'brief', 'stream': 'ext://sys.stdout'},
        'own': {'class': 'logging.StreamHandler', 'formatter': 'own', 'filters': ['db'], 'stream': 'ext://sys.stdout'},
    },
    'loggers': {'app': {'level': 'DEBUG', 'handlers': ['out'], 'propagate': False}, 'app.db': {'handlers': ['own']}},
    'root': {'level': 'WARNING', 'handlers': ['out']},
})
log = logging.getLogger('app')
log.debug('not shown')
log.info('shown %s', 1)
logging.getLogger('app.db').warning('from the data base')
logging.getLogger('other').info('not shown')
logging.getLogger('other').error('shown')
for broken in ({}, {'version': 2}, {'version': 1, 'handlers': {'x': {'class': 'logging.Missing'}}}, {'version': 1, 'root': {'handlers': ['x']}}, {'version': 1, 'loggers': {'a': {'level': 'LOUD'}}}):
    try:
        logging.config.dictConfig(broken)
    except Exception as error:
        print(type(error).__name__, '|', error, '|', error.__cause__)

config = '''
[loggers]
keys=root,file
[handlers]
keys=console
[formatters]
keys=plain
[logger_root]
level=ERROR
handlers=console
[logger_file]
level=INFO
handlers=console
propagate=0
qualname=file
[handler_console]
class=StreamHandler
formatter=plain
args=(sys.stdout,)
[formatter_plain]
format=%(name)s says %(message)s
'''
logging.config.fileConfig(io.StringIO(config))
logging.getLogger('file').info('configured by a file')
log.info('disabled by it')
print(log.disabled)

records = queue.Queue()
target = logging.StreamHandler(sys.stdout)
target.setFormatter(logging.Formatter('%(threadName)s %(message)s'))
listener = logging.handlers.QueueListener(records, target, respect_handler_level=True)
quiet = logging.getLogger('queued')
quiet.propagate = False
quiet.setLevel(logging.INFO)
quiet.addHandler(logging.handlers.QueueHandler(records))
quiet.info('through a queue: %d', 5)
listener.handle(listener.dequeue(False))
print(records.empty())

memory = logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=target)
buffered = logging.getLogger('buffered')
buffered.propagate = False
buffered.setLevel(logging.DEBUG)
buffered.addHandler(memory)
for number in range(4):
    buffered.debug('kept %d', number)
    print('after', number)
buffered.error('all out')

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'app.log')
    rotating = logging.handlers.RotatingFileHandler(path, maxBytes=40, backupCount=2)
    buffered.handlers = [rotating]
    for number in range(6):
        buffered.warning('line number %d', number)
    rotating.close()
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name)) as file:
            print(name, file.read().split('\n'))
    timed = logging.handlers.TimedRotatingFileHandler(path, when='midnight', backupCount=1, delay=True)
    print(timed.suffix, timed.when, timed.interval)
    watched = logging.handlers.WatchedFileHandler(path)
    buffered.handlers = [watched]
    buffered.warning('watched')
    watched.close()
print(logging.handlers.QueueHandler.__mro__[1].__name__, logging.getHandlerNames() if hasattr(logging, 'getHandlerNames') else '')
