"""Dates and times in Django's letters."""

import re

_MONTHS_AP = ('Jan.', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.')
_LETTERS = {
    'd': '%d', 'D': '%a', 'H': '%H', 'i': '%M', 'l': '%A', 'm': '%m', 'M': '%b', 'F': '%B', 's': '%S', 'Y': '%Y', 'y': '%y', 'h': '%I',
    'u': '%f', 'z': '%j',
}


def format(value, format_string):
    return re.sub(r'\\(.)|([A-Za-z])', lambda match: match[1] or _letter(value, match[2]), format_string)


def _letter(value, letter):
    if letter in _LETTERS:
        return value.strftime(_LETTERS[letter])
    hour = getattr(value, 'hour', 0)
    if letter == 'P':
        if value.minute == 0 and hour in (0, 12):
            return 'midnight' if hour == 0 else 'noon'
        minutes = f':{value.minute:02d}' if value.minute else ''
        return f'{hour % 12 or 12}{minutes} {_letter(value, "a")}'
    made = {
        'j': lambda: value.day, 'n': lambda: value.month, 'G': lambda: hour, 'g': lambda: hour % 12 or 12,
        'a': lambda: 'p.m.' if hour > 11 else 'a.m.', 'A': lambda: 'PM' if hour > 11 else 'AM', 'N': lambda: _MONTHS_AP[value.month - 1],
        'c': value.isoformat, 'U': lambda: int(value.timestamp()), 'w': lambda: value.isoweekday() % 7,
        'e': lambda: value.tzname() or '', 'T': lambda: value.tzname() or '',
    }
    return str(made[letter]()) if letter in made else letter
