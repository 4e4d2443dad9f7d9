/** Small sites of Channels 1.x, each a Procfile with its files: Redis, Daphne, workers, and a client in Python. */

const ASGI = `import os

from channels.asgi import get_channel_layer

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')
channel_layer = get_channel_layer()
`;

const MANAGE = `import os
import sys

if __name__ == '__main__':
    os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')
    from django.core.management import execute_from_command_line
    execute_from_command_line(sys.argv)
`;

const settings = (config: string): string => `SECRET_KEY = 'nothing to hide'
ALLOWED_HOSTS = ['*']
ROOT_URLCONF = 'urls'
INSTALLED_APPS = ['channels']
CHANNEL_LAYERS = {
    'default': {
        'BACKEND': 'asgi_redis.RedisChannelLayer',
        'CONFIG': {'hosts': [('localhost', 6379)]${config}},
        'ROUTING': 'routing.channel_routing',
    },
}
`;

const site = (processes: string, config = '') => ({
  Procfile: `redis: redis-server\ndaphne: daphne -v 0 asgi:channel_layer\n${processes}`,
  'asgi.py': ASGI,
  'manage.py': MANAGE,
  'settings.py': settings(config),
  'routing.py': 'channel_routing = []\n',
  'urls.py': 'urlpatterns = []\n',
});

/** One request, for which a worker needs 100 ms. */
export const ONE_REQUEST = {
  ...site('worker: python manage.py runworker\nclient: python client.py\n'),
  'urls.py': `import time

from django.http import HttpResponse
from django.urls import path


def hello(request):
    time.sleep(0.1)
    return HttpResponse('hi')


urlpatterns = [path('', hello)]
`,
  'client.py': `import time

import requests

time.sleep(1)
answer = requests.get('http://localhost:8000/')
print(answer.status_code)
`,
};

/** Three requests for a channel with room for two, and no worker; then everything is flushed. */
export const OVERLOAD = {
  ...site('client: python client.py\n', ", 'capacity': 2"),
  'client.py': `import threading
import time

import requests

from asgi import channel_layer


def ask(n):
    try:
        print(n, requests.get(f'http://localhost:8000/{n}', timeout=5).status_code)
    except requests.Timeout:
        print(n, 'no answer')


time.sleep(1)
threads = [threading.Thread(target=ask, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
time.sleep(1)
channel_layer.flush()
for thread in threads:
    thread.join()
`,
};

/** A room of 1.x for whoever opens a browser. */
export const ROOM = {
  ...site('worker: python manage.py runworker\n'),
  'routing.py': `from channels import route
from consumers import ws_connect, ws_message

channel_routing = [
    route('websocket.connect', ws_connect),
    route('websocket.receive', ws_message),
]
`,
  'consumers.py': `from channels import Group


def ws_connect(message):
    message.reply_channel.send({'accept': True})
    Group('room').add(message.reply_channel)


def ws_message(message):
    Group('room').send({'text': message['text']})
`,
};

/** A room of today, with the consumer that the tutorial of Channels 4 ends with: no worker, and frames of JSON. */
export const ROOM_OF_TODAY = {
  Procfile: 'redis: redis-server --loglevel nothing\nweb: daphne -v 0 asgi:application\n',
  'settings.py': `SECRET_KEY = 'nothing to hide'
CHANNEL_LAYERS = {
    'default': {
        'BACKEND': 'channels_redis.core.RedisChannelLayer',
        'CONFIG': {'hosts': [('localhost', 6379)]},
    },
}
`,
  'asgi.py': `import os

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')

from channels.routing import ProtocolTypeRouter, URLRouter
from consumers import ChatConsumer
from django.urls import re_path

urls = [re_path(r'ws/chat/(?P<room_name>\\w+)/$', ChatConsumer.as_asgi())]
application = ProtocolTypeRouter({'websocket': URLRouter(urls)})
`,
  'consumers.py': `import json

from channels.generic.websocket import AsyncWebsocketConsumer


class ChatConsumer(AsyncWebsocketConsumer):
    async def connect(self):
        self.group = 'chat_' + self.scope['url_route']['kwargs']['room_name']
        await self.channel_layer.group_add(self.group, self.channel_name)
        await self.accept()

    async def disconnect(self, code):
        await self.channel_layer.group_discard(self.group, self.channel_name)

    async def receive(self, text_data):
        said = json.loads(text_data)['message']
        await self.channel_layer.group_send(self.group, {'type': 'chat.message', 'message': said})

    async def chat_message(self, event):
        await self.send(text_data=json.dumps({'message': event['message']}))
`,
};
