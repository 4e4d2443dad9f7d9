# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


async def wait(reader, writer):
    try:
        print('server read', await reader.read())
    except ConnectionError as exc:
        print('server', type(exc).__name__)
    writer.close()


async def main():
    for how in ('close_clients', 'abort_clients'):
        server = await asyncio.start_server(wait, '127.0.0.1', 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        await asyncio.sleep(0.01)
        server.close()
        getattr(server, how)()
        await server.wait_closed()
        try:
            print(how, 'client read', await reader.read())
        except ConnectionError as exc:
            print(how, 'client', type(exc).__name__)
        writer.close()


asyncio.run(main())
