# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio
import os


class Reader(asyncio.Protocol):
    def __init__(self, done):
        self.done = done

    def connection_made(self, transport):
        print('made', type(transport).__name__)

    def data_received(self, data):
        print('data', data)

    def eof_received(self):
        print('eof')

    def connection_lost(self, exc):
        print('lost', exc)
        self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    reading, writing = os.pipe()
    done = loop.create_future()
    with open(reading, 'rb', buffering=0) as source, open(writing, 'wb', buffering=0) as target:
        await loop.connect_read_pipe(lambda: Reader(done), source)
        transport, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, target)
        print(type(transport).__name__, transport.can_write_eof())
        transport.write(b'through a pipe')
        await asyncio.sleep(0.01)
        transport.close()
        await done
    reading, writing = os.pipe()
    with open(reading, 'rb', buffering=0) as source:
        reader = asyncio.StreamReader()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), source)
        os.write(writing, b'one\ntwo\n')
        os.close(writing)
        async for line in reader:
            print(line)


asyncio.run(main())
