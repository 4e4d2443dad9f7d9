"""The class behind zoneinfo, which CPython writes in C: time zones by name, from the data of the module _zones."""
import posixpath
import weakref
from bisect import bisect_right
from datetime import datetime, timedelta, tzinfo

_EPOCH = datetime(1970, 1, 1).toordinal()
_NO_OFFSET = timedelta(0)
# A summer time does not last longer; what does is another standard time.
_SUMMER_MAX = 300 * 86400


class ZoneInfo(tzinfo):
    _strong = {}
    _weak = weakref.WeakValueDictionary()

    def __init_subclass__(cls):
        cls._strong = {}
        cls._weak = weakref.WeakValueDictionary()

    def __new__(cls, key):
        known = cls._weak.get(key)
        if known is None:
            known = cls._weak.setdefault(key, cls._make(key))
            known._is_cached = True
        cls._strong.pop(key, None)
        cls._strong[key] = known
        if len(cls._strong) > 8:
            del cls._strong[next(iter(cls._strong))]
        return known

    @classmethod
    def no_cache(cls, key):
        return cls._make(key)

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for cache in (cls._strong, cls._weak):
            if only_keys is None:
                cache.clear()
            else:
                for key in only_keys:
                    cache.pop(key, None)

    @classmethod
    def _make(cls, key):
        self = super().__new__(cls)
        self.key = key
        self._is_cached = False
        self._begins, self._periods = _periods_of(key)
        # On the clocks of the place, before and after each is put forward or back.
        self._walls = ([], [])
        for at, begin in enumerate(self._begins):
            offsets = sorted(period[0] for period in self._periods[at:at + 2])
            self._walls[0].append(begin + offsets[1])
            self._walls[1].append(begin + offsets[0])
        return self

    def _period(self, dt):
        if dt is None:
            return (None, None, None) if self._begins else self._spans(0)
        moment = _seconds(dt)
        return self._spans(bisect_right(self._walls[dt.fold], moment))

    def _spans(self, at):
        offset, saving, name = self._periods[at]
        return timedelta(seconds=offset), timedelta(seconds=saving), name

    def utcoffset(self, dt):
        return self._period(dt)[0]

    def dst(self, dt):
        return self._period(dt)[1]

    def tzname(self, dt):
        return self._period(dt)[2]

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc() requires a datetime argument')
        if dt.tzinfo is not self:
            raise ValueError('dt.tzinfo is not self')
        moment = _seconds(dt)
        at = bisect_right(self._begins, moment)
        offset = self._periods[at][0]
        is_again = at > 0 and moment - self._begins[at - 1] < self._periods[at - 1][0] - offset
        return (dt + timedelta(seconds=offset)).replace(fold=int(is_again))

    def __repr__(self):
        name = type(self).__name__
        return f'zoneinfo.{name}(key={self.key!r})' if type(self) is ZoneInfo else f'{type(self).__module__}.{name}(key={self.key!r})'

    def __str__(self):
        return self.key

    def __reduce__(self):
        return type(self)._unpickle, (self.key, self._is_cached)

    @classmethod
    def _unpickle(cls, key, is_cached, /):
        return cls(key) if is_cached else cls.no_cache(key)


def _seconds(dt):
    return (dt.toordinal() - _EPOCH) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second


def _periods_of(key):
    """When each period but the first begins, in seconds of UTC, and (offset, saving, abbreviation) of each."""
    from _zones import LINKS, ZONES
    from zoneinfo import ZoneInfoNotFoundError

    if not isinstance(key, str):
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(key).__name__}')
    if key.startswith('/'):
        raise ValueError(f'ZoneInfo keys may not be absolute paths, got: {key}')
    if key.startswith('..'):
        raise ValueError(f'ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}')
    if not key or posixpath.normpath(key) != key:
        raise ValueError(f'ZoneInfo keys must be normalized relative paths, got: {key}')
    name = key
    for line in ('\n' + LINKS + '\n').split(f'|{key}\n')[:-1]:
        name = line[line.rindex('\n') + 1:]
    start = ('\n' + ZONES).find(f'\n{name}|')
    if start < 0:
        raise ZoneInfoNotFoundError(f'No time zone found with key {key}')
    names, offsets, order, gaps = ZONES[start:].split('\n', 1)[0].split('|')[1:5]
    kinds = [(-round(_number(offset) * 60), name) for offset, name in zip(offsets.split(), names.split())]
    begins, moment = [], 0
    for gap in gaps.split()[:len(order) - 1]:
        moment += round(_number(gap) * 60)
        begins.append(moment)
    sequence = [kinds[_digit(sign)] for sign in order]
    return begins, [(offset, _saving(begins, sequence, at), name) for at, (offset, name) in enumerate(sequence)]


def _saving(begins, sequence, at):
    """How far a period is ahead of its neighbours, if it is short enough for a summer."""
    if at == 0 or at >= len(begins) or begins[at] - begins[at - 1] > _SUMMER_MAX:
        return 0
    ahead = min(sequence[at][0] - sequence[at - 1][0], sequence[at][0] - sequence[at + 1][0])
    return max(0, ahead)


def _digit(sign):
    return '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX'.index(sign)


def _number(text):
    """A number of base 60."""
    sign = -1 if text.startswith('-') else 1
    whole, _, fraction = text.lstrip('-').partition('.')
    value = 0
    for digit in whole:
        value = value * 60 + _digit(digit)
    for place, digit in enumerate(fraction, 1):
        value += _digit(digit) / 60 ** place
    return sign * value
