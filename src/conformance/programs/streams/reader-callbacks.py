# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)
    got = loop.create_future()

    def readable():
        data = right.recv(100)
        print('readable', data)
        if not data:
            print('removed', loop.remove_reader(right))
            got.set_result(None)

    def writable(name):
        print('writable', name, loop.remove_writer(left))
        left.send(b'hello')

    loop.add_reader(right, readable)
    loop.add_writer(left, writable, 'left')
    await asyncio.sleep(0.01)
    left.close()
    await got
    print(loop.remove_reader(right), loop.remove_writer(right))
    right.close()
    try:
        loop.add_reader('nonsense', print)
    except ValueError as exc:
        print(exc)


asyncio.run(main())
