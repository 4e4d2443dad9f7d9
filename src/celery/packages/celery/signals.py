"""What apps, workers and beat tell whoever has connected."""
from .utils.dispatch import Signal

# Tasks, where they are sent.
before_task_publish = Signal(
    {'body', 'exchange', 'routing_key', 'headers', 'properties', 'declare', 'retry_policy'}, 'before_task_publish')
after_task_publish = Signal({'body', 'exchange', 'routing_key'}, 'after_task_publish')

# Tasks, in the worker that has received them.
task_received = Signal({'request'}, 'task_received')
task_revoked = Signal({'request', 'terminated', 'signum', 'expired'}, 'task_revoked')
task_rejected = Signal({'message', 'exc'}, 'task_rejected')
task_unknown = Signal({'message', 'exc', 'name', 'id'}, 'task_unknown')

# Tasks, where they run.
task_prerun = Signal({'task_id', 'task', 'args', 'kwargs'}, 'task_prerun')
task_postrun = Signal({'task_id', 'task', 'args', 'kwargs', 'retval'}, 'task_postrun')
task_success = Signal({'result'}, 'task_success')
task_retry = Signal({'request', 'reason', 'einfo'}, 'task_retry')
task_failure = Signal({'task_id', 'exception', 'args', 'kwargs', 'traceback', 'einfo'}, 'task_failure')

# Workers.
celeryd_init = Signal({'instance', 'conf', 'options'}, 'celeryd_init')
celeryd_after_setup = Signal({'instance', 'conf'}, 'celeryd_after_setup')
import_modules = Signal(name='import_modules')
worker_init = Signal(name='worker_init')
worker_process_init = Signal(name='worker_process_init')
worker_process_shutdown = Signal({'pid', 'exitcode'}, 'worker_process_shutdown')
worker_ready = Signal(name='worker_ready')
worker_shutdown = Signal(name='worker_shutdown')
worker_shutting_down = Signal({'sig', 'how', 'exitcode'}, 'worker_shutting_down')

# Logs. Whoever connects with the first sets them up instead of Celery.
setup_logging = Signal({'loglevel', 'logfile', 'format', 'colorize'}, 'setup_logging')
after_setup_logger = Signal({'logger', 'loglevel', 'logfile', 'format', 'colorize'}, 'after_setup_logger')
after_setup_task_logger = Signal({'logger', 'loglevel', 'logfile', 'format', 'colorize'}, 'after_setup_task_logger')

# Beat.
beat_init = Signal(name='beat_init')
beat_embedded_init = Signal(name='beat_embedded_init')
