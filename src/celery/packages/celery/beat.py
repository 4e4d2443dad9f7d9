"""Sends tasks when they are due: `celery -A app beat`."""
import heapq
import itertools
import json
import logging
import os
import time
from datetime import datetime

from . import signals
from .schedules import humanize_seconds, maybe_schedule

logger = logging.getLogger('celery.beat')

#: Seconds: it looks at its schedule at least as often.
DEFAULT_MAX_INTERVAL = 300


class SchedulingError(Exception):
    """A task that is due cannot be sent."""


class ScheduleEntry:
    """A task and its schedule."""

    def __init__(self, name=None, task=None, last_run_at=None, total_run_count=None, schedule=None, args=(), kwargs=None,
                 options=None, relative=False, app=None):
        self.app = app
        self.name = name
        self.task = task
        self.args = args
        self.kwargs = kwargs or {}
        self.options = options or {}
        self.schedule = maybe_schedule(schedule, relative, app)
        self.last_run_at = last_run_at or self.schedule.now()
        self.total_run_count = total_run_count or 0

    def is_due(self):
        return self.schedule.is_due(self.last_run_at)

    def __next__(self):
        """As it is when it has been sent once more."""
        return type(self)(self.name, self.task, self.schedule.now(), self.total_run_count + 1, self.schedule, self.args, self.kwargs,
                          self.options, app=self.app)

    def __eq__(self, other):
        return all(getattr(self, name) == getattr(other, name) for name in ('task', 'args', 'kwargs', 'options', 'schedule'))

    def __repr__(self):
        args = ', '.join([*map(repr, self.args or ()), *(f'{name}={value!r}' for name, value in self.kwargs.items())])
        return f'<{type(self).__name__}: {self.name} {self.task}({args}) {self.schedule}'


class Scheduler:
    """Keeps its entries in memory."""

    Entry = ScheduleEntry
    max_interval = DEFAULT_MAX_INTERVAL
    #: Seconds.
    sync_every = 180
    info = ''

    def __init__(self, app, max_interval=None, lazy=False, **options):
        self.app = app
        self.max_interval = max_interval or app.conf.beat_max_loop_interval or self.max_interval
        self.schedule = {}
        self._heap = None
        self._known = None
        self._order = itertools.count()
        self._synced_at = None
        self._sent_since = 0
        if not lazy:
            self.setup_schedule()

    def setup_schedule(self):
        self.merge_inplace(self.app.conf.beat_schedule)

    def merge_inplace(self, wanted):
        """What is known of entries that are wanted no longer is forgotten."""
        for name in [name for name in self.schedule if name not in wanted]:
            del self.schedule[name]
        for name, given in wanted.items():
            entry = self.Entry(**{**given, 'name': name, 'app': self.app})
            known = self.schedule.get(name)
            if known is not None:
                entry.last_run_at, entry.total_run_count = known.last_run_at, known.total_run_count
            self.schedule[name] = entry

    def tick(self):
        """Sends one task at most. Gives the seconds until the next tick."""
        if self._heap is None or self._known != self.schedule:
            self._known = dict(self.schedule)
            self._heap = []
            for entry in self.schedule.values():
                self._push(entry, *entry.is_due())
        if not self._heap:
            return self.max_interval
        entry = self._heap[0][-1]
        is_due, seconds = self.is_due(entry)
        if not is_due:
            return min(seconds or self.max_interval, self.max_interval)
        heapq.heappop(self._heap)
        following = self.reserve(entry)
        self.apply_entry(entry)
        self._push(following, False, seconds)
        return 0

    def _push(self, entry, is_due, seconds):
        heapq.heappush(self._heap, (time.time() + (0 if is_due else seconds), next(self._order), entry))

    def is_due(self, entry):
        return entry.is_due()

    def reserve(self, entry):
        following = self.schedule[entry.name] = next(entry)
        self._known[entry.name] = following
        return following

    def apply_entry(self, entry, producer=None):
        logger.info('Scheduler: Sending due task %s (%s)', entry.name, entry.task)
        try:
            result = self.apply_async(entry)
        except Exception as error:
            logger.error('Message Error: %s', error, exc_info=True)
        else:
            logger.debug('%s sent. id->%s', entry.task, result.id)

    def apply_async(self, entry, **options):
        try:
            if entry.task in self.app.tasks:
                return self.app.tasks[entry.task].apply_async(entry.args, entry.kwargs, **entry.options)
            return self.app.send_task(entry.task, entry.args, entry.kwargs, **entry.options)
        except Exception as error:
            raise SchedulingError(f"Couldn't apply scheduled task {entry.name}: {error}") from error
        finally:
            self._sent_since += 1
            self.sync_if_due()

    def sync_if_due(self):
        every = self.app.conf.beat_sync_every
        is_old = self._synced_at is None or time.monotonic() - self._synced_at > self.sync_every
        if is_old or every and self._sent_since >= every:
            logger.debug('beat: Synchronizing schedule...')
            self.sync()
            self._synced_at = time.monotonic()
            self._sent_since = 0

    def sync(self):
        pass

    def close(self):
        self.sync()


