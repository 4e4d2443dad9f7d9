# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


async def quiet(reader, writer):
    await reader.read()
    writer.close()


async def main():
    async with await asyncio.start_server(quiet, '127.0.0.1', 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        first = asyncio.create_task(reader.readline())
        await asyncio.sleep(0)
        for method in ('read', 'readline', 'readexactly', 'readuntil'):
            try:
                await getattr(reader, method)(*([3] if method == 'readexactly' else []))
            except RuntimeError as exc:
                print(exc)
        first.cancel()
        try:
            await first
        except asyncio.CancelledError:
            print('cancelled')
        writer.write_eof()
        print(await reader.read())
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
