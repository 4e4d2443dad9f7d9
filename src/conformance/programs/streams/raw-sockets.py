# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio
import socket


async def serve(listener, loop):
    connection, address = await loop.sock_accept(listener)
    print('accepted from', address[0], connection.getblocking())
    with connection:
        while data := await loop.sock_recv(connection, 1024):
            await loop.sock_sendall(connection, data.upper())
    print('server done')


async def main():
    loop = asyncio.get_running_loop()
    with socket.socket() as listener, socket.socket() as client:
        listener.bind(('127.0.0.1', 0))
        listener.listen()
        listener.setblocking(False)
        client.setblocking(False)
        task = asyncio.create_task(serve(listener, loop))
        await loop.sock_connect(client, listener.getsockname())
        await loop.sock_sendall(client, b'hello ')
        print(await loop.sock_recv(client, 100))
        await loop.sock_sendall(client, b'x' * 10)
        buffer = bytearray(4)
        print(await loop.sock_recv_into(client, buffer), buffer)
        print(await loop.sock_recv(client, 100))
        client.shutdown(socket.SHUT_WR)
        print(await loop.sock_recv(client, 100))
        await task
    blocking = socket.socket()
    loop.set_debug(True)
    try:
        await loop.sock_recv(blocking, 1)
    except ValueError as exc:
        print(exc)
    blocking.close()


asyncio.run(main())
