"""Names for type hints: scopes and events are dicts, applications are callable."""

from typing import Any, Awaitable, Callable, Dict

_Dict = Dict[str, Any]

Scope = WWWScope = HTTPScope = WebSocketScope = LifespanScope = _Dict
ASGIReceiveEvent = ASGISendEvent = _Dict
HTTPRequestEvent = HTTPDisconnectEvent = HTTPResponseStartEvent = HTTPResponseBodyEvent = _Dict
WebSocketConnectEvent = WebSocketAcceptEvent = WebSocketReceiveEvent = WebSocketSendEvent = _Dict
WebSocketDisconnectEvent = WebSocketCloseEvent = _Dict
LifespanStartupEvent = LifespanShutdownEvent = _Dict

ASGIReceiveCallable = Callable[[], Awaitable[ASGIReceiveEvent]]
ASGISendCallable = Callable[[ASGISendEvent], Awaitable[None]]
ASGI3Application = Callable[[Scope, ASGIReceiveCallable, ASGISendCallable], Awaitable[None]]
ASGI2Application = Callable[[Scope], Callable[[ASGIReceiveCallable, ASGISendCallable], Awaitable[None]]]
ASGIApplication = ASGI3Application | ASGI2Application
