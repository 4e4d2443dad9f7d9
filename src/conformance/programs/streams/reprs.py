# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio
import re


def show(thing):
    text = re.sub(r'fd=\d+', 'fd=N', repr(thing))
    text = re.sub(r"\('127.0.0.1', \d+\)", 'ADDRESS', text)
    print(re.sub(r'0x[0-9a-f]+', '0x...', text))


async def quiet(reader, writer):
    await reader.read()
    writer.close()


async def main():
    server = await asyncio.start_server(quiet, '127.0.0.1', 0)
    show(server)
    show(server.sockets[0])
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    show(reader)
    show(writer)
    show(writer.transport)
    show(writer.get_extra_info('socket'))
    reader.feed_data(b'xyz')
    show(reader)
    reader.feed_eof()
    show(reader)
    writer.close()
    show(writer.transport)
    await writer.wait_closed()
    show(writer.transport)
    server.close()
    await server.wait_closed()
    show(server)


asyncio.run(main())
