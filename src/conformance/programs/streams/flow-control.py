# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


class Sender(asyncio.Protocol):
    def __init__(self):
        self.events = []

    def connection_made(self, transport):
        self.transport = transport

    def pause_writing(self):
        self.events.append('pause')

    def resume_writing(self):
        self.events.append('resume')


async def main():
    loop = asyncio.get_running_loop()
    accepted = loop.create_future()

    async def slow(reader, writer):
        accepted.set_result((reader, writer))

    server = await asyncio.start_server(slow, '127.0.0.1', 0, limit=1024)
    transport, sender = await loop.create_connection(Sender, *server.sockets[0].getsockname())
    print(transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(high=1000)
    print(transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(high=1000, low=10)
    print(transport.get_write_buffer_limits())
    for bad in ({'high': 10, 'low': 20}, {'high': -1}):
        try:
            transport.set_write_buffer_limits(**bad)
        except ValueError as exc:
            print(exc)
    reader, writer = await accepted
    size = 5_000_000
    transport.write(b'x' * size)
    print(sender.events, transport.get_write_buffer_size() > 0)
    total = 0
    while total < size:
        total += len(await reader.read(100_000))
    print(total, sender.events, transport.get_write_buffer_size())
    transport.close()
    writer.close()
    server.close()
    await server.wait_closed()


asyncio.run(main())
