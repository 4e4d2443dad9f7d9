"""Sessions, in both eras."""
from ._eras import names_of_both

__getattr__ = names_of_both(__name__, first=frozenset((
    'session_for_reply_channel', 'channel_session', 'wait_channel_name', 'requeue_messages', 'enforce_ordering', 'http_session',
    'channel_and_http_session')))
