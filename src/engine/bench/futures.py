"""Futures and callbacks without tasks: chains of `add_done_callback` and `call_soon`."""
import asyncio


class Chain:
    def __init__(self, loop, length, done):
        self.loop = loop
        self.left = length
        self.done = done
        self.arm()

    def arm(self):
        future = self.loop.create_future()
        future.add_done_callback(self.fired)
        self.loop.call_soon(future.set_result, self.left)

    def fired(self, future):
        self.left = future.result() - 1
        if self.left:
            self.arm()
        elif not self.done.done():
            self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    ends = [loop.create_future() for _ in range(100)]
    chains = [Chain(loop, 200, end) for end in ends]
    await asyncio.gather(*ends)
    print(sum(chain.left for chain in chains))


asyncio.run(main())
