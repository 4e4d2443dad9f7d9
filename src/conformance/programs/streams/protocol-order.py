# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        print('server made')
        self.transport = transport

    def data_received(self, data):
        print('server data', data)
        self.transport.write(data.upper())
        if data.endswith(b'bye'):
            print('server closes')
            self.transport.close()

    def eof_received(self):
        print('server eof')
        return False

    def connection_lost(self, exc):
        print('server lost', exc)


class Client(asyncio.Protocol):
    def __init__(self, done):
        self.done = done

    def connection_made(self, transport):
        print('client made', transport.get_extra_info('nothing', 'default'))
        transport.write(b'hello ')
        transport.writelines([b'and ', b'bye'])

    def data_received(self, data):
        print('client data', data)

    def eof_received(self):
        print('client eof')

    def connection_lost(self, exc):
        print('client lost', exc)
        self.done.set_result('done')


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, '127.0.0.1', 0)
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client(done), *server.sockets[0].getsockname())
    print('connected')
    print(await done)
    server.close()
    await server.wait_closed()


asyncio.run(main())
