import inspect
import json
import pickle


class Proxy:
    """`proxy.name(x=1)` calls the function with that name and those arguments."""

    def __init__(self, function, name=''):
        self._function = function
        self._name = name

    def __getattr__(self, name):
        return Proxy(self._function, f'{self._name}.{name}' if self._name else name)

    def __call__(self, **kwargs):
        return self._function(self._name, kwargs)


class Base:
    """Bodies are pickled."""

    CONTENT_TYPE = 'application/python-pickle'

    def serialize(self, data):
        return pickle.dumps(data)

    def deserialize(self, data):
        return pickle.loads(data)


class JsonBase(Base):
    CONTENT_TYPE = 'application/json'

    def serialize(self, data):
        return json.dumps(data, ensure_ascii=False, default=repr).encode()

    def deserialize(self, data):
        return json.loads(data)


async def called(function, kwargs):
    result = function(**kwargs)
    return await result if inspect.isawaitable(result) else result
