# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


class Chat:
    def __init__(self):
        self.writers = {}

    async def client(self, reader, writer):
        name = (await reader.readline()).decode().strip()
        self.writers[name] = writer
        await self.tell(f'{name} joined ({len(self.writers)})')
        async for line in reader:
            await self.tell(f'{name}: {line.decode().strip()}')
        del self.writers[name]
        await self.tell(f'{name} left')
        writer.close()

    async def tell(self, text):
        for writer in self.writers.values():
            writer.write(f'{text}\n'.encode())
            await writer.drain()


async def join(address, name):
    reader, writer = await asyncio.open_connection(*address)
    writer.write(f'{name}\n'.encode())
    return reader, writer


async def lines(reader, count):
    return [(await reader.readline()).decode().strip() for _ in range(count)]


async def main():
    async with await asyncio.start_server(Chat().client, '127.0.0.1', 0) as server:
        address = server.sockets[0].getsockname()
        ada = await join(address, 'ada')
        print('ada', await lines(ada[0], 1))
        bob = await join(address, 'bob')
        print('ada', await lines(ada[0], 1), 'bob', await lines(bob[0], 1))
        bob[1].write(b'hello\n')
        print('ada', await lines(ada[0], 1), 'bob', await lines(bob[0], 1))
        bob[1].close()
        print('ada', await lines(ada[0], 1))
        ada[1].close()


asyncio.run(main())
