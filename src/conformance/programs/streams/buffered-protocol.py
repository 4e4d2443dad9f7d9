# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


class Buffered(asyncio.BufferedProtocol):
    def __init__(self, done):
        self.done = done
        self.buffer = bytearray(4)
        self.all = b''

    def connection_made(self, transport):
        print('made')

    def get_buffer(self, sizehint):
        return self.buffer

    def buffer_updated(self, count):
        self.all += self.buffer[:count]

    def eof_received(self):
        print('eof', self.all)

    def connection_lost(self, exc):
        print('lost', exc)
        self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    async def send(reader, writer):
        writer.write(b'abcdefghijklmnop')
        writer.close()

    async with await asyncio.start_server(send, '127.0.0.1', 0) as server:
        await loop.create_connection(lambda: Buffered(done), *server.sockets[0].getsockname())
        await done


asyncio.run(main())
