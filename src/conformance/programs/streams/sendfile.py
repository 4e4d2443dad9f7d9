# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio
import os
import tempfile


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    async def collect(reader, writer):
        done.set_result(await reader.read())
        writer.close()

    path = os.path.join(tempfile.mkdtemp(), 'file')
    with open(path, 'wb') as file:
        file.write(b'0123456789' * 3)
    async with await asyncio.start_server(collect, '127.0.0.1', 0) as server:
        transport, _ = await loop.create_connection(asyncio.Protocol, *server.sockets[0].getsockname())
        with open(path, 'rb') as file:
            print(await loop.sendfile(transport, file, offset=5, count=12), file.tell())
            for bad in ({'offset': -1}, {'count': 0}):
                try:
                    await loop.sendfile(transport, file, **bad)
                except ValueError as exc:
                    print(exc)
        transport.close()
        print(await done)


asyncio.run(main())
