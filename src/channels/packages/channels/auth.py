"""Who is behind a connection, in both eras."""
from ._eras import names_of_both

__getattr__ = names_of_both(__name__, first=frozenset((
    'transfer_user', 'channel_session_user', 'http_session_user', 'channel_session_user_from_http',
    'channel_and_http_session_user_from_http')))
