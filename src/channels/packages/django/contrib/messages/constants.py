"""How important a note is."""

DEBUG, INFO, SUCCESS, WARNING, ERROR = 10, 20, 25, 30, 40
DEFAULT_TAGS = {DEBUG: 'debug', INFO: 'info', SUCCESS: 'success', WARNING: 'warning', ERROR: 'error'}
