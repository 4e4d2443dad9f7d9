"""Lib's own zoneinfo, with the data of the package moment-timezone: there are no files of time zones to look for."""
__all__ = ['ZoneInfo', 'reset_tzpath', 'available_timezones', 'TZPATH', 'ZoneInfoNotFoundError', 'InvalidTZPathWarning']

TZPATH = ()


class ZoneInfoNotFoundError(KeyError):
    """Exception raised when a ZoneInfo key is not found."""


class InvalidTZPathWarning(RuntimeWarning):
    """Warning raised if an invalid path is specified in PYTHONTZPATH."""


from _zoneinfo import ZoneInfo  # noqa: E402


def available_timezones():
    """Returns a set containing all available time zones."""
    from _zones import LINKS, ZONES

    return {line.split('|')[0] for line in ZONES.split('\n')} | {line.split('|')[1] for line in LINKS.split('\n')}


def reset_tzpath(to=None):
    """Set global TZPATH. No zone is looked for there."""
    global TZPATH
    TZPATH = () if to is None else tuple(to)
