"""The server of delayed messages."""
import logging
import time

from ..worker import EndsWhenTold
from .models import DelayedMessage

logger = logging.getLogger('django.channels')

_NEEDED = ('channel', 'content', 'delay')


class Worker(EndsWhenTold):
    """`database_sleep_duration`: seconds between two looks at what is due."""

    def __init__(self, channel_layer, signal_handlers=True, database_sleep_duration=1):
        self.channel_layer = channel_layer
        self.signal_handlers = signal_handlers
        self.database_sleep_duration = database_sleep_duration

    def run(self):
        """Until it is told to end, or somebody asks for a delay in a way that it does not understand."""
        if self.signal_handlers:
            self.install_signal_handler()
        logger.info('Listening on asgi.delay')
        last_look = 0
        while not self.termed:
            self.in_job = False
            channel, content = self.channel_layer.receive(['asgi.delay'], block=False)
            self.in_job = True
            if channel is not None and not self._keep(content):
                break
            # Who has nothing to do looks again in a while.
            if channel is None:
                self.in_job = False
                time.sleep(0.1)
                self.in_job = True
            if time.time() - last_look > self.database_sleep_duration:
                last_look = time.time()
                for message in DelayedMessage.due():
                    logger.info('Sending delayed message to channel %s', message.channel_name)
                    message.send(channel_layer=self.channel_layer)

    def _keep(self, content):
        logger.debug('Got message on asgi.delay')
        if not all(key in content for key in _NEEDED):
            logger.error("Invalid message received, it must contain keys 'channel', 'content', and 'delay'.")
            return False
        message = DelayedMessage(content=content['content'], channel_name=content['channel'], delay=content['delay'])
        problem = message.problem()
        if problem is not None:
            logger.error('Invalid message received: %s', problem)
            return False
        message.save()
        return True
