"""A worker: takes messages of its queues as far as its window allows, and hands them to its pool."""
import heapq
import itertools
import logging
import os
import select
import signal
import sys
import time
from collections import deque
from datetime import datetime, timezone

from kombu import Consumer
from kombu.exceptions import DecodeError, ContentDisallowed, OperationalError

from . import _log, states
from ._job import Job
from ._pools import POOLS
from ._trace import fail
from .app._sending import queue_named, queues_of
from .app.task import Context
from .exceptions import NotRegistered, Retry, TaskRevokedError, TimeLimitExceeded, WorkerLostError

logger = logging.getLogger('celery.worker')

#: A broker takes no larger window.
_WINDOW_MAX = 65535
#: Seconds between two tries to reach the broker: so much longer each time.
_RETRY_STEP = 2


class Worker:
    """`app_name`: by which its children find the app."""

    def __init__(self, app, app_name, pool, concurrency, queues, level, hostname):
        self.app = app
        self.app_name = app_name
        self.level = level
        self.hostname = hostname
        known = queues_of(app)
        self.queues = [known.get(name) or queue_named(app, name) for name in queues] if queues else list(known.values())
        self.concurrency = 1 if pool == 'solo' else concurrency
        self.pool = POOLS[pool](self)
        self._waiting = deque()
        self._timers = []
        self._numbers = itertools.count()
        self._later = 0
        self._signals = []
        self._jobs = itertools.count()
        self._wakeup = os.pipe()

    def run(self):
        _log.set_up(self.app, self.level, 'MainProcess')
        for end in self._wakeup:
            os.set_blocking(end, False)
        for signo in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
            signal.signal(signo, self._signalled)
        self.pool.start()
        connection = self._connect()
        if connection is None:
            return 0
        self._channel = connection.default_channel
        self._channel.label = self.hostname
        self._set_window()
        consumer = Consumer(connection, self.queues, on_message=self._received)
        consumer.consume()
        logger.info('Connected to %s', connection.as_uri())
        logger.info('%s ready.', self.hostname)
        while not self._signals:
            self._round()
        return self._stop(consumer, connection)

    def _connect(self):
        """Tries again and again; None: it has been told to stop."""
        for attempt in range(1, self.app.conf.broker_connection_max_retries + 1):
            connection = self.app.connection()
            try:
                return connection.connect()
            except OperationalError as error:
                pause = min(_RETRY_STEP * attempt, 32)
                logger.error('consumer: Cannot connect to %s: %s.\nTrying again in %.2f seconds... (%s/%s)\n',
                             connection.as_uri(), error, pause, attempt, self.app.conf.broker_connection_max_retries)
            if select.select([self._wakeup[0]], [], [], pause)[0]:
                return None
        return None

    def _signalled(self, signo, frame):
        self._signals.append(signo)
        os.write(self._wakeup[1], b'.')

    def _round(self):
        """Waits for something to happen, and deals with it."""
        self._channel.works(self.pool.busy + len(self._waiting) + len(self._timers))
        while not self._signals and self._channel.drain():
            self._channel.works(self.pool.busy + len(self._waiting) + len(self._timers))
        if self._signals:
            return
        timeout = max(0, self._timers[0][0] - time.monotonic()) if self._timers else None
        ready, _, _ = select.select([self._channel, self._wakeup[0], *self.pool.descriptors()], [], [], timeout)
        self._read_pool(ready)
        self._run_timers()

    def _read_pool(self, ready):
        for descriptor in self.pool.descriptors():
            if descriptor in ready:
                self.pool.read(descriptor)

    def _run_timers(self):
        while self._timers and self._timers[0][0] <= time.monotonic():
            heapq.heappop(self._timers)[2]()

    def _after(self, seconds, action):
        heapq.heappush(self._timers, (time.monotonic() + seconds, next(self._numbers), action))

    def _set_window(self):
        window = self.concurrency * self.app.conf.worker_prefetch_multiplier
        if window:
            window += self._later
        self._channel.basic_qos(0 if window > _WINDOW_MAX else window)

    def _received(self, message):
        job = self._job(message)
        if job is None:
            return
        logger.info('Task %s[%s] received', job.name, job.id)
        if job.is_expired:
            return self._expired(job)
        seconds = job.seconds_to_eta()
        if seconds <= 0:
            return self._enqueue(job)
        # It holds its place here until then, and another may come in its stead.
        self._later += 1
        self._set_window()
        self._after(seconds, lambda: self._eta_come(job))

    def _eta_come(self, job):
        self._later -= 1
        self._set_window()
        self._enqueue(job)

    def _job(self, message):
        """None: nothing can be made of it."""
        try:
            name, id = message.headers['task'], message.headers['id']
            message.payload
        except KeyError:
            logger.warning('Received and deleted unknown message.  Wrong destination?!?')
            message.reject()
            return None
        except (DecodeError, ContentDisallowed) as error:
            logger.critical("Can't decode message body: %r", error)
            message.ack()
            return None
        if name not in self.app.tasks:
            error = NotRegistered(name)
            logger.error('Received unregistered task of type %r.\nThe message has been ignored and discarded.', name)
            message.reject()
            self.app.backend.store(id, error, states.FAILURE, Context(
                reply_to=message.properties.get('reply_to')), name)
            return None
        return Job(self.app.tasks[name], message, self.hostname)

    def _expired(self, job):
        logger.info('Discarding revoked task: %s[%s]', job.name, job.id)
        job.ack()
        if not job.fields['ignore_result']:
            self.app.backend.store(job.id, TaskRevokedError('expired'), states.REVOKED, job.context(), job.name)

    def _enqueue(self, job):
        self._waiting.append(job)
        self._feed()

    def _feed(self):
        while self._waiting and self.pool.has_room() and not self._signals:
            job = self._waiting.popleft()
            if job.is_expired:
                self._expired(job)
            else:
                job.number = next(self._jobs)
                self.pool.submit(job)

    def began(self, job, process):
        """In that child: its time runs."""
        if job.soft_time_limit:
            self._after(job.soft_time_limit, lambda: self._is_running(job) and self._warn(job, process))
        if job.time_limit:
            self._after(job.time_limit, lambda: self._is_running(job) and self._end(job, process))
        job.worker = process

    def _is_running(self, job):
        return job.worker is not None

    def _warn(self, job, process):
        logger.warning('Soft time limit (%ss) exceeded for %s[%s]', job.soft_time_limit, job.name, job.id)
        process.send_signal(signal.SIGUSR1)

    def _end(self, job, process):
        job.worker = None
        job.is_timed_out = True
        logger.error('Hard time limit (%ss) exceeded for %s[%s]', job.time_limit, job.name, job.id)
        fail(self.app, job.context(), job.name, TimeLimitExceeded(job.time_limit))
        job.timed_out()
        process.kill()

    def done(self, job, state, requeue):
        job.worker = None
        job.ended(state, requeue)
        self._feed()

    def lost(self, job, status):
        """The child that ran it is gone."""
        job.worker = None
        if not job.is_timed_out:
            error = WorkerLostError(f'Worker exited prematurely: {_how(status)} Job: {job.number}.')
            if job.lost():
                fail(self.app, job.context(), job.name, error)
            logger.error('Task handler raised error: %r', error)
        self._feed()

    def _stop(self, consumer, connection):
        consumer.cancel()
        if self._signals[0] != signal.SIGQUIT:
            _say('worker: Warm shutdown (MainProcess)')
            while self.pool.busy and len(self._signals) < 2 and signal.SIGQUIT not in self._signals:
                ready, _, _ = select.select([self._wakeup[0], *self.pool.descriptors()], [], [])
                self._read_pool(ready)
        if self.pool.busy:
            _say('worker: Cold shutdown (MainProcess)')
            for job in self.pool.kill():
                self._cancelled(job)
        self.pool.stop()
        connection.close()
        return 0

    def _cancelled(self, job):
        """It was running when the worker was told to end at once: what is not acknowledged goes back."""
        if job.message.acknowledged:
            error = Retry('Task was cancelled by Celery', when=datetime.now(timezone.utc))
            self.app.backend.store(job.id, error, states.RETRY, job.context(), job.name)


def _how(status):
    if status is not None and status < 0:
        return f'signal {-status} ({signal.Signals(-status).name})'
    return f'exitcode {status}'


def _say(text):
    print(f'\n{text}', file=sys.__stderr__, flush=True)
