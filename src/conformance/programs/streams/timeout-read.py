# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


async def slow(reader, writer):
    await asyncio.sleep(0.2)
    writer.write(b'late\n')
    await writer.drain()
    await reader.read()
    writer.close()


async def main():
    async with await asyncio.start_server(slow, '127.0.0.1', 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        for attempt in range(3):
            try:
                print(attempt, await asyncio.wait_for(reader.readline(), 0.08))
                break
            except TimeoutError:
                print(attempt, 'timed out')
        else:
            print('never')
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
