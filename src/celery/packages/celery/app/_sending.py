"""How a call becomes a message."""
import os
import socket
from datetime import datetime, timedelta, timezone

import _kombu
from kombu import Exchange, Producer, Queue

from .. import signals, states
from .._state import get_task

#: Longer arguments are shown cut.
_SHOWN_MAX = 1024


def send(app, name, args=None, kwargs=None, task_id=None, countdown=None, eta=None, expires=None, link=None, link_error=None,
         queue=None, exchange=None, routing_key=None, priority=None, retries=0, chain=None, chord=None, group_id=None,
         group_index=None, root_id=None, parent_id=None, reply_to=None, time_limit=None, soft_time_limit=None, ignore_result=False,
         shadow=None, connection=None, add_to_parent=True, headers=None, delivery_mode=None, **properties):
    task_id = task_id or app.new_id()
    args, kwargs = list(args or ()), dict(kwargs or {})
    parent = get_task()
    if parent is not None and not parent.request.called_directly:
        root_id = root_id or parent.request.root_id or parent.request.id
        parent_id = parent_id or parent.request.id
    now = datetime.now(timezone.utc)
    eta = _moment(now, countdown if countdown is not None else eta)
    expires_at = _moment(now, expires)
    sent = {
        'lang': 'py', 'task': name, 'id': task_id, 'shadow': shadow, 'eta': eta and eta.isoformat(),
        'expires': expires_at and expires_at.isoformat(), 'group': group_id, 'group_index': group_index, 'retries': retries,
        'timelimit': [time_limit, soft_time_limit], 'root_id': root_id or task_id, 'parent_id': parent_id,
        'argsrepr': _shown(tuple(args)), 'kwargsrepr': _shown(kwargs), 'origin': f'gen{os.getpid()}@{socket.gethostname()}',
        'ignore_result': bool(ignore_result), 'replaced_task_nesting': 0, 'stamped_headers': None, 'stamps': {}, **(headers or {}),
    }
    body = [args, kwargs, {'callbacks': _list(link), 'errbacks': _list(link_error), 'chain': chain, 'chord': chord}]
    entity, exchange, routing_key = route(app, name, queue, exchange, routing_key)
    declare = [entity] if entity is not None else []
    if not ignore_result:
        app.backend.expect(task_id)
    properties.update(
        correlation_id=task_id, reply_to=_reply_to(app, reply_to, ignore_result),
        priority=app.conf.task_default_priority if priority is None else priority)
    to = {'exchange': exchange, 'routing_key': routing_key}
    signals.before_task_publish.send(
        name, body=body, **to, declare=declare, headers=sent, properties=properties, retry_policy=app.conf.task_publish_retry_policy)
    producer = Producer(connection or app.producing)
    if retries == 0:
        _kombu.celery_task(task_id, name, states.PENDING, '')
    producer.publish(
        body, **to, headers=sent, declare=declare, delivery_mode=delivery_mode or app.conf.task_default_delivery_mode,
        expiration=None if expires_at is None else max(0, (expires_at - now).total_seconds()),
        label=f'{name}{_call(args, kwargs)}', retry=app.conf.task_publish_retry, retry_policy=app.conf.task_publish_retry_policy,
        **properties)
    signals.after_task_publish.send(name, body=body, headers=sent, **to)
    result = app.AsyncResult(task_id, task_name=name)
    if add_to_parent and parent is not None and retries == 0:
        parent.request.children.append(result)
    return result


def _reply_to(app, reply_to, ignore_result):
    """The queue for its result; '': nobody waits there for it."""
    return reply_to or (None if ignore_result else app.backend.reply_to) or ''


def queues_of(app):
    """By name: those of the settings, or the default one."""
    given = app.conf.task_queues
    if not given:
        name = app.conf.task_default_queue
        return {name: queue_named(app, name)}
    return {queue.name: queue for queue in (
        given if not isinstance(given, dict) else [Queue(name, **options) for name, options in given.items()])}


def queue_named(app, name):
    exchange = app.conf.task_default_exchange or name if name == app.conf.task_default_queue else name
    key = app.conf.task_default_routing_key or name if name == app.conf.task_default_queue else name
    return Queue(name, Exchange(exchange, app.conf.task_default_exchange_type), routing_key=key)


def route(app, name, queue=None, exchange=None, routing_key=None):
    """The queue to be declared, if any, and what the message is sent to."""
    if queue is None and exchange is None and routing_key is None:
        found = _routed(app.conf.task_routes, name)
        queue, exchange, routing_key = found.get('queue'), found.get('exchange'), found.get('routing_key')
    if isinstance(queue, Queue):
        entity = queue
    elif exchange is not None:
        return None, exchange, routing_key or ''
    else:
        known = queues_of(app)
        wanted = queue or (app.conf.task_default_queue if routing_key is None else None)
        if wanted is None:
            entity = next((one for one in known.values() if one.routing_key == routing_key), queue_named(app, routing_key))
        else:
            entity = known.get(wanted) or queue_named(app, wanted)
    if entity.exchange.type == 'direct' and not routing_key:
        # It goes to its queue and to nowhere else.
        return entity, '', entity.name
    return entity, entity.exchange.name, routing_key or entity.routing_key


def _routed(routes, name):
    if not routes:
        return {}
    for one in routes if isinstance(routes, (list, tuple)) else [routes]:
        if callable(one):
            found = one(name, (), {}, {})
        else:
            found = one.get(name) or next((value for key, value in one.items() if _is_like(key, name)), None)
        if found:
            return {'queue': found} if isinstance(found, str) else found
    return {}


def _is_like(pattern, name):
    from fnmatch import fnmatchcase
    return fnmatchcase(name, pattern)


def _moment(now, when):
    """Of seconds from now, or a moment."""
    if when is None or isinstance(when, datetime):
        return when if when is None or when.tzinfo is not None else when.replace(tzinfo=timezone.utc)
    if isinstance(when, str):
        return datetime.fromisoformat(when)
    return now + timedelta(seconds=when)


def _list(given):
    if given is None:
        return None
    return list(given) if isinstance(given, (list, tuple)) else [given]


def _shown(value):
    text = repr(value)
    return text if len(text) <= _SHOWN_MAX else f'{text[:_SHOWN_MAX]}...'


def _call(args, kwargs):
    return f"({', '.join([*map(repr, args), *(f'{name}={value!r}' for name, value in kwargs.items())])})"
