"""The application is told when the server begins and ends."""

import asyncio
import logging

_log = logging.getLogger('uvicorn.error')


class Lifespan:
    """'auto': an application that does not want to know is served all the same."""

    def __init__(self, config):
        self._config = config
        self._events = asyncio.Queue()
        self._told = {}
        self._task = None
        self.state = {}
        self.should_exit = False

    async def startup(self):
        """Whether the server may begin."""
        if self._config.lifespan == 'off':
            return True
        _log.info('Waiting for application startup.')
        scope = {'type': 'lifespan', 'asgi': {'version': '3.0', 'spec_version': '2.0'}, 'state': self.state}
        self._task = asyncio.create_task(self._run(scope), name='lifespan')
        if await self._ask('startup'):
            _log.info('Application startup complete.')
            return True
        _log.error('Application startup failed. Exiting.')
        return False

    async def shutdown(self):
        if self._task is None or self._task.done():
            return
        _log.info('Waiting for application shutdown.')
        if await self._ask('shutdown'):
            _log.info('Application shutdown complete.')
        else:
            _log.error('Application shutdown failed. Exiting.')

    async def _ask(self, what):
        """Whether it said that it is done, or need not be asked."""
        self._told[what] = done = asyncio.get_running_loop().create_future()
        self._events.put_nowait({'type': f'lifespan.{what}'})
        await asyncio.wait([done, self._task], return_when=asyncio.FIRST_COMPLETED)
        return done.result() if done.done() else not self.should_exit

    async def _run(self, scope):
        try:
            await self._config.loaded_app(scope, self._events.get, self._send)
        except Exception:
            if self._config.lifespan == 'auto' and not any(done.done() for done in self._told.values()):
                _log.info("ASGI 'lifespan' protocol appears unsupported.")
            else:
                self.should_exit = True
                _log.error("Exception in 'lifespan' protocol\n", exc_info=True)

    async def _send(self, message):
        what, _, outcome = message['type'].removeprefix('lifespan.').partition('.')
        if outcome == 'failed':
            self.should_exit = True
            if message.get('message'):
                _log.error(message['message'])
        self._told[what].set_result(outcome == 'complete')
