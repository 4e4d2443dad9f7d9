# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


async def main():
    reader = asyncio.StreamReader(limit=8)
    reader.feed_data(b'0123456789abcdef\nrest')
    for separator in (b'\n', b'?', (b'ef', b'f\n')):
        try:
            print(await reader.readuntil(separator))
        except asyncio.LimitOverrunError as exc:
            print(separator, exc, exc.consumed)
    try:
        await reader.readline()
    except ValueError as exc:
        print(exc)
    print(await reader.read(3), reader._buffer)
    reader.feed_eof()
    print(await reader.read(), reader.at_eof())
    print(repr(asyncio.StreamReader()))
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as exc:
        print(exc)


asyncio.run(main())
