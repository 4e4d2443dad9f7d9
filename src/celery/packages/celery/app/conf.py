"""Settings, with what Celery 5.6 takes when nothing is said."""
import importlib

DEFAULTS = {
    'accept_content': ['json'], 'broker_url': None, 'broker_read_url': None, 'broker_write_url': None, 'broker_heartbeat': 120,
    'broker_connection_timeout': 4, 'broker_connection_retry': True, 'broker_connection_retry_on_startup': None,
    'broker_connection_max_retries': 100, 'broker_pool_limit': 10, 'broker_transport_options': {}, 'beat_schedule': {},
    'beat_max_loop_interval': 0, 'beat_schedule_filename': 'celerybeat-schedule', 'beat_sync_every': 0,
    'beat_scheduler': 'celery.beat:PersistentScheduler',
    'control_exchange': 'celery', 'control_queue_ttl': 300.0, 'control_queue_expires': 10.0, 'event_queue_ttl': 5.0,
    'event_queue_expires': 60.0, 'enable_utc': True, 'imports': (), 'include': (), 'result_backend': None, 'result_expires': 86400,
    'result_chord_retry_interval': 1.0, 'result_chord_join_timeout': 3.0, 'result_extended': False, 'result_persistent': None,
    'result_serializer': 'json', 'task_acks_late': False, 'task_acks_on_failure_or_timeout': True, 'task_always_eager': False,
    'task_annotations': None, 'task_create_missing_queues': True, 'task_default_delivery_mode': 2, 'task_default_exchange': None,
    'task_default_exchange_type': 'direct', 'task_default_priority': None, 'task_default_queue': 'celery',
    'task_default_rate_limit': None, 'task_default_routing_key': None, 'task_eager_propagates': False, 'task_ignore_result': False,
    'task_publish_retry': True,
    'task_publish_retry_policy': {'max_retries': 3, 'interval_start': 0, 'interval_max': 1, 'interval_step': 0.2},
    'task_queues': None, 'task_reject_on_worker_lost': None, 'task_routes': None,
    'task_serializer': 'json', 'task_soft_time_limit': None, 'task_store_eager_result': False,
    'task_store_errors_even_if_ignored': False, 'task_time_limit': None, 'task_track_started': False, 'timezone': None,
    'worker_cancel_long_running_tasks_on_connection_loss': False, 'worker_enable_prefetch_count_reduction': True,
    'worker_concurrency': None, 'worker_hijack_root_logger': True, 'worker_lost_wait': 10.0, 'worker_max_tasks_per_child': None,
    'worker_deduplicate_successful_tasks': False, 'worker_disable_rate_limits': False, 'worker_enable_remote_control': True,
    'worker_pool': 'prefork', 'worker_state_db': None, 'worker_prefetch_multiplier': 4, 'worker_redirect_stdouts': True,
    'worker_redirect_stdouts_level': 'WARNING', 'worker_send_task_events': False,
    'worker_log_format': '[%(asctime)s: %(levelname)s/%(processName)s] %(message)s',
    'worker_task_log_format': '[%(asctime)s: %(levelname)s/%(processName)s] %(task_name)s[%(task_id)s]: %(message)s',
}

#: Names of Celery 3, and what they are called since; all others only lost their prefix.
_OLD = {
    'CELERY_ACKS_LATE': 'task_acks_late', 'CELERY_ALWAYS_EAGER': 'task_always_eager', 'CELERY_DEFAULT_QUEUE': 'task_default_queue',
    'CELERY_IGNORE_RESULT': 'task_ignore_result', 'CELERY_IMPORTS': 'imports', 'CELERY_QUEUES': 'task_queues',
    'CELERY_RESULT_BACKEND': 'result_backend', 'CELERY_ROUTES': 'task_routes', 'CELERY_TASK_RESULT_EXPIRES': 'result_expires',
    'CELERY_TASK_SERIALIZER': 'task_serializer', 'CELERY_TRACK_STARTED': 'task_track_started', 'CELERYD_CONCURRENCY': 'worker_concurrency',
    'CELERYD_PREFETCH_MULTIPLIER': 'worker_prefetch_multiplier', 'CELERYD_TASK_TIME_LIMIT': 'task_time_limit',
    'CELERYD_TASK_SOFT_TIME_LIMIT': 'task_soft_time_limit', 'CELERYBEAT_SCHEDULE': 'beat_schedule',
}


class Settings(dict):
    """By name, as attributes and as a dict."""

    def __init__(self, values):
        super().__init__(DEFAULTS)
        self.update(values)

    def update(self, *args, **values):
        for name, value in dict(*args, **values).items():
            super().__setitem__(_new_name(name), value)

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"'Settings' object has no attribute '{name}'") from None

    def __setattr__(self, name, value):
        self[_new_name(name)] = value

    def table(self, with_defaults=False):
        """What has been set, or everything."""
        return {name: value for name, value in self.items() if with_defaults or value != DEFAULTS.get(name)}

    def load(self, source, namespace=None):
        """From an object or the name of a module; with a namespace, what begins with it and is upper case."""
        if isinstance(source, str):
            source = _imported(source)
        names = source if isinstance(source, dict) else [name for name in dir(source) if not name.startswith('_')]
        found = {name: source[name] if isinstance(source, dict) else getattr(source, name) for name in names}
        if namespace is not None:
            prefix = f'{namespace}_'
            found = {name[len(prefix):].lower(): value for name, value in found.items() if name.startswith(prefix)}
        self.update({name: value for name, value in found.items() if _new_name(name) in DEFAULTS})


def _new_name(name):
    return _OLD.get(name) or (name.lower() if name.isupper() else name)


def _imported(name):
    module, _, attribute = name.partition(':')
    if attribute:
        return getattr(importlib.import_module(module), attribute)
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError:
        parent, _, attribute = module.rpartition('.')
        if not parent:
            raise
        return getattr(importlib.import_module(parent), attribute)
