"""What a worker takes from its broker: over which connection, and how much at a time."""
import logging
import select
import warnings
from contextlib import suppress

import _kombu
from kombu import Consumer

from .exceptions import CPendingDeprecationWarning

logger = logging.getLogger('celery.worker.consumer')

#: A broker takes no larger window.
_WINDOW_MAX = 65535
#: Seconds between two tries to reach the broker: so much longer each time, but not longer than that.
_PAUSE_STEP, _PAUSE_MAX = 2, 32

_NO_WORD_OF_THEM = '''
In Celery 5.1 we introduced an optional breaking change which
on connection loss cancels all currently executed tasks with late acknowledgement enabled.
These tasks cannot be acknowledged as the connection is gone, and the tasks are automatically redelivered
back to the queue. You can enable this behavior using the worker_cancel_long_running_tasks_on_connection_loss
setting. In Celery 5.1 it is set to False by default. The setting will be set to True by default in Celery 6.0.
'''


class Intake:
    """`received` is called with each message. The window is so many messages that are not acknowledged, 0: any number."""

    def __init__(self, app, queues, concurrency, label, received):
        self._app = app
        self._queues = queues
        self._label = label
        self._received = received
        self._step = app.conf.worker_prefetch_multiplier
        self._most = concurrency * self._step
        self._window = self._most
        self._later = 0
        self._consumer = None
        self.connection = app.connection_for_read(heartbeat=app.conf.broker_heartbeat)

    @property
    def errors(self):
        """It is lost."""
        return self.connection.connection_errors

    @property
    def is_global(self):
        """The window is for all queues together, which quorum queues do not know."""
        return not any(queue.queue_arguments.get('x-queue-type') == 'quorum' for queue in self._queues)

    def connect(self, wakeup):
        """Tries again and again. False: it has been told to stop, by something to be read from there."""
        most = self._app.conf.broker_connection_max_retries
        for attempt in range(1, most + 1):
            try:
                self.connection.establish()
                return True
            except self.errors as error:
                _kombu.awaits_work()
                pause = min(_PAUSE_STEP * attempt, _PAUSE_MAX)
                logger.error('consumer: Cannot connect to %s: %s.\nTrying again in %.2f seconds... (%s/%s)\n',
                             self.connection.as_uri(), error, pause, attempt, most)
            if select.select([wakeup], [], [], pause)[0]:
                return False
        return False

    def open(self):
        """Begins to take."""
        logger.info('Connected to %s', self.connection.as_uri())
        self._channel = self.connection.default_channel
        self._channel.label = self._label
        if not self.is_global:
            logger.info('Global QoS is disabled. Prefetch count in now static.')
        self._later = 0
        self._tell_window()
        self._consumer = Consumer(self._channel, self._queues, on_message=self._received)
        self._consumer.consume()

    def drain(self):
        """Takes one message in; False: there is none."""
        return self.connection.drain()

    def descriptors(self):
        return self.connection.descriptors()

    def works(self, count):
        """So many tasks are in hand."""
        self._channel.works(count)

    def waits(self, count):
        """So many of what it has wait for their time, and others may come in their stead."""
        self._later += count
        self._tell_window()

    def lost(self, running):
        """The broker is gone while so many tasks run, whose messages come again: it begins with a smaller window."""
        self.connection.collapse()
        if not self._app.conf.worker_cancel_long_running_tasks_on_connection_loss:
            warnings.warn(_NO_WORD_OF_THEM, CPendingDeprecationWarning)
        if not self._app.conf.worker_enable_prefetch_count_reduction:
            return
        self._window = max(self._step, self._most - running * self._step)
        if self._window < self._most:
            logger.info(
                'Temporarily reducing the prefetch count to %s to avoid over-fetching since %s tasks are currently being processed.\n'
                'The prefetch count will be gradually restored to %s as the tasks complete processing.',
                self._window, running, self._most)

    def settled(self):
        """The broker has heard of one: a smaller window grows."""
        if self._window == self._most:
            return
        self._window = min(self._most, self._window + self._step)
        self._tell_window()
        if self._window == self._most:
            logger.info('Resuming normal operations following a restart.\nPrefetch count has been restored to the maximum of %s',
                        self._most)

    def add_queue(self, queue):
        self._consumer.add_queue(queue)
        self._consumer.consume()

    def cancel_queue(self, name):
        self._consumer.cancel_by_queue(name)

    def stop(self):
        """No more come; what it has it keeps."""
        with suppress(*self.errors):
            self._consumer.cancel()

    def close(self):
        """The broker takes back what is not acknowledged."""
        self.connection.close()

    @property
    def window(self):
        window = self._window and self._window + self._later
        return 0 if window > _WINDOW_MAX else window

    def _tell_window(self):
        self._channel.basic_qos(0, self.window, self.is_global)
