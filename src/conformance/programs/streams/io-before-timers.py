# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    right.setblocking(False)
    order = []

    def readable():
        order.append('reader')
        loop.remove_reader(right)
        loop.call_soon(order.append, 'soon of reader')

    loop.add_reader(right, readable)
    loop.call_later(0, order.append, 'timer')
    loop.call_soon(order.append, 'soon')
    left.send(b'x')
    await asyncio.sleep(0.02)
    print(order)
    left.close()
    right.close()


asyncio.run(main())
