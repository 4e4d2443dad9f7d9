"""A worker: takes messages of its queues as far as its window allows, and hands them to its pool."""
import heapq
import itertools
import logging
import os
import select
import signal
import sys
import time
from collections import Counter, deque
from datetime import datetime, timezone

from kombu import Exchange, Queue
from kombu.exceptions import ContentDisallowed, DecodeError

from . import _log, _panel, signals, states
from ._intake import Intake
from ._job import Job
from ._limits import Limits
from ._pools import POOLS
from ._revoked import Revoked
from ._trace import announce_revoked, fail
from .app._sending import queue_named, queues_of
from .app.task import Context
from .exceptions import NotRegistered, Retry, TimeLimitExceeded, WorkerLostError

logger = logging.getLogger('celery.worker')

_UNREGISTERED = """Received unregistered task of type %r.
The message has been ignored and discarded.

Did you remember to import the module containing this task?
Or maybe you're using relative imports?

Please see
https://docs.celeryq.dev/en/latest/internals/protocol.html
for more information.

The full contents of the message body was:
%s

The full contents of the message headers:
%r

The delivery info for this task is:
%r
"""


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
        self.intake = Intake(app, self.queues, self.concurrency, hostname, self._received)
        self._is_ready = False
        self._signals = []
        self._jobs = itertools.count()
        self._wakeup = os.pipe()
        self._node = None
        #: The process of `-B`.
        self.beat = None
        #: What has come and is neither done nor given back.
        self.in_hand = []
        #: By name, how many tasks have come.
        self.totals = Counter()
        self.limits = Limits(self)
        self.revoked = Revoked(app.conf.worker_state_db)
        self.started_at = time.monotonic()

    def run(self):
        """Gives the exit code."""
        _log.set_up(self.app, self.level, 'MainProcess')
        for end in self._wakeup:
            os.set_blocking(end, False)
        for signo in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
            signal.signal(signo, self._signalled)
        self.pool.start()
        while self.intake.connect(self._wakeup[0]):
            try:
                self._serve()
            except self.intake.errors:
                if self._signals:
                    return self._stop()
                self._disconnected()
            except Exception as error:
                logger.critical('Unrecoverable error: %r', error, exc_info=True)
                self._cancel()
                return 1
            else:
                return self._stop()
        self._cancel()
        return 0

    def _serve(self):
        """Until it is told to stop."""
        self.intake.open()
        self._node = _panel.listen(self, self.intake.connection)
        if not self._is_ready:
            self._is_ready = True
            signals.worker_ready.send(self)
            logger.info('%s ready.', self.hostname)
        while not self._signals:
            self._round()

    def _disconnected(self):
        """What has not begun comes anew; what runs goes on, and the broker cannot be told that it has ended."""
        logger.warning('consumer: Connection to broker lost. Trying to re-establish the connection...', exc_info=True)
        self._node = None
        self._waiting.clear()
        self.limits.forget()
        self._timers = [timer for timer in self._timers if timer[3] is None]
        heapq.heapify(self._timers)
        self.in_hand = [job for job in self.in_hand if job.is_running]
        if self.app.conf.worker_cancel_long_running_tasks_on_connection_loss:
            for job in self.in_hand:
                if job.task.acks_late and not job.message.acknowledged:
                    self._give_up(job)
        self.intake.lost(len(self.in_hand))

    def _give_up(self, job):
        logger.warning('Task %s cannot be acknowledged after a connection loss since late acknowledgement is enabled for it.\n'
                       'Terminating it instead.', job)
        if self.pool.can_end_tasks and job.worker is not None:
            job.is_given_up = True
            job.worker.send_signal(signal.SIGTERM)

    def _signalled(self, signo, frame):
        self._signals.append(signo)
        os.write(self._wakeup[1], b'.')

    def stop(self):
        """As somebody has asked it to from afar: when what runs has ended."""
        self._signals.append(None)

    def _round(self):
        """Waits for something to happen, and deals with it."""
        self._tell_work()
        while not self._signals and self.intake.drain():
            self._tell_work()
        if self._signals:
            return
        timeout = max(0, self._timers[0][0] - time.monotonic()) if self._timers else None
        letters = [] if self._node is None else [self._node]
        ready, _, _ = select.select(
            [*self.intake.descriptors(), self._wakeup[0], *letters, *self.pool.descriptors()], [], [], timeout)
        self._read_pool(ready)
        if self._node in ready:
            self._node.drain()
        self._run_timers()

    def _tell_work(self):
        """How much there is that will go on, whatever comes."""
        self.intake.works(self.pool.busy + len(self._waiting) + len(self._timers) + (self.beat is not None))

    def _read_pool(self, ready):
        for descriptor in self.pool.descriptors():
            if descriptor in ready:
                self.pool.read(descriptor)

    def _run_timers(self):
        while self._timers and self._timers[0][0] <= time.monotonic():
            heapq.heappop(self._timers)[2]()

    def after(self, seconds, action, job=None):
        """`job`: it waits for that, and is forgotten when the broker is."""
        heapq.heappush(self._timers, (time.monotonic() + seconds, next(self._numbers), action, job))

    def _received(self, message):
        job = self._job(message)
        if job is None:
            return
        logger.info('Task %s[%s] received', job.name, job.id)
        self.totals[job.name] += 1
        if self._is_void(job):
            return
        signals.task_received.send(self, request=job)
        self.in_hand.append(job)
        seconds = job.seconds_to_eta()
        if seconds <= 0:
            return self.limits.admit(job)
        # It holds its place here until then, and another may come in its stead.
        job.is_scheduled = True
        self.intake.waits(1)
        self.after(seconds, lambda: self._eta_come(job), job)

    def _eta_come(self, job):
        job.is_scheduled = False
        self.intake.waits(-1)
        self.limits.admit(job)

    def _job(self, message):
        """None: nothing can be made of it."""
        try:
            name, id = message.headers['task'], message.headers['id']
            message.payload
        except KeyError:
            logger.warning('Received and deleted unknown message.  Wrong destination?!?')
            message.reject()
            signals.task_rejected.send(self, message=message, exc=None)
            return None
        except (DecodeError, ContentDisallowed) as error:
            logger.critical("Can't decode message body: %r", error)
            message.ack()
            return None
        if name not in self.app.tasks:
            error = NotRegistered(name)
            logger.error(_UNREGISTERED, name, f'{message.body!r} ({len(message.body)}b)', message.headers, message.delivery_info)
            message.reject()
            self.app.backend.store(id, error, states.FAILURE, Context(
                reply_to=message.properties.get('reply_to')), name)
            signals.task_unknown.send(self, message=message, exc=error, name=name, id=id)
            return None
        return Job(self.app.tasks[name], message, self.hostname, self.intake)

    def _is_void(self, job):
        """Past its time, or revoked: it is acknowledged and not run."""
        is_expired = job.is_expired
        if is_expired:
            self.revoked.update([job.id])
        if job.id not in self.revoked:
            return False
        logger.info('Discarding revoked task: %s[%s]', job.name, job.id)
        self._drop(job)
        announce_revoked(job, 'expired' if is_expired else 'revoked', is_expired=is_expired)
        return True

    def _drop(self, job):
        if job in self.in_hand:
            self.in_hand.remove(job)

    def terminate(self, job, signo):
        """Ends the child that runs it; of one that nobody runs yet, as soon as one does."""
        if not self.pool.can_end_tasks:
            raise NotImplementedError(f'{type(self.pool).__name__} does not implement kill_job')
        if job.worker is None:
            job.ends_with = signo
            return
        job.is_given_up = True
        job.worker.send_signal(signo)
        announce_revoked(job, 'terminated', signo)

    def enqueue(self, job):
        """It may run, as soon as there is a child that has nothing to do."""
        self._waiting.append(job)
        self._feed()

    def _feed(self):
        while self._waiting and self.pool.has_room() and not self._signals:
            job = self._waiting.popleft()
            if not self._is_void(job):
                job.number = next(self._jobs)
                self.pool.submit(job)

    def began(self, job, process):
        """In that child: its time runs."""
        if job.soft_time_limit:
            self.after(job.soft_time_limit, lambda: self._is_running(job) and self._warn(job, process))
        if job.time_limit:
            self.after(job.time_limit, lambda: self._is_running(job) and self._end(job, process))
        job.worker = process
        if job.ends_with is not None:
            self.terminate(job, job.ends_with)

    def _is_running(self, job):
        return job.worker is not None

    def _warn(self, job, process):
        logger.warning('Soft time limit (%ss) exceeded for %s[%s]', job.soft_time_limit, job.name, job.id)
        process.send_signal(signal.SIGUSR1)

    def _end(self, job, process):
        job.worker = None
        job.is_given_up = True
        logger.error('Hard time limit (%ss) exceeded for %s[%s]', job.time_limit, job.name, job.id)
        fail(self.app, job.context(), job.name, TimeLimitExceeded(job.time_limit))
        job.timed_out()
        process.kill()

    def done(self, job, state, requeue):
        job.worker = None
        self._drop(job)
        job.ended(state, requeue)
        self._feed()

    def lost(self, job, status):
        """The child that ran it is gone."""
        job.worker = None
        self._drop(job)
        if not job.is_given_up:
            error = WorkerLostError(f'Worker exited prematurely: {_how(status)} Job: {job.number}.')
            if job.lost():
                fail(self.app, job.context(), job.name, error)
            logger.error('Task handler raised error: %r', error)
        self._feed()

    def _stop(self):
        """Warm, unless it is told to be quick: what runs may end. Gives the exit code."""
        self.intake.stop()
        if self._signals[0] != signal.SIGQUIT:
            self._tell_end('Warm')
            while self.pool.busy and not self._is_hurried():
                ready, _, _ = select.select([self._wakeup[0], *self.pool.descriptors()], [], [])
                if self._wakeup[0] in ready:
                    os.read(self._wakeup[0], 64)
                self._read_pool(ready)
        if self.pool.busy:
            self._tell_end('Cold')
        self._cancel()
        self.intake.close()
        self.revoked.save()
        signals.worker_shutdown.send(self)
        return 0

    def _is_hurried(self):
        return len(self._signals) > 1 or signal.SIGQUIT in self._signals

    def _cancel(self):
        for job in self.pool.kill():
            self._cancelled(job)
        self.pool.stop()
        if self.beat is not None:
            logger.info('beat: Shutting down...')
            self.beat.terminate()
            self.beat.wait()

    def _tell_end(self, how):
        signo = self._signals[-1]
        if signo is None:
            return
        _say(f'worker: {how} shutdown (MainProcess)')
        signals.worker_shutting_down.send(self.hostname, sig=signal.Signals(signo).name, how=how, exitcode=0)

    def add_queue(self, name, exchange=None, exchange_type=None, routing_key=None):
        """Reads from it, too."""
        queue = queues_of(self.app).get(name) or queue_named(self.app, name)
        if exchange is not None:
            queue = Queue(name, Exchange(exchange, exchange_type or 'direct'), routing_key=routing_key or name)
        if name in (known.name for known in self.queues):
            return
        self.queues.append(queue)
        self.intake.add_queue(queue)
        logger.info('Started consuming from %s', name)

    def cancel_queue(self, name):
        """Reads from it no longer."""
        self.queues[:] = [queue for queue in self.queues if queue.name != name]
        self.intake.cancel_queue(name)
        logger.info('Canceled queue %s', name)

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
