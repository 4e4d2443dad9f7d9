/**
 * Modules that a program needs without importing them: asyncio's second half, what packages import in their functions. The
 * build runs these programs and writes down what each has imported; a page fetches that for every program whose text fits.
 */

export interface Sample {
  /** Source of a RegExp. */
  readonly pattern: string;
  readonly program: string;
}

/** What every run needs, whatever its text. */
export const CORE = `import asyncio
async def main():
    repr(asyncio.current_task())
asyncio.run(main())
`;

const HOST = "'127.0.0.1', 8000";

/** A site of Django whose settings are as a new project has them. */
const SITE = `import asyncio, daphne.cli, django
from django.conf import settings
settings.configure(SECRET_KEY='x', ALLOWED_HOSTS=['*'], ROOT_URLCONF='__main__', MIDDLEWARE=[
    'django.middleware.security.SecurityMiddleware', 'django.contrib.sessions.middleware.SessionMiddleware',
    'django.middleware.common.CommonMiddleware', 'django.middleware.csrf.CsrfViewMiddleware',
    'django.contrib.auth.middleware.AuthenticationMiddleware', 'django.contrib.messages.middleware.MessageMiddleware',
    'django.middleware.clickjacking.XFrameOptionsMiddleware'], INSTALLED_APPS=['daphne', 'channels', 'django.contrib.admin'],
    TEMPLATES=[{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'APP_DIRS': True}])
django.setup()
from django.core.management import call_command
from django.http import HttpResponse
from django.template import Template
from django.urls import path
urlpatterns = [path('', lambda request: HttpResponse(Template('{{ x }}').render()))]
call_command('migrate', verbosity=0)
`;

export const SAMPLES: readonly Sample[] = [
  { pattern: String.raw`\\N\{`, program: 'import unicodedata\n' },
  // Type parameters: the interpreter asks for `TypeVar`.
  { pattern: String.raw`\b(class|def|type)\s+\w+\s*\[`, program: 'class Box[T]:\n    pass\n' },
  {
    pattern: String.raw`\b(open_connection|start_server|create_server|create_connection|create_datagram_endpoint|sock_\w+|add_reader)\b`,
    program: `import asyncio
async def serve(reader, writer):
    writer.write(await reader.readline())
    await writer.drain()
    writer.close()
async def main():
    async with await asyncio.start_server(serve, ${HOST}):
        reader, writer = await asyncio.open_connection(${HOST})
        writer.write(b'hello\\n')
        await reader.readline()
        writer.close()
asyncio.run(main())
`,
  },
  {
    pattern: String.raw`\bcreate_subprocess_(exec|shell)\b`,
    program: `import asyncio
async def main():
    process = await asyncio.create_subprocess_exec('echo', 'hello', stdout=asyncio.subprocess.PIPE)
    await process.communicate()
asyncio.run(main())
`,
  },
  {
    pattern: String.raw`\b(to_thread|run_in_executor)\b`,
    program: 'import asyncio\nasyncio.run(asyncio.to_thread(len, []))\n',
  },
  {
    pattern: String.raw`\bThreadPoolExecutor\b`,
    program:
      'from concurrent.futures import ThreadPoolExecutor\nwith ThreadPoolExecutor() as pool:\n    list(pool.map(len, [[]]))\n',
  },
  {
    pattern: String.raw`\bProcessPoolExecutor\b`,
    program: 'from concurrent.futures import ProcessPoolExecutor\nProcessPoolExecutor\n',
  },
  {
    pattern: String.raw`\bsubprocess\b`,
    program: "import subprocess\nsubprocess.run(['echo', 'hello'], capture_output=True, text=True)\n",
  },
  {
    pattern: String.raw`\burllib\b`,
    program: "import urllib.request\nurllib.request.urlopen('http://example.com/').read()\n",
  },
  {
    pattern: String.raw`\baiohttp\b`,
    program: `import asyncio, aiohttp
async def main():
    async with aiohttp.ClientSession() as session, session.get('https://httpbin.org/get') as response:
        await response.json()
asyncio.run(main())
`,
  },
  {
    pattern: String.raw`\baiohttp\b[^]*\bweb\b`,
    program: `import asyncio
from aiohttp import web
async def main():
    runner = web.AppRunner(web.Application())
    await runner.setup()
    await web.TCPSite(runner, ${HOST}).start()
    await runner.cleanup()
asyncio.run(main())
`,
  },
  {
    pattern: String.raw`\bhttpx\b`,
    program: `import asyncio, httpx
async def main():
    async with httpx.AsyncClient() as client:
        (await client.get('https://httpbin.org/get')).json()
asyncio.run(main())
`,
  },
  {
    pattern: String.raw`\brequests\b`,
    program: "import requests\nrequests.get('https://httpbin.org/get').json()\n",
  },
  {
    pattern: String.raw`\bwebsockets\b`,
    program: `import asyncio, websockets
async def echo(socket):
    async for message in socket:
        await socket.send(message)
async def main():
    async with websockets.serve(echo, ${HOST}):
        async with websockets.connect('ws://127.0.0.1:8000') as socket:
            await socket.send('hello')
            await socket.recv()
asyncio.run(main())
`,
  },
  {
    pattern: String.raw`\baiofiles\b`,
    program: `import asyncio, aiofiles
async def main():
    async with aiofiles.open('hello.txt', 'w') as file:
        await file.write('hello')
asyncio.run(main())
`,
  },
  {
    pattern: String.raw`\bget_asgi_application\b|\bchannels\.(generic\.(websocket|http)\b|layers|consumer|testing)\b`,
    program: `${SITE}import channels_redis.core, daphne.asgi_server
from channels.auth import AuthMiddlewareStack
from channels.generic.websocket import AsyncWebsocketConsumer
from channels.routing import URLRouter
from channels.security.websocket import AllowedHostsOriginValidator
from channels.testing import HttpCommunicator, WebsocketCommunicator
from django.core.asgi import get_asgi_application
async def main():
    await HttpCommunicator(get_asgi_application(), 'GET', '/').get_response()
    chat = URLRouter([path('', AsyncWebsocketConsumer.as_asgi())])
    socket = WebsocketCommunicator(AllowedHostsOriginValidator(AuthMiddlewareStack(chat)), '/')
    await socket.connect()
    await socket.disconnect()
asyncio.run(main())
`,
  },
  {
    pattern: String.raw`\bchannel_routing\b|\bget_channel_layer\b|\basgi_redis\b`,
    program: `${SITE}import asgi_redis, channels.delay, channels.handler, channels.worker, daphne.layer_server
from channels import Group, route
from channels.auth import channel_session_user
from channels.generic.websockets import WebsocketConsumer
from channels.sessions import enforce_ordering
`,
  },
];
