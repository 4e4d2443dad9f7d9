"""How often a worker starts tasks of one name: `10/m`."""
import time
from collections import deque

_SECONDS = {'s': 1, 'm': 60, 'h': 3600}
#: Tokens: sums of floats are not exact.
_ALMOST = 1e-9


def rate(limit):
    """Per second; 0: as often as it likes."""
    if not limit:
        return 0
    if isinstance(limit, str):
        count, _, unit = limit.partition('/')
        return float(count) / _SECONDS[unit.strip() or 's']
    return limit


class Bucket:
    """
    A token for each task; it holds one, and another comes when the rate says so. `jobs` wait for theirs. As Kombu has it, time counts
    from when it was last looked into without being full: after a pause two may go at once.
    """

    def __init__(self, per_second, since):
        self.jobs = deque()
        self._rate = float(per_second)
        self._tokens = 1.0
        self._at = since

    def take(self):
        """False: none is there."""
        if self._tokens < 1.0:
            now = time.monotonic()
            self._tokens = min(1.0, self._tokens + (now - self._at) * self._rate)
            self._at = now
        if self._tokens < 1.0 - _ALMOST:
            return False
        self._tokens = max(0.0, self._tokens - 1.0)
        return True

    def wait(self):
        """Seconds until there is one."""
        return max(0.0, (1.0 - self._tokens) / self._rate)


class Limits:
    """Of a worker: tasks of one name begin no oftener than their rate limit says; the others wait in it."""

    def __init__(self, worker):
        self._worker = worker
        self._buckets = {}
        self._since = time.monotonic()

    def admit(self, job):
        """Now, or when there is a token for it."""
        bucket = self._bucket_of(job.task)
        if bucket is None:
            return self._worker.enqueue(job)
        bucket.jobs.append(job)
        if len(bucket.jobs) == 1:
            self._serve(bucket)

    def _bucket_of(self, task):
        if task.name not in self._buckets:
            per_second = 0 if self._worker.app.conf.worker_disable_rate_limits else rate(task.rate_limit)
            self._buckets[task.name] = Bucket(per_second, self._since) if per_second else None
        return self._buckets[task.name]

    def _serve(self, bucket):
        while bucket.jobs and bucket.take():
            self._worker.enqueue(bucket.jobs.popleft())
        if bucket.jobs:
            self._worker.after(bucket.wait(), lambda: self._serve(bucket))

    def forget(self):
        """All that wait."""
        for bucket in self._buckets.values():
            if bucket is not None:
                bucket.jobs.clear()

    def reset(self):
        """The limits of tasks have changed: those that wait are looked at anew."""
        waiting = [job for bucket in self._buckets.values() if bucket is not None for job in bucket.jobs]
        self.forget()
        self._buckets.clear()
        self._since = time.monotonic()
        for job in waiting:
            self.admit(job)
