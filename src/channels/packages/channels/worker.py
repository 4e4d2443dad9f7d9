"""Workers of 1.x: they take messages from the layer, one at a time, and run the consumer that the routing names."""
import fnmatch
import logging
import multiprocessing
import signal
import sys
import threading
import time

import _channels

from .exceptions import ChannelSocketException, ConsumeLater, DenyConnection
from .message import Message
from .signals import consumer_finished, consumer_started, worker_ready
from .utils import name_that_thing

logger = logging.getLogger('django.channels')

# How often, and after how many seconds each time, a message that is to be consumed later is tried to be put back into a full channel.
_PUT_BACK_TRIES = 10
_PUT_BACK_INTERVAL = 0.05


class EndsWhenTold:
    """Who is idle ends at once; who is busy (`in_job`), when the message has been dealt with: `run` looks at `termed`."""

    termed = False
    in_job = False

    def install_signal_handler(self):
        signal.signal(signal.SIGTERM, self.sigterm_handler)
        signal.signal(signal.SIGINT, self.sigterm_handler)

    def sigterm_handler(self, signo, stack_frame):
        self.termed = True
        if self.in_job:
            logger.info('Shutdown signal received while busy, waiting for loop termination')
        else:
            logger.info('Shutdown signal received while idle, terminating immediately')
            sys.exit(0)


class Worker(EndsWhenTold):
    """One loop in one thread. `message_retries`: how often a message may be put off before it is thrown away."""

    def __init__(self, channel_layer, callback=None, message_retries=10, signal_handlers=True, only_channels=None, exclude_channels=None):
        self.channel_layer = channel_layer
        self.callback = callback
        self.message_retries = message_retries
        self.signal_handlers = signal_handlers
        self.only_channels = only_channels
        self.exclude_channels = exclude_channels

    def apply_channel_filters(self, channels):
        """Those channels that it is to listen on; of both filters the second has the last word."""
        if self.only_channels:
            channels = [channel for channel in channels if _fits(channel, self.only_channels)]
        if self.exclude_channels:
            channels = [channel for channel in channels if not _fits(channel, self.exclude_channels)]
        return channels

    def ready(self):
        worker_ready.send(sender=self)

    def run(self):
        """Goes on until it is told to end. What a consumer raises is logged; what goes wrong around it ends the worker."""
        if self.signal_handlers:
            self.install_signal_handler()
        # Sorted, so that the order in which a layer looks at them comes from the layer alone.
        channels = sorted(self.apply_channel_filters(self.channel_layer.router.channels))
        logger.info('Listening on channels %s', ', '.join(channels))
        while not self.termed:
            self.in_job = False
            channel, content = self.channel_layer.receive(channels, block=True)
            self.in_job = True
            if channel is None:
                time.sleep(0.01)
            else:
                self._deal_with(channel, content)
        self.in_job = False

    def _deal_with(self, channel, content):
        logger.debug('Got message on %s (reply %s)', channel, content.get('reply_channel', 'none'))
        message = Message(content=content, channel_name=channel, channel_layer=self.channel_layer)
        if content.get('__retries__', 0) == self.message_retries:
            # Put off once more, it would be thrown away.
            message.__doomed__ = True
        match = self.channel_layer.router.match(message)
        if match is None:
            logger.error('Could not find match for message on %s! Check your routing.', channel)
            _channels.ended(content, 'no consumer', '')
            return
        consumer, kwargs = match
        if self.callback:
            self.callback(channel, message)
        self._consume(message, consumer, kwargs)

    def _consume(self, message, consumer, kwargs):
        """What the consumer has sent leaves in any case, when all else is done."""
        channel, content = message.channel.name, message.content
        outcome, detail = 'failed', ''
        _channels.began(content, name_that_thing(consumer))
        try:
            logger.debug('Dispatching message on %s to %s', channel, name_that_thing(consumer))
            consumer_started.send(sender=self.__class__, environ={})
            consumer(message, **kwargs)
            outcome = 'finished'
        except DenyConnection:
            if channel != 'websocket.connect':
                raise ValueError('You cannot DenyConnection from a non-websocket.connect handler.')
            message.reply_channel.send({'close': True})
            outcome = 'denied'
        except ChannelSocketException as exception:
            exception.run(message)
            outcome = 'finished'
        except ConsumeLater:
            outcome = 'later'
            self._put_off(channel, content)
        except BaseException as exception:
            detail = f'{type(exception).__name__}: {exception}'
            logger.exception('Error processing message with consumer %s:', name_that_thing(consumer))
        finally:
            # What it has sent leaves now: it comes of this message, which is over only then.
            try:
                consumer_finished.send(sender=self.__class__)
            finally:
                _channels.ended(content, outcome, detail)

    def _put_off(self, channel, content):
        """Back into its channel, behind the others; after too many times, and where there is no room, it is gone."""
        content['__retries__'] = content.get('__retries__', 0) + 1
        if content['__retries__'] > self.message_retries:
            logger.warning('Exceeded number of retries for message on channel %s: %s', channel, repr(content)[:100])
            return
        for _ in range(_PUT_BACK_TRIES):
            try:
                self.channel_layer.send(channel, content)
                return
            except self.channel_layer.ChannelFull:
                time.sleep(_PUT_BACK_INTERVAL)


class WorkerGroup(Worker):
    """Several workers in one process, each in a thread of its own; this one is the main thread's."""

    def __init__(self, *args, **kwargs):
        n_threads = kwargs.pop('n_threads', multiprocessing.cpu_count()) - 1
        super().__init__(*args, **kwargs)
        kwargs['signal_handlers'] = False
        self.workers = [Worker(*args, **kwargs) for _ in range(n_threads)]

    def sigterm_handler(self, signo, stack_frame):
        """Nobody begins anything more; the process ends when nobody is busy."""
        self.termed = True
        for worker in self.workers:
            worker.termed = True
        logger.info('Shutdown signal received while busy, waiting for loop termination')
        # The main thread's own consumer goes on where the signal met it, and `run` ends the process after that.
        if not self.in_job:
            self.wait_while_busy()
            sys.exit(0)

    def wait_while_busy(self):
        while any(worker.in_job for worker in self.workers):
            time.sleep(0.1)

    def ready(self):
        super().ready()
        for worker in self.workers:
            worker.ready()

    def run(self):
        self.threads = [threading.Thread(target=worker.run, daemon=True) for worker in self.workers]
        for thread in self.threads:
            thread.start()
        super().run()
        self.wait_while_busy()
        sys.exit(0)


def _fits(channel, patterns):
    return any(fnmatch.fnmatchcase(channel, pattern) for pattern in patterns)
