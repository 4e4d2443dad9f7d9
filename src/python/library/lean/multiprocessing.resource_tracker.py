"""What multiprocessing asks of the process that removes forgotten semaphores. They end with the simulated computer: there is none."""
import os

__all__ = ['ensure_running', 'register', 'unregister']


class ResourceTracker:
    def __init__(self):
        self._fd = None
        self._pid = None

    def getfd(self):
        if self._fd is None:
            self._fd = os.open(os.devnull, os.O_RDONLY)
        return self._fd

    def ensure_running(self):
        self.getfd()

    def register(self, name, rtype):
        pass

    def unregister(self, name, rtype):
        pass

    def _stop(self):
        pass


_resource_tracker = ResourceTracker()
ensure_running = _resource_tracker.ensure_running
register = _resource_tracker.register
unregister = _resource_tracker.unregister
getfd = _resource_tracker.getfd
