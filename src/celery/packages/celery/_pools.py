"""Where a worker's tasks run: in child processes, in threads, or in the worker itself."""
import os
import queue
import subprocess
import sys
import threading

from kombu.utils import json

from ._job import wants_requeue
from ._trace import execute


class Solo:
    """One at a time, here; nothing else happens meanwhile."""

    name = 'solo'
    can_end_tasks = False

    def __init__(self, worker):
        self._worker = worker

    def start(self):
        pass

    @property
    def busy(self):
        return 0

    def has_room(self):
        return True

    def submit(self, job):
        job.accepted()
        outcome = execute(job.task, job.context())
        self._worker.done(job, outcome.state, wants_requeue(outcome.value))

    def descriptors(self):
        return []

    def pids(self):
        return [os.getpid()]

    def stop(self):
        pass

    def kill(self):
        return []


class Threads:
    """So many threads, which wake the worker when something has ended."""

    name = 'threads'
    can_end_tasks = False

    def __init__(self, worker):
        self._worker = worker
        self._jobs = queue.SimpleQueue()
        self._said = queue.SimpleQueue()
        self._read, self._write = os.pipe()
        self._running = []

    def start(self):
        for index in range(self._worker.concurrency):
            threading.Thread(target=self._run, name=f'ThreadPoolExecutor-0_{index}', daemon=True).start()

    @property
    def busy(self):
        return len(self._running)

    def has_room(self):
        return self.busy < self._worker.concurrency

    def submit(self, job):
        self._running.append(job)
        self._jobs.put(job)

    def descriptors(self):
        return [self._read]

    def read(self, descriptor):
        os.read(descriptor, 1)
        job, outcome = self._said.get()
        if outcome is None:
            return job.accepted()
        self._running.remove(job)
        self._worker.done(job, outcome.state, wants_requeue(outcome.value))

    def pids(self):
        return [os.getpid()]

    def stop(self):
        pass

    def kill(self):
        return list(self._running)

    def _run(self):
        while True:
            job = self._jobs.get()
            self._say(job, None)
            self._say(job, execute(job.task, job.context()))

    def _say(self, job, outcome):
        self._said.put((job, outcome))
        os.write(self._write, b'.')


class _Child:
    """A process that runs one task after the other."""

    def __init__(self, worker, number):
        orders, self._orders = os.pipe()
        self.news, news = os.pipe()
        self.number = number
        self.job = None
        self.has_begun = False
        self._buffer = b''
        command = [sys.executable or 'python', '-m', 'celery._child', worker.app_name, worker.level, str(number),
                   str(orders), str(news)]
        self.process = subprocess.Popen(command, pass_fds=(orders, news))
        os.close(orders)
        os.close(news)

    def submit(self, job):
        self.job = job
        self.has_begun = False
        try:
            os.write(self._orders, json.dumps({'name': job.name, 'fields': job.fields, 'soft': job.soft_time_limit}).encode() + b'\n')
        except BrokenPipeError:
            pass

    def read(self):
        """What it has said, by lines; None: it is gone."""
        got = os.read(self.news, 65536)
        if not got:
            return None
        *lines, self._buffer = (self._buffer + got).split(b'\n')
        return [json.loads(line) for line in lines]

    def close(self):
        os.close(self._orders)
        os.close(self.news)
        self.process.wait()


class Prefork:
    """Child processes. One that is gone is replaced, and what it ran is lost."""

    name = 'prefork'
    can_end_tasks = True

    def __init__(self, worker):
        self._worker = worker
        self._children = {}
        self._count = 0
        self._is_stopping = False

    def start(self):
        for _ in range(self._worker.concurrency):
            self._add()

    def _add(self):
        self._count += 1
        child = _Child(self._worker, self._count)
        self._children[child.news] = child

    @property
    def busy(self):
        return sum(child.job is not None for child in self._children.values())

    def pids(self):
        return [child.process.pid for child in self._children.values()]

    def has_room(self):
        return any(child.job is None for child in self._children.values())

    def submit(self, job):
        next(child for child in self._children.values() if child.job is None).submit(job)

    def descriptors(self):
        return list(self._children)

    def read(self, descriptor):
        child = self._children[descriptor]
        news = child.read()
        if news is None:
            return self._lost(child)
        for said in news:
            job = child.job
            if said['is'] == 'accepted':
                child.has_begun = True
                job.accepted()
                self._worker.began(job, child.process)
            else:
                child.job = None
                self._worker.done(job, said['state'], said['requeue'])

    def _lost(self, child):
        del self._children[child.news]
        child.close()
        if not self._is_stopping:
            self._add()
            if child.job is not None and not child.has_begun:
                # It was given the task and has not begun: another child gets it.
                return self.submit(child.job)
        if child.job is not None:
            self._worker.lost(child.job, child.process.returncode)

    def stop(self):
        """When they have nothing to do."""
        self._is_stopping = True
        children = list(self._children.values())
        self._children.clear()
        for child in children:
            child.close()

    def kill(self):
        """At once. Gives what they were running."""
        self._is_stopping = True
        running = [child.job for child in self._children.values() if child.job is not None]
        for child in self._children.values():
            child.process.terminate()
        self.stop()
        return running


POOLS = {'prefork': Prefork, 'processes': Prefork, 'solo': Solo, 'threads': Threads}
