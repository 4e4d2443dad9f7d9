"""What consumers and servers raise. `DenyConnection` and its like serve both eras."""


class RequestAborted(Exception):
    """The client went away while its request was still being read."""


class RequestTimeout(RequestAborted):
    """Reading the body of a request took too long."""


class InvalidChannelLayerError(ValueError):
    """A layer of the settings cannot be made."""


class AcceptConnection(Exception):
    """The WebSocket is to be accepted."""


class DenyConnection(Exception):
    """The WebSocket is to be refused."""


class ChannelFull(Exception):
    """There is no room for another message in a channel."""


class MessageTooLarge(Exception):
    """A message is larger than the layer takes."""


class StopConsumer(Exception):
    """The consumer has done its work, and may be thrown away."""


class ConsumeLater(Exception):
    """1.x: the message goes back to its channel, behind those that wait there."""


class ResponseLater(Exception):
    """1.x: the view leaves the response to others, who have the reply channel."""


class ChannelSocketException(Exception):
    """1.x: a consumer raises it, and what its `run` does is done instead of a failure."""

    def run(self, message):
        raise NotImplementedError


class WebsocketCloseException(ChannelSocketException):
    """1.x: closes the socket. `code`: 1000, or 3000 to 4999; without one it is a plain close."""

    def __init__(self, code=None):
        if code is not None and code != 1000 and not (isinstance(code, int) and 3000 <= code <= 4999):
            raise ValueError(f'invalid close code {code} (must be 1000 or from [3000, 4999])')
        self._code = code

    def run(self, message):
        # Since Daphne 1.2 reply channels are named daphne.response...!..., and so this fails with them, as it did.
        if message.reply_channel.name.split('.')[0] != 'websocket':
            raise ValueError('You cannot raise CloseWebsocketError from a non-websocket handler.')
        message.reply_channel.send({'close': self._code or True})


class SendNotAvailableOnDemultiplexer(Exception):
    """1.x: a demultiplexed consumer answers by its `multiplexer`, which knows the stream."""
