"""A server without connections: messages come from somewhere, each for an instance of the application that has a name."""

import asyncio
import logging
import time
import traceback

from .compatibility import guarantee_single_callable

logger = logging.getLogger(__name__)


class StatelessServer:
    """A subclass says in `handle()` where messages come from, and in `application_send()` where answers go.

    Instances are ended when there are more than `max_applications`, those first that were used the longest ago.
    """

    application_checker_interval = 0.1

    def __init__(self, application, max_applications=1000):
        self.application = application
        self.max_applications = max_applications
        self.application_instances = {}

    def run(self):
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        try:
            loop.run_until_complete(self.arun())
        except KeyboardInterrupt:
            logger.info('Exiting due to Ctrl-C/interrupt')
        finally:
            loop.close()

    async def arun(self):
        """Until `handle()` ends."""
        async with _Checking(self):
            await self.handle()

    async def handle(self):
        raise NotImplementedError('You must implement handle()')

    async def application_send(self, scope, message):
        raise NotImplementedError('You must implement application_send()')

    def get_or_create_application_instance(self, scope_id, scope):
        """The queue into which messages for it are put."""
        known = self.application_instances.get(scope_id)
        if known is not None:
            known['last_used'] = time.time()
            return known['input_queue']
        while len(self.application_instances) > self.max_applications:
            self.delete_oldest_application_instance()
        queue = asyncio.Queue()
        work = guarantee_single_callable(self.application)(
            scope=scope, receive=queue.get, send=lambda message: self.application_send(scope, message))
        self.application_instances[scope_id] = {
            'input_queue': queue, 'future': asyncio.ensure_future(work), 'scope': scope, 'last_used': time.time()}
        return queue

    def delete_oldest_application_instance(self):
        oldest = min(self.application_instances, key=lambda name: self.application_instances[name]['last_used'])
        self.delete_application_instance(oldest)

    def delete_application_instance(self, scope_id):
        ended = self.application_instances.pop(scope_id)
        if not ended['future'].done():
            ended['future'].cancel()

    async def application_checker(self):
        """Looks ten times a second which instances have ended, and tells of those that failed."""
        while True:
            await asyncio.sleep(self.application_checker_interval)
            for scope_id, details in list(self.application_instances.items()):
                if not details['future'].done():
                    continue
                error = details['future'].exception()
                if error is not None:
                    await self.application_exception(error, details)
                self.application_instances.pop(scope_id, None)

    async def application_exception(self, exception, application_details):
        trace = ''.join(traceback.format_tb(exception.__traceback__))
        logging.error('Exception inside application: %s\n%s%s', exception, trace, f'  {exception}')


class _Checking:
    """While `handle()` runs, the checker does, and with it end all instances."""

    def __init__(self, server):
        self.server = server

    async def __aenter__(self):
        self.checker = asyncio.ensure_future(self.server.application_checker())

    async def __aexit__(self, *error):
        self.checker.cancel()
        futures = [self.checker, *(details['future'] for details in self.server.application_instances.values())]
        for future in futures:
            future.cancel()
        await asyncio.gather(*futures, return_exceptions=True)
