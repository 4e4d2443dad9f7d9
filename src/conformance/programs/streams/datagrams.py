# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        print('server got', data, addr[0])
        self.transport.sendto(data[::-1], addr)


class Client(asyncio.DatagramProtocol):
    def __init__(self, done):
        self.done = done

    def connection_made(self, transport):
        print('client made', type(transport).__name__)
        self.transport = transport
        transport.sendto(b'first')
        transport.sendto(b'second')

    def datagram_received(self, data, addr):
        print('client got', data)
        if data == b'dnoces':
            self.transport.close()

    def error_received(self, exc):
        print('client error', repr(exc))

    def connection_lost(self, exc):
        print('client lost', exc)
        self.done.set_result(True)


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=('127.0.0.1', 0))
    address = server.get_extra_info('sockname')
    done = loop.create_future()
    transport, _ = await loop.create_datagram_endpoint(lambda: Client(done), remote_addr=address)
    print(transport.get_extra_info('peername') == address)
    await done
    server.close()
    await asyncio.sleep(0)
    try:
        await loop.create_datagram_endpoint(Echo)
    except ValueError as exc:
        print(exc)


asyncio.run(main())
