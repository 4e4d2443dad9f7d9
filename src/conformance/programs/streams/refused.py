# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio
import socket


def free_port():
    with socket.socket() as sock:
        sock.bind(('127.0.0.1', 0))
        return sock.getsockname()[1]


async def main():
    port = free_port()
    try:
        await asyncio.open_connection('127.0.0.1', port)
    except ConnectionRefusedError as exc:
        print(type(exc).__name__, exc.errno, str(exc).replace(str(port), 'PORT'), exc.args[0])
    try:
        async with asyncio.timeout(5):
            await asyncio.open_connection('name.invalid', 80)
    except socket.gaierror as exc:
        print(type(exc).__name__, exc.errno, exc.strerror)
    server = await asyncio.start_server(lambda r, w: None, '127.0.0.1', port)
    try:
        await asyncio.start_server(lambda r, w: None, '127.0.0.1', port)
    except OSError as exc:
        print(type(exc).__name__, exc.errno, str(exc).replace(str(port), 'PORT'))
    server.close()
    await server.wait_closed()
    for arguments in ({}, {'host': 'a', 'sock': 1}, {'host': '127.0.0.1', 'port': port, 'ssl_handshake_timeout': 1}):
        try:
            await asyncio.get_running_loop().create_connection(asyncio.Protocol, **arguments)
        except (ValueError, TypeError) as exc:
            print(type(exc).__name__, exc)


asyncio.run(main())
