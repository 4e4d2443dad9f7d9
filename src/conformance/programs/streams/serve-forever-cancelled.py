# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


async def nothing(reader, writer):
    writer.close()


async def main():
    server = await asyncio.start_server(nothing, '127.0.0.1', 0)
    task = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0.01)
    print(server.is_serving())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled', server.is_serving())
    async with asyncio.timeout(1):
        await server.wait_closed()
    try:
        async with asyncio.timeout(0.01):
            async with await asyncio.start_server(nothing, '127.0.0.1', 0) as other:
                await other.serve_forever()
    except TimeoutError:
        print('timed out', other.is_serving())


asyncio.run(main())
