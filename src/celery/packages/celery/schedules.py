"""When periodic tasks are due: every so often, or as a crontab says."""
import numbers
import re
from collections import namedtuple
from datetime import timedelta, timezone

from ._state import get_app

#: Whether it is due, and in how many seconds to look again.
schedstate = namedtuple('schedstate', ('is_due', 'next'))

_DAYS = ('sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat')
#: A day that a crontab never meets: 30 February.
_YEARS_MAX = 9


class ParseException(Exception):
    """A field of a crontab cannot be read."""


def humanize_seconds(seconds, prefix=''):
    """`5.00 minutes`."""
    for unit, length in (('day', 86400.0), ('hour', 3600.0), ('minute', 60.0), ('second', 1.0)):
        if seconds >= length:
            count = seconds / length
            return f'{prefix}{count:.2f} {unit}{"" if count == 1 else "s"}'
    return 'now'


class BaseSchedule:
    """`nowfun` tells the time; without it the app does."""

    def __init__(self, nowfun=None, app=None):
        self.nowfun = nowfun
        self._app = app

    @property
    def app(self):
        return self._app or get_app()

    @app.setter
    def app(self, app):
        self._app = app

    def now(self):
        return _aware((self.nowfun or self.app.now)(), self.app.timezone)

    def remaining_estimate(self, last_run_at):
        """Until it is due; below zero: since then."""
        raise NotImplementedError

    def is_due(self, last_run_at):
        raise NotImplementedError


def _aware(moment, zone):
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment


def _seconds(delta):
    return max(delta.total_seconds(), 0)


class schedule(BaseSchedule):
    """So many seconds, or a timedelta, after the last time. `relative`: rounded to the unit of the interval."""

    def __init__(self, run_every=None, relative=False, nowfun=None, app=None):
        self.run_every = run_every if isinstance(run_every, timedelta) else timedelta(seconds=run_every)
        self.relative = relative
        super().__init__(nowfun, app)

    @property
    def seconds(self):
        return _seconds(self.run_every)

    @property
    def human_seconds(self):
        return humanize_seconds(self.seconds)

    def remaining_estimate(self, last_run_at):
        due = _aware(last_run_at, self.app.timezone) + self.run_every
        return (_rounded(due, self.run_every) if self.relative else due) - self.now()

    def is_due(self, last_run_at):
        left = _seconds(self.remaining_estimate(last_run_at))
        return schedstate(True, self.seconds) if left == 0 else schedstate(False, left)

    def __eq__(self, other):
        return self.run_every == getattr(other, 'run_every', other)

    def __repr__(self):
        return f'<freq: {self.human_seconds}>'


def _rounded(moment, interval):
    """Down to whole days, hours, minutes or seconds."""
    units = (('hour', 86400), ('minute', 3600), ('second', 60), ('microsecond', 1))
    zeros = {name: 0 for name, length in units if interval.total_seconds() >= length}
    return moment.replace(**zeros)


class crontab_parser:
    """Reads a field: `*/15`, `8-17/2`, `mon-fri`, `1,13,30-45`. Gives its numbers."""

    ParseException = ParseException

    def __init__(self, max_=60, min_=0):
        self._first = min_
        self._last = min_ + max_ - 1

    def parse(self, spec):
        return {number for part in spec.split(',') for number in self._part(part)}

    def _part(self, part):
        if not part:
            raise ParseException('empty part')
        numbers, slash, step = part.partition('/')
        if slash and not step:
            raise ParseException('empty filter')
        return self._numbers(numbers)[::int(step) if slash else 1]

    def _numbers(self, text):
        if text == '*':
            return list(range(self._first, self._last + 1))
        found = re.match(r'(\w+?)-(\w+)', text)
        if found is None:
            return [self._number(text)]
        start, end = map(self._number, found.groups())
        if end < start:
            return [*range(start, self._last + 1), *range(self._first, end + 1)]
        return list(range(start, end + 1))

    def _number(self, text):
        if text.startswith('-'):
            raise ParseException('negative numbers not supported')
        try:
            number = int(text)
        except ValueError:
            if text[:3].lower() not in _DAYS:
                raise ValueError(f'Invalid weekday literal {text!r}.') from None
            number = _DAYS.index(text[:3].lower())
        if number > self._last:
            raise ValueError(f'Invalid end range: {number} > {self._last}.')
        if number < self._first:
            raise ValueError(f'Invalid beginning range: {number} < {self._first}.')
        return number


def _expanded(spec, count, first=0):
    """As a set of numbers: of a number, a pattern, or several numbers."""
    if isinstance(spec, str):
        return crontab_parser(count, first).parse(spec)
    if not isinstance(spec, (numbers.Integral, set, list, tuple, range, frozenset)):
        raise TypeError(f'Argument cronspec needs to be of any of the following types: int, str, or an iterable type. {type(spec)!r} was given.')
    found = {spec} if isinstance(spec, numbers.Integral) else set(spec)
    for number in found:
        if not first <= number < first + count:
            raise ValueError(f"Invalid crontab pattern.  Valid range is {first}-{first + count - 1}. '{number}' was found.")
    return found


class crontab(BaseSchedule):
    """At the minutes of the hours of the days that are in all its fields, in the app's time zone."""

    def __init__(self, minute='*', hour='*', day_of_week='*', day_of_month='*', month_of_year='*', **options):
        self._said = (minute, hour, day_of_month, month_of_year, day_of_week)
        self.minute = _expanded(minute, 60)
        self.hour = _expanded(hour, 24)
        self.day_of_week = _expanded(day_of_week, 7)
        self.day_of_month = _expanded(day_of_month, 31, 1)
        self.month_of_year = _expanded(month_of_year, 12, 1)
        super().__init__(**options)

    def remaining_estimate(self, last_run_at):
        now = self.now()
        due = self._after(_aware(last_run_at, self.app.timezone).astimezone(self.app.timezone))
        return due.astimezone(timezone.utc) - now.astimezone(timezone.utc)

    def _after(self, moment):
        """The first minute of its own after the one of `moment`."""
        day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
        for _ in range(366 * _YEARS_MAX):
            if self._has(day):
                for hour in sorted(self.hour):
                    for minute in sorted(self.minute):
                        found = day.replace(hour=hour, minute=minute)
                        if found > moment:
                            return found
            day += timedelta(days=1)
        raise RuntimeError('unable to rollover, time specification is probably invalid')

    def _has(self, day):
        return day.month in self.month_of_year and day.day in self.day_of_month and day.isoweekday() % 7 in self.day_of_week

    def is_due(self, last_run_at):
        left = _seconds(self.remaining_estimate(last_run_at))
        if left == 0:
            return schedstate(True, _seconds(self.remaining_estimate(self.now())))
        return schedstate(False, left)

    def _fields(self):
        return self.month_of_year, self.day_of_month, self.day_of_week, self.hour, self.minute

    def __eq__(self, other):
        return self._fields() == other._fields() if isinstance(other, crontab) else NotImplemented

    def __repr__(self):
        return f"<crontab: {' '.join(map(str, self._said))} (m/h/dM/MY/d)>"


def maybe_schedule(given, relative=False, app=None):
    """Of seconds or a timedelta a schedule; one that is already one is the app's from now on."""
    if given is None:
        return None
    if isinstance(given, (numbers.Number, timedelta)):
        return schedule(given, relative, app=app)
    given.app = app
    return given
