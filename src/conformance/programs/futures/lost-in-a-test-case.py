"""A future that fails inside a test case and is dropped there is reported there, though the runner holds the standard streams."""
import asyncio
import gc
import sys
import unittest
from unittest import mock


class Lost(unittest.TestCase):
    def setUp(self):
        self.loop = asyncio.new_event_loop()
        self.addCleanup(self.loop.close)

    def once(self):
        self.loop.call_soon(self.loop.stop)
        self.loop.run_forever()

    @mock.patch('asyncio.base_events.logger')
    def test_logged(self, log):
        future = self.loop.create_future()
        future.set_exception(RuntimeError('boom'))
        del future
        self.once()
        gc.collect()
        log.error.assert_called_once_with(mock.ANY, exc_info=mock.ANY)
        print(log.error.call_args[0][0].partition('\n')[0])

    def test_handled(self):
        messages = []
        self.loop.set_exception_handler(lambda loop, context: messages.append(context['message']))
        future = self.loop.create_future()
        future.set_exception(RuntimeError('boom'))
        future = None
        gc.collect()
        print(messages)

    def test_kept(self):
        messages = []
        self.loop.set_exception_handler(lambda loop, context: messages.append(context['message']))
        future = self.loop.create_future()
        future.set_exception(RuntimeError('boom'))
        gc.collect()
        print(messages, future.exception())


suite = unittest.defaultTestLoader.loadTestsFromTestCase(Lost)
held = unittest.TextTestResult(unittest.runner._WritelnDecorator(sys.stdout), True, 1)
suite.run(held)
print()
print(held.testsRun, len(held.failures), len(held.errors))
