# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


class Client(asyncio.Protocol):
    def __init__(self):
        self.got = b''

    def data_received(self, data):
        self.got += data


async def main():
    loop = asyncio.get_running_loop()
    accepted = loop.create_future()

    async def serve(reader, writer):
        accepted.set_result(writer)
        await reader.read()
        writer.close()

    async with await asyncio.start_server(serve, '127.0.0.1', 0) as server:
        transport, client = await loop.create_connection(Client, *server.sockets[0].getsockname())
        writer = await accepted
        print(transport.is_reading())
        transport.pause_reading()
        transport.pause_reading()
        writer.write(b'hidden')
        await asyncio.sleep(0.02)
        print(transport.is_reading(), client.got)
        transport.resume_reading()
        await asyncio.sleep(0.02)
        print(transport.is_reading(), client.got)
        transport.close()
        print(transport.is_reading())


asyncio.run(main())
