"""Where a Redis is, as settings say it."""


def address_of(host):
    """`(host, port, db)` of `redis://:password@host:port/db`, of `(host, port)`, or of a dict with an `address` or a `host`."""
    if isinstance(host, dict):
        if 'address' in host:
            name, port, db = address_of(host['address'])
        else:
            name, port, db = host.get('host', 'localhost'), host.get('port', 6379), 0
        return name, int(port), int(host.get('db', db))
    if not isinstance(host, str):
        name, port, *rest = host
        return name, int(port), int(rest[0]) if rest else 0
    place, _, path = host.partition('://')[2].partition('/')
    name, _, port = place.rpartition('@')[2].partition(':')
    db = path.partition('?')[0]
    return name or 'localhost', int(port or 6379), int(db) if db.isdigit() else 0
