"""A task's message in the hands of a worker, from its arrival to its acknowledgement."""
import logging
import time
from datetime import datetime, timezone

from . import states
from .app.task import Context
from .exceptions import Reject

logger = logging.getLogger('celery.worker.request')


class Job:
    """`message` is acknowledged when the task is accepted, or when it has ended: acks_late."""

    def __init__(self, task, message, hostname, intake):
        args, kwargs, embed = message.payload
        headers = message.headers
        self.task = task
        self.message = message
        self._intake = intake
        self.id = headers['id']
        self.name = headers['task']
        self.eta = _moment(headers.get('eta'))
        self.expires = _moment(headers.get('expires'))
        #: Which it is of all that the pool was given, from 0 on.
        self.number = -1
        #: The child that runs it; None: none does, or not any more.
        self.worker = None
        #: Its child is ended on purpose, and its state is known: its time was up, it is revoked, or it will run again.
        self.is_given_up = False
        #: The signal that its child gets as soon as there is one.
        self.ends_with = None
        #: Its time has not come.
        self.is_scheduled = False
        #: When it began, by the clock on the wall.
        self.time_start = None
        hard, soft = headers.get('timelimit') or (None, None)
        self.time_limit = hard or task.time_limit
        self.soft_time_limit = soft or task.soft_time_limit
        self.fields = {
            **headers, 'id': self.id, 'task': self.name, 'args': args, 'kwargs': kwargs, 'retries': headers.get('retries') or 0,
            'group': headers.get('group'), 'group_index': headers.get('group_index'), 'root_id': headers.get('root_id'),
            'parent_id': headers.get('parent_id'), 'eta': headers.get('eta'), 'expires': headers.get('expires'),
            'timelimit': headers.get('timelimit'), 'ignore_result': bool(headers.get('ignore_result')) or task.ignore_result,
            'reply_to': message.properties.get('reply_to'), 'correlation_id': message.properties.get('correlation_id'),
            'delivery_info': {
                'exchange': message.delivery_info.get('exchange'), 'routing_key': message.delivery_info.get('routing_key'),
                'priority': message.properties.get('priority'), 'redelivered': message.delivery_info.get('redelivered')},
            'hostname': hostname, 'called_directly': False, 'number': message.number,
            'callbacks': embed.get('callbacks'), 'errbacks': embed.get('errbacks'), 'chain': embed.get('chain'),
            'chord': embed.get('chord'),
        }

    @property
    def task_id(self):
        return self.id

    @property
    def args(self):
        return self.fields['args']

    @property
    def kwargs(self):
        return self.fields['kwargs']

    @property
    def is_running(self):
        return self.time_start is not None

    def info(self):
        """As workers tell of it."""
        return {
            'id': self.id, 'name': self.name, 'args': self.args, 'kwargs': self.kwargs, 'type': self.name,
            'hostname': self.fields['hostname'], 'time_start': self.time_start, 'acknowledged': self.message.acknowledged,
            'delivery_info': self.fields['delivery_info'], 'worker_pid': self.worker.pid if self.worker is not None else None,
        }

    def context(self):
        return Context(**self.fields)

    @property
    def is_expired(self):
        return self.expires is not None and datetime.now(timezone.utc) >= self.expires

    def seconds_to_eta(self):
        if self.eta is None:
            return 0
        return (self.eta - datetime.now(timezone.utc)).total_seconds()

    def accepted(self):
        """It begins."""
        self.time_start = time.time()
        if not self.task.acks_late:
            self.ack()

    def ended(self, state, requeue=False):
        """It ran to its end. `requeue`: what a task that raised Reject wants."""
        if not self.task.acks_late:
            return self.ack()
        if state == states.REJECTED:
            self.reject(requeue)
        elif state == states.FAILURE and not self.task.acks_on_failure_or_timeout:
            self.reject(False)
        else:
            self.ack()

    def lost(self):
        """The process that ran it is gone. False: it will run again."""
        if self.task.acks_late and self.task.reject_on_worker_lost:
            self.reject(True)
            return False
        self.ack()
        return True

    def timed_out(self):
        if self.task.acks_late and not self.task.acks_on_failure_or_timeout:
            self.reject(True)
        else:
            self.ack()

    def ack(self):
        if not self.message.acknowledged:
            self.message.ack_log_error(logger, self._intake.errors)
            self._settled()

    def reject(self, requeue):
        if not self.message.acknowledged:
            self.message.reject_log_error(logger, self._intake.errors, requeue)
            self._settled()

    def _settled(self):
        if self.message.acknowledged:
            self._intake.settled()

    def __repr__(self):
        return f'{self.name}[{self.id}]'


def _moment(text):
    return None if text is None else datetime.fromisoformat(text)


def wants_requeue(error):
    return isinstance(error, Reject) and error.requeue
