# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


async def fails(reader, writer):
    await reader.readline()
    raise ValueError('the handler fails')


async def main():
    loop = asyncio.get_running_loop()

    def told(loop, context):
        print(context['message'], '|', repr(context.get('exception')), sorted(context))

    loop.set_exception_handler(told)
    async with await asyncio.start_server(fails, '127.0.0.1', 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b'go\n')
        print(await reader.read())
        writer.close()
        await writer.wait_closed()

    def plain(reader, writer):
        print('a plain function is called too')
        writer.write(b'from a plain function')
        writer.close()

    async with await asyncio.start_server(plain, '127.0.0.1', 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        print(await reader.read())
        writer.close()


asyncio.run(main())
