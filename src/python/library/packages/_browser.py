"""A browser that does what a person tells it, a line of JSON on stdin for each thing: asks for pages, talks on one socket.

What it gets to see it writes to stdout."""

import asyncio
import json
import re
import sys

import httpx
import websockets

SHOWN_MAX = 200


def text_of(response):
    """What a person would read of a page: its text without the tags, on one line."""
    text = response.text
    if 'html' in response.headers.get('content-type', ''):
        text = re.sub(r'(?s)<(script|style|head)\b.*?</\1>|<!--.*?-->|<[^>]*>', ' ', text)
    text = ' '.join(text.split())
    return text if len(text) <= SHOWN_MAX else text[:SHOWN_MAX - 1] + '\u2026'


class Browser:
    def __init__(self):
        self.pages = httpx.AsyncClient(timeout=None, follow_redirects=True)
        self.socket = None
        self.tasks = set()

    def told(self, act, text):
        """Begins with it. What is said on the socket is said in order; pages may come as they like."""
        task = asyncio.create_task(getattr(self, act)(text), name=act)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return task

    async def get(self, url):
        try:
            response = await self.pages.get(url)
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as exc:
            print(f'{url}: {type(exc).__name__}: {exc}', flush=True)
        else:
            print(f'{url}: {response.status_code} {response.reason_phrase}: {text_of(response)}', flush=True)

    async def open(self, url):
        if self.socket is not None:
            await self.close('')
        try:
            self.socket = await websockets.connect(url)
        except (OSError, ValueError, TimeoutError, websockets.WebSocketException) as exc:
            print(f'socket refused: {exc}', flush=True)
        else:
            print('socket open', flush=True)
            self.told('listen', '')

    async def listen(self, text):
        socket = self.socket
        try:
            async for message in socket:
                print(f'hears {message}', flush=True)
        except websockets.ConnectionClosed:
            pass
        print(f'socket closed: {socket.close_code}', flush=True)
        if self.socket is socket:
            self.socket = None

    async def say(self, text):
        if self.socket is None:
            print('there is no open socket to say it on', flush=True)
            return
        try:
            await self.socket.send(text)
        except websockets.ConnectionClosed as exc:
            print(f'not said: {exc}', flush=True)

    async def close(self, text):
        socket, self.socket = self.socket, None
        if socket is not None:
            await socket.close()


async def main():
    browser = Browser()
    lines = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    async for line in lines:
        act, text = json.loads(line)
        task = browser.told(act, text)
        if act in ('open', 'say', 'close'):
            await task


if __name__ == '__main__':
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        pass
