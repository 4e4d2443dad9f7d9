from channels import include, route
from consumers import door_connect, door_message, ws_connect, ws_disconnect, ws_message

room_routing = [
    route('websocket.connect', ws_connect, path=r'^(?P<room_name>[a-zA-Z0-9_]+)/$'),
    route('websocket.receive', ws_message, path=r'^(?P<room_name>[a-zA-Z0-9_]+)/$'),
    route('websocket.disconnect', ws_disconnect, path=r'^(?P<room_name>[a-zA-Z0-9_]+)/$'),
]

channel_routing = [
    route('websocket.connect', door_connect, path=r'^/door/$'),
    route('websocket.receive', door_message, path=r'^/door/$'),
    include(room_routing, path=r'^/chat/'),
]
