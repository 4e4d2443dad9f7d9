# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


async def stay(reader, writer):
    print('client came')
    await reader.read()
    print('client went')
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(stay, '127.0.0.1', 0, start_serving=False)
    print(server.is_serving(), server.get_loop() is loop)
    await server.start_serving()
    await server.start_serving()
    print(server.is_serving())
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    forever = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0.01)
    try:
        await server.serve_forever()
    except RuntimeError as exc:
        print(str(exc)[:7], str(exc)[-40:])
    server.close()
    waiting = asyncio.create_task(server.wait_closed())
    await asyncio.sleep(0.01)
    print('closed for new ones, waits for the old one:', not waiting.done(), server.is_serving(), server.sockets)
    writer.close()
    await waiting
    print('now it is over', forever.done(), forever.cancelled())
    try:
        await forever
    except asyncio.CancelledError:
        print('serve_forever was cancelled')


asyncio.run(main())
