# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio
import socket
import struct


async def rude(reader, writer):
    await reader.read(5)
    sock = writer.get_extra_info('socket')
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    writer.close()


async def main():
    server = await asyncio.start_server(rude, '127.0.0.1', 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b'hello')
        try:
            print(await reader.read())
        except ConnectionResetError as exc:
            print('read:', repr(exc))
        try:
            print(await reader.read())
        except ConnectionResetError as exc:
            print('again:', repr(exc))
        try:
            writer.write(b'x')
            await writer.drain()
        except ConnectionError as exc:
            print('drain:', repr(exc))
        writer.close()
        try:
            await writer.wait_closed()
        except ConnectionError as exc:
            print('wait_closed:', repr(exc))


asyncio.run(main())
