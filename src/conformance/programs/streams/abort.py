# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


class Client(asyncio.Protocol):
    def __init__(self, name, done):
        self.name = name
        self.done = done

    def connection_made(self, transport):
        self.transport = transport
        print(self.name, 'made', type(transport).__name__, transport.get_protocol() is self)

    def data_received(self, data):
        print(self.name, 'data', data)

    def eof_received(self):
        print(self.name, 'eof')

    def connection_lost(self, exc):
        print(self.name, 'lost', repr(exc))
        self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    accepted = loop.create_future()
    done = [loop.create_future(), loop.create_future()]

    def make():
        protocol = Client('server', done[0])
        accepted.set_result(protocol)
        return protocol

    server = await loop.create_server(make, '127.0.0.1', 0)
    transport, client = await loop.create_connection(lambda: Client('client', done[1]), *server.sockets[0].getsockname())
    served = await accepted
    transport.write(b'some data')
    await asyncio.sleep(0.05)
    print('aborting', transport.is_closing(), transport.get_write_buffer_size())
    transport.abort()
    print('aborted', transport.is_closing())
    await asyncio.gather(*done)
    transport.write(b'nothing happens')
    served.transport.close()
    server.close()
    await server.wait_closed()


asyncio.run(main())
