# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


async def close_at_once(reader, writer):
    writer.close()
    await writer.wait_closed()


async def main():
    async with await asyncio.start_server(close_at_once, '127.0.0.1', 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        print(await reader.read())
        writer.write(b'first')
        await asyncio.sleep(0.02)
        writer.write(b'second')
        await asyncio.sleep(0.02)
        try:
            await writer.drain()
            print('drained')
        except ConnectionError as exc:
            print(type(exc).__name__, exc)
        writer.close()
        try:
            await writer.wait_closed()
            print('closed')
        except ConnectionError as exc:
            print(type(exc).__name__, exc)


asyncio.run(main())
