import asyncio

class Room:
    def __init__(self):
        self.members = {}
        self.history = []
        self.changed = asyncio.Condition()

    async def say(self, who, text):
        async with self.changed:
            self.history.append((asyncio.get_running_loop().time(), who, text))
            self.changed.notify_all()

    async def listen(self, who):
        seen = 0
        while True:
            async with self.changed:
                await self.changed.wait_for(lambda: len(self.history) > seen)
                new, seen = self.history[seen:], len(self.history)
            for t, author, text in new:
                if author != who:
                    yield f'{t:.1f} <{author}> {text}'

async def person(room, name, lines, delay):
    async def talk():
        for line in lines:
            await asyncio.sleep(delay)
            await room.say(name, line)
    async def hear():
        async for m in room.listen(name):
            print(f'{name:>5} hears {m}')
    ear = asyncio.create_task(hear())
    await talk()
    await asyncio.sleep(1)
    ear.cancel()
    try:
        await ear
    except asyncio.CancelledError:
        print(name, 'leaves')

async def main():
    room = Room()
    await asyncio.gather(person(room, 'ann', ['hi', 'how are you?'], 0.5), person(room, 'bob', ['hello', 'fine'], 0.7))
    print(len(room.history), 'lines')

asyncio.run(main())
