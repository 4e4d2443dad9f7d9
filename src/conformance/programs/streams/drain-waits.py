# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio

log = []


async def slow(reader, writer):
    await asyncio.sleep(0.05)
    log.append('server begins to read')
    total = 0
    while data := await reader.read(65536):
        total += len(data)
    log.append(f'server has {total}')
    writer.close()


async def main():
    server = await asyncio.start_server(slow, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b'small')
    await writer.drain()
    log.append('small drained')
    writer.write(b'x' * 5_000_000)
    await writer.drain()
    log.append('large drained')
    writer.write_eof()
    await reader.read()
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    print(*log, sep='\n')


asyncio.run(main())
