# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio
import os
import tempfile


async def shout(reader, writer):
    writer.write((await reader.readline()).upper())
    print('server:', repr(writer.get_extra_info('peername')))
    writer.close()


async def main():
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, 'socket')
    try:
        await asyncio.open_unix_connection(path)
    except FileNotFoundError as exc:
        print(type(exc).__name__, exc.errno)
    server = await asyncio.start_unix_server(shout, path)
    reader, writer = await asyncio.open_unix_connection(path)
    print('client:', writer.get_extra_info('peername') == path, repr(writer.get_extra_info('sockname')))
    writer.write(b'quiet\n')
    print(await reader.read())
    writer.close()
    server.close()
    await server.wait_closed()
    for arguments in ({}, {'path': path, 'sock': 1}):
        try:
            await asyncio.get_running_loop().create_unix_connection(asyncio.Protocol, **arguments)
        except ValueError as exc:
            print(exc)


asyncio.run(main())
