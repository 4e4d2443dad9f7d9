# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


async def feed(reader, writer):
    writer.write(b'line one\nline two\nabcdefgh--sep--tail without end')
    writer.close()


async def attempt(label, awaitable):
    try:
        print(label, await awaitable)
    except Exception as exc:
        print(label, type(exc).__name__, exc, getattr(exc, 'partial', None), getattr(exc, 'expected', None))


async def main():
    server = await asyncio.start_server(feed, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    await attempt('readline', reader.readline())
    await attempt('readexactly', reader.readexactly(5))
    await attempt('readline', reader.readline())
    await attempt('readuntil', reader.readuntil(b'--sep--'))
    await attempt('read(4)', reader.read(4))
    await attempt('read(0)', reader.read(0))
    await attempt('readexactly too many', reader.readexactly(100))
    await attempt('readline at the end', reader.readline())
    await attempt('readuntil at the end', reader.readuntil(b'x'))
    await attempt('readexactly(0)', reader.readexactly(0))
    await attempt('readexactly(-1)', reader.readexactly(-1))
    await attempt('empty separator', reader.readuntil(b''))
    await attempt('read', reader.read())
    writer.close()
    server.close()
    await server.wait_closed()


asyncio.run(main())
