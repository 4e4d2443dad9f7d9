"""What each command sends, and what becomes of its reply; shared by the client that blocks and the one that is awaited."""
import _channels
from asgi_redis._hosts import address_of

from .exceptions import DataError


def _truth(reply):
    return bool(reply)


def _is_ok(reply):
    return reply == 'OK'


def _seconds(milliseconds):
    return milliseconds if milliseconds < 0 else round(milliseconds / 1000)


def _flat(keys, args=()):
    """Keys may come one by one or in a list."""
    return [*([keys] if isinstance(keys, (str, bytes)) else keys), *args]


class Commands:
    """Every command ends in `_run(command, arguments, what becomes of the reply)`."""

    def __init__(self, host='localhost', port=6379, db=0, password=None, decode_responses=False, encoding='utf-8', **kwargs):
        self._address = (host, port, db)
        self._store = _channels.RedisStore([self._address])
        self._decodes = decode_responses
        self._encoding = encoding

    @classmethod
    def from_url(cls, url, **kwargs):
        host, port, db = address_of(url)
        return cls(host=host, port=port, db=db, **kwargs)

    def __repr__(self):
        host, port, db = self._address
        connection = f'<redis.connection.Connection(host={host},port={port},db={db})>'
        return f'<{type(self).__module__}.{type(self).__name__}(<redis.connection.ConnectionPool({connection})>)>'

    def _encode(self, value):
        if isinstance(value, bytes):
            return value
        if isinstance(value, str):
            return value.encode(self._encoding)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return repr(value).encode()
        raise DataError(f"Invalid input of type: '{type(value).__name__}'. Convert to a bytes, string, int or float first.")

    def _decode(self, reply):
        if isinstance(reply, (list, tuple)):
            return [self._decode(item) for item in reply]
        if self._decodes and isinstance(reply, bytes):
            return reply.decode(self._encoding)
        return reply

    def _reply(self, command, args, change):
        if command == 'FLUSHALL':
            self._store.flushall()
            return True
        reply = self._decode(self._store.execute(command, [self._encode(arg) for arg in args]))
        return reply if change is None else change(reply)

    def execute_command(self, command, *args):
        return self._run(command, args)

    def ping(self):
        return self._run('PING', (), lambda reply: reply == 'PONG')

    def get(self, name):
        return self._run('GET', (name,))

    def set(self, name, value, ex=None, px=None, nx=False, xx=False, keepttl=False, get=False):
        options = [*(('EX', ex) if ex is not None else ()), *(('PX', px) if px is not None else ())]
        options += [word for word, wanted in (('NX', nx), ('XX', xx), ('KEEPTTL', keepttl), ('GET', get)) if wanted]
        return self._run('SET', (name, value, *options), None if get else lambda reply: True if reply == 'OK' else None)

    def setex(self, name, time, value):
        return self.set(name, value, ex=time)

    def setnx(self, name, value):
        return self._run('SET', (name, value, 'NX'), _is_ok)

    def mget(self, keys, *args):
        return self._run('MGET', _flat(keys, args))

    def append(self, key, value):
        return self._run('APPEND', (key, value))

    def strlen(self, name):
        return self._run('STRLEN', (name,))

    def incr(self, name, amount=1):
        return self._run('INCRBY', (name, amount))

    incrby = incr

    def decr(self, name, amount=1):
        return self._run('DECRBY', (name, amount))

    decrby = decr

    def lpush(self, name, *values):
        return self._run('LPUSH', (name, *values))

    def rpush(self, name, *values):
        return self._run('RPUSH', (name, *values))

    def lpop(self, name, count=None):
        return self._run('LPOP', (name,) if count is None else (name, count))

    def rpop(self, name, count=None):
        return self._run('RPOP', (name,) if count is None else (name, count))

    def llen(self, name):
        return self._run('LLEN', (name,))

    def lrange(self, name, start, end):
        return self._run('LRANGE', (name, start, end))

    def lindex(self, name, index):
        return self._run('LINDEX', (name, index))

    def ltrim(self, name, start, end):
        return self._run('LTRIM', (name, start, end), _is_ok)

    def lrem(self, name, count, value):
        return self._run('LREM', (name, count, value))

    def hset(self, name, key=None, value=None, mapping=None):
        pairs = [] if key is None else [key, value]
        for field, held in (mapping or {}).items():
            pairs += [field, held]
        if not pairs:
            raise DataError("'hset' with no key value pairs")
        return self._run('HSET', (name, *pairs))

    def hget(self, name, key):
        return self._run('HGET', (name, key))

    def hgetall(self, name):
        return self._run('HGETALL', (name,), lambda reply: dict(zip(reply[::2], reply[1::2])))

    def hdel(self, name, *keys):
        return self._run('HDEL', (name, *keys))

    def hlen(self, name):
        return self._run('HLEN', (name,))

    def hexists(self, name, key):
        return self._run('HEXISTS', (name, key), _truth)

    def hincrby(self, name, key, amount=1):
        return self._run('HINCRBY', (name, key, amount))

    def sadd(self, name, *values):
        return self._run('SADD', (name, *values))

    def srem(self, name, *values):
        return self._run('SREM', (name, *values))

    def smembers(self, name):
        return self._run('SMEMBERS', (name,), set)

    def sismember(self, name, value):
        return self._run('SISMEMBER', (name, value))

    def scard(self, name):
        return self._run('SCARD', (name,))

    def delete(self, *names):
        return self._run('DEL', names)

    def exists(self, *names):
        return self._run('EXISTS', names)

    def type(self, name):
        return self._run('TYPE', (name,), lambda reply: reply if self._decodes else reply.encode())

    def keys(self, pattern='*'):
        return self._run('KEYS', (pattern,))

    def dbsize(self):
        return self._run('DBSIZE', ())

    def expire(self, name, time):
        return self._run('PEXPIRE', (name, round(time * 1000)), _truth)

    def pexpire(self, name, time):
        return self._run('PEXPIRE', (name, time), _truth)

    def persist(self, name):
        return self._run('PERSIST', (name,), _truth)

    def ttl(self, name):
        """Seconds; -1 for ever, -2 it is not there."""
        return self._run('PTTL', (name,), _seconds)

    def pttl(self, name):
        return self._run('PTTL', (name,))

    def flushdb(self):
        return self._run('FLUSHDB', (), _is_ok)

    def flushall(self):
        return self._run('FLUSHALL', ())
