"""Talks to an application as a server would, from a test."""

import asyncio
import contextvars

from .compatibility import guarantee_single_callable
from .timeout import timeout as async_timeout


class ApplicationCommunicator:
    """One instance of the application, with a queue in each direction. Seconds are those of the program's clock."""

    def __init__(self, application, scope):
        self._future = None
        self.application = guarantee_single_callable(application)
        self.scope = scope
        self._input_queue = self._output_queue = None

    # Made when first needed, by the loop that then runs.
    @property
    def input_queue(self):
        if self._input_queue is None:
            self._input_queue = asyncio.Queue()
        return self._input_queue

    @property
    def output_queue(self):
        if self._output_queue is None:
            self._output_queue = asyncio.Queue()
        return self._output_queue

    @property
    def future(self):
        if self._future is None:
            # The context of the test is not the application's.
            work = self.application(self.scope, self.input_queue.get, self.output_queue.put)
            self._future = asyncio.get_running_loop().create_task(work, context=contextvars.copy_context())
        return self._future

    async def wait(self, timeout=1):
        """Until the application has ended, or `timeout` seconds; then it is cancelled. Raises what it raised."""
        try:
            async with async_timeout(timeout):
                try:
                    await self.future
                    self.future.result()
                except asyncio.CancelledError:
                    pass
        finally:
            await self._end()

    async def _end(self):
        if not self.future.done():
            self.future.cancel()
            try:
                await self.future
            except asyncio.CancelledError:
                pass

    def stop(self, exceptions=True):
        if self._future is None:
            return
        if not self._future.done():
            self._future.cancel()
        elif exceptions:
            self._future.result()

    def __del__(self):
        try:
            self.stop(exceptions=False)
        except RuntimeError:
            # The loop is closed already.
            pass

    async def send_input(self, message):
        """What the server has to say to it."""
        self.future
        await self.input_queue.put(message)

    async def receive_output(self, timeout=1):
        """What it says to the server. Raises TimeoutError after `timeout` seconds, or what the application raised."""
        if self.future.done():
            self.future.result()
        try:
            async with async_timeout(timeout):
                return await self.output_queue.get()
        except asyncio.TimeoutError as error:
            if self.future.done():
                self.future.result()
                raise error
            self.future.cancel()
            try:
                await self.future
            except asyncio.CancelledError:
                pass
            raise error

    async def receive_nothing(self, timeout=0.1, interval=0.01):
        """Whether it says nothing for `timeout` seconds."""
        if self.future.done():
            return self.output_queue.empty()
        try:
            async with async_timeout(timeout):
                while self.output_queue.empty():
                    await asyncio.sleep(interval)
            return False
        except asyncio.TimeoutError:
            return self.output_queue.empty()
