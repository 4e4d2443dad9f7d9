/** `manage.py runserver`: which server it is follows from the settings; and what is left of a server whose channel layer is gone. */
import { expect, test, vi } from 'vitest';
import { runHeadlessNow } from './headless.ts';

vi.setConfig({ testTimeout: 60_000 });

const MANAGE = `
import os, sys
os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site1.settings')
from django.core.management import execute_from_command_line
execute_from_command_line(sys.argv)
`;

const SETTINGS = `
SECRET_KEY = 'x'
DEBUG = True
ROOT_URLCONF = 'site1.urls'
`;

const URLS = `
import os
from django.http import HttpResponse
from django.urls import path
def pid(request):
    return HttpResponse(str(os.getpid()))
urlpatterns = [path('', pid)]
`;

/** Asks for a page and a socket, says something, and ends the server. */
const CLIENT = `
import os, requests, signal, time, websockets
from websockets.sync.client import connect
time.sleep(1)
pid = int(requests.get('http://127.0.0.1:8000/').text)
try:
    with connect('ws://127.0.0.1:8000/') as socket:
        socket.send('hello')
        print(socket.recv())
except websockets.InvalidStatus as exc:
    print(exc)
os.kill(pid, signal.SIGINT)
`;

function ran(settings: string, files: Record<string, string>, options = ''): { client: string[]; server: string[] } {
  const { stdout, stderr } = runHeadlessNow({
    files: {
      Procfile: `client: python client.py\nweb: python manage.py runserver ${options}\n`,
      'manage.py': MANAGE,
      'client.py': CLIENT,
      'site1/__init__.py': '',
      'site1/settings.py': SETTINGS + settings,
      'site1/urls.py': URLS,
      ...files,
    },
  });
  const lines = `${stdout}\n${stderr}`.split('\n');
  const of = (name: string): string[] =>
    lines
      .filter((line) => line.startsWith(name))
      .map((line) => line.slice(name.length))
      .filter((line) => line !== '' && !line.startsWith('Performing') && !line.startsWith('System check'));
  return { client: of('client.1 | '), server: of('web.1 | ').map((line) => line.replace(/127.0.0.1:\d{5}/, 'CLIENT')) };
}

const HELLO = ['January 01, 1970 - 00:00:00', "Django version 5.2, using settings 'site1.settings'"];
const QUIT = 'Quit the server with CONTROL-C.';

test('with daphne installed it is the ASGI application, in one process', () => {
  const asgi = `
from channels.generic.websocket import WebsocketConsumer
from channels.routing import ProtocolTypeRouter
from django.core.asgi import get_asgi_application
class Echo(WebsocketConsumer):
    def receive(self, text_data):
        self.send(text_data.upper())
application = ProtocolTypeRouter({'http': get_asgi_application(), 'websocket': Echo.as_asgi()})
`;
  const settings = "INSTALLED_APPS = ['daphne', 'channels']\nASGI_APPLICATION = 'site1.asgi.application'\n";
  const { client, server } = ran(settings, { 'site1/asgi.py': asgi });
  expect(client).toEqual(['HELLO']);
  expect(server.slice(0, 8)).toEqual([
    ...HELLO,
    'Starting ASGI/Daphne version 4.2.2 development server at http://127.0.0.1:8000/',
    QUIT,
    'HTTP GET / 200 [0.00, CLIENT]',
    'WebSocket HANDSHAKING / [CLIENT]',
    'WebSocket CONNECT / [CLIENT]',
    'WebSocket DISCONNECT / [CLIENT]',
  ]);
});

