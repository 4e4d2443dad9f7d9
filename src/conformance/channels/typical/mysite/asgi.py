import os

from django.core.asgi import get_asgi_application

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')
pages = get_asgi_application()

from channels.auth import AuthMiddlewareStack
from channels.routing import ChannelNameRouter, ProtocolTypeRouter, URLRouter
from channels.security.websocket import AllowedHostsOriginValidator
from django.urls import path, re_path

from chat import consumers

application = ProtocolTypeRouter({
    'http': URLRouter([
        path('events/', consumers.ServerSentEvents.as_asgi()),
        path('poll/', consumers.LongPoll.as_asgi()),
        re_path(r'', pages),
    ]),
    'websocket': AllowedHostsOriginValidator(AuthMiddlewareStack(URLRouter([
        path('ws/echo/', consumers.Echo.as_asgi()),
        path('ws/alerts/', consumers.Alerts.as_asgi()),
        path('ws/room/<room>/', consumers.SyncRoom.as_asgi()),
    ]))),
    'channel': ChannelNameRouter({
        'thumbnails-generate': consumers.Generate.as_asgi(),
        'thumbnails-delete': consumers.Delete.as_asgi(),
    }),
})