class PersistentScheduler(Scheduler):
    """A file tells when each entry was sent last, so that a beat that starts anew goes on."""

    def __init__(self, *args, schedule_filename=None, **options):
        self.schedule_filename = schedule_filename
        super().__init__(*args, **options)

    @property
    def info(self):
        return f'    . db -> {self.schedule_filename}'

    def setup_schedule(self):
        zone = self._zone()
        kept = self._read()
        if kept.get('zone', zone) != zone:
            logger.warning('Reset: Timezone changed from %r to %r', kept['zone'], zone)
            kept = {}
        for name, (at, count) in kept.get('entries', {}).items():
            if name in self.app.conf.beat_schedule:
                given = {**self.app.conf.beat_schedule[name], 'name': name, 'app': self.app}
                self.schedule[name] = self.Entry(**given, last_run_at=datetime.fromisoformat(at), total_run_count=count)
        super().setup_schedule()
        self.sync()
        logger.debug('Current schedule:\n%s', '\n'.join(map(repr, self.schedule.values())))

    def _zone(self):
        return [str(self.app.conf.timezone), self.app.conf.enable_utc]

    def _read(self):
        if not os.path.exists(self.schedule_filename):
            return {}
        try:
            with open(self.schedule_filename) as file:
                return json.load(file)
        except ValueError as error:
            logger.error('Removing corrupted schedule file %r: %r', self.schedule_filename, error, exc_info=True)
            return {}

    def sync(self):
        entries = {name: (entry.last_run_at.isoformat(), entry.total_run_count) for name, entry in self.schedule.items()}
        with open(self.schedule_filename, 'w') as file:
            json.dump({'zone': self._zone(), 'entries': entries}, file)


class Service:
    """A scheduler, tick by tick, until the process is told to end."""

    scheduler_cls = PersistentScheduler

    def __init__(self, app, max_interval=None, schedule_filename=None, scheduler_cls=None):
        self.app = app
        self.max_interval = max_interval or app.conf.beat_max_loop_interval
        self.scheduler_cls = scheduler_cls or self.scheduler_cls
        self.schedule_filename = schedule_filename or app.conf.beat_schedule_filename
        self._scheduler = None

    @property
    def scheduler(self):
        if self._scheduler is None:
            self._scheduler = self.get_scheduler()
        return self._scheduler

    def get_scheduler(self, lazy=False):
        return self.scheduler_cls(
            app=self.app, schedule_filename=self.schedule_filename, max_interval=self.max_interval, lazy=lazy)

    def start(self, embedded_process=False):
        logger.info('beat: Starting...')
        logger.debug('beat: Ticking with max interval->%s', humanize_seconds(self.scheduler.max_interval))
        signals.beat_init.send(self)
        if embedded_process:
            signals.beat_embedded_init.send(self)
        try:
            while True:
                seconds = self.scheduler.tick()
                if seconds > 0:
                    logger.debug('beat: Waking up %s.', humanize_seconds(seconds, 'in '))
                    time.sleep(seconds)
                    self.scheduler.sync_if_due()
        except (KeyboardInterrupt, SystemExit):
            pass
        finally:
            self.scheduler.close()