test('with a channel layer of 1.x it is a server and workers that share the layer', () => {
  const routing = `
from channels.routing import route
def echo(message):
    message.reply_channel.send({'text': message.content['text'].upper()})
channel_routing = [route('websocket.receive', echo)]
`;
  const settings = `
INSTALLED_APPS = ['channels']
CHANNEL_LAYERS = {'default': {'BACKEND': 'asgiref.inmemory.ChannelLayer', 'ROUTING': 'site1.routing.channel_routing'}}
`;
  const { client, server } = ran(settings, { 'site1/routing.py': routing }, '--nothreading');
  expect(client).toEqual(['HELLO']);
  expect(server.map((line) => line.replace(/0\.0\d/, '0.0x')).sort()).toEqual(
    [
      ...HELLO,
      'Starting Channels development server at http://127.0.0.1:8000/',
      'Channel layer default (asgiref.inmemory.ChannelLayer)',
      QUIT,
      '1970-01-01 00:00:00,000 - INFO - worker - Listening on channels http.request, websocket.connect, websocket.disconnect, websocket.receive',
      '1970-01-01 00:00:00,000 - INFO - server - HTTP/2 support not enabled (install the http2 and tls Twisted extras)',
      '1970-01-01 00:00:00,000 - INFO - server - Using native asyncio mode on channel layer',
      '1970-01-01 00:00:00,000 - INFO - server - Listening on endpoint tcp:port=8000:interface=127.0.0.1',
      '[1970/01/01 00:00:01] HTTP GET / 200 [0.0x, CLIENT]',
      '[1970/01/01 00:00:01] WebSocket HANDSHAKING / [CLIENT]',
      '[1970/01/01 00:00:01] WebSocket CONNECT / [CLIENT]',
      '[1970/01/01 00:00:01] WebSocket DISCONNECT / [CLIENT]',
    ].sort(),
  );
});

test('else it is WSGI, which takes a socket for a request', () => {
  const { client, server } = ran('INSTALLED_APPS = []\n', {}, '--noreload 8000');
  expect(client).toEqual(['server rejected WebSocket connection: HTTP 200']);
  expect(server).toContain('Starting development server at http://127.0.0.1:8000/');
  expect(server.slice(-2)).toEqual(Array(2).fill('[01/Jan/1970 00:00:01] "GET / HTTP/1.1" 200 4'));
  const refused = ran('INSTALLED_APPS = []\n', {}, 'eight');
  expect(refused.server).toEqual(['CommandError: "eight" is not a valid port number or address:port pair.']);
});

test('a Daphne of 1.x without its layer answers 500, keeps its sockets, and looks for the layer every 5 s', () => {
  const files = {
    Procfile: 'redis: redis-server\nweb: daphne layer:channel_layer\nclient: python client.py\n',
    'layer.py': 'import asgi_redis\nchannel_layer = asgi_redis.RedisChannelLayer()\n',
    'client.py': `
import os, requests, signal, time, websockets
from websockets.sync.client import connect
from layer import channel_layer
time.sleep(1)
import threading
def accept():
    while True:
        channel, message = channel_layer.receive(['websocket.connect'], block=True)
        if message is not None:
            return channel_layer.send(message['reply_channel'], {'accept': True})
threading.Thread(target=accept).start()
with connect('ws://127.0.0.1:8000/') as socket:
    # The server of the layer is the first process, this one the third.
    os.kill(os.getpid() - 2, signal.SIGKILL)
    print(requests.get('http://127.0.0.1:8000/').status_code)
    print(socket.ping().wait(1))
    try:
        connect('ws://127.0.0.1:8000/')
    except websockets.InvalidStatus as exc:
        print(exc)
    time.sleep(8)
`,
  };
  const { stdout, stderr } = runHeadlessNow({ files });
  const client = stdout.split('\n').filter((line) => line.startsWith('client'));
  expect(client.map((line) => line.slice('client.1 | '.length))).toEqual([
    '500',
    'True',
    'server rejected WebSocket connection: HTTP 500',
  ]);
  const looks = stderr.split('\n').filter((line) => line.includes('Error trying to receive messages: Error 111'));
  expect(looks.slice(0, 2).map((line) => line.slice(19, 27))).toEqual(['00:00:01', '00:00:06']);
});
