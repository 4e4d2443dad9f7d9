"""Which consumer or application gets what, in both eras."""
from ._eras import names_of_both

__getattr__ = names_of_both(__name__, first=frozenset((
    'Router', 'Route', 'RouteClass', 'Include', 'route', 'route_class', 'include', 'null_consumer', 'connect_consumer')))
