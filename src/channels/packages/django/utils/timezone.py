"""Times with their zones; the zone of this computer is UTC."""

from datetime import datetime, timedelta, timezone

utc = timezone.utc


def get_fixed_timezone(offset):
    """`offset`: minutes, or a timedelta."""
    minutes = offset.total_seconds() // 60 if isinstance(offset, timedelta) else offset
    sign = '-' if minutes < 0 else '+'
    hours, rest = divmod(abs(int(minutes)), 60)
    return timezone(timedelta(minutes=minutes), f'{sign}{hours:02d}{rest:02d}')


def get_default_timezone():
    from django.conf import settings

    if settings.TIME_ZONE in ('UTC', None):
        return utc
    from zoneinfo import ZoneInfo

    return ZoneInfo(settings.TIME_ZONE)


get_current_timezone = get_default_timezone


def get_current_timezone_name():
    return str(get_current_timezone())


def now():
    from django.conf import settings

    return datetime.now(tz=utc if settings.USE_TZ else None)


def localtime(value=None, timezone=None):
    value = now() if value is None else value
    if is_naive(value):
        raise ValueError('localtime() cannot be applied to a naive datetime')
    return value.astimezone(timezone or get_current_timezone())


def localdate(value=None, timezone=None):
    return localtime(value, timezone).date()


def is_aware(value):
    return value.utcoffset() is not None


def is_naive(value):
    return value.utcoffset() is None


def make_aware(value, timezone=None):
    if is_aware(value):
        raise ValueError(f'make_aware expects a naive datetime, got {value}')
    return value.replace(tzinfo=timezone or get_current_timezone())


def make_naive(value, timezone=None):
    if is_naive(value):
        raise ValueError('make_naive() cannot be applied to a naive datetime')
    return value.astimezone(timezone or get_current_timezone()).replace(tzinfo=None)
