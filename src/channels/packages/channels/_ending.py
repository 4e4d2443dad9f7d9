"""How the workers of 1.x end when they are told to."""
import logging
import signal
import sys

logger = logging.getLogger('django.channels')


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
