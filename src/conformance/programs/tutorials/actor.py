import asyncio
from dataclasses import dataclass, field
from typing import Any

@dataclass
class Message:
    kind: str
    payload: Any = None
    reply: asyncio.Future | None = field(default=None, repr=False)

class Account:
    def __init__(self, name):
        self.name, self.balance = name, 0
        self.mailbox = asyncio.Queue()
        self.task = asyncio.create_task(self.run(), name=f'actor-{name}')

    async def run(self):
        while True:
            msg = await self.mailbox.get()
            try:
                result = await getattr(self, f'on_{msg.kind}')(msg.payload)
            except Exception as e:
                if msg.reply: msg.reply.set_exception(e)
            else:
                if msg.reply: msg.reply.set_result(result)
                if msg.kind == 'stop': return

    async def on_deposit(self, amount):
        await asyncio.sleep(0.1)
        self.balance += amount
        return self.balance

    async def on_withdraw(self, amount):
        await asyncio.sleep(0.2)
        if amount > self.balance:
            raise ValueError(f'{self.name} has only {self.balance}')
        self.balance -= amount
        return self.balance

    async def on_stop(self, _):
        return f'{self.name} closed with {self.balance}'

    def tell(self, kind, payload=None): self.mailbox.put_nowait(Message(kind, payload))

    async def ask(self, kind, payload=None):
        reply = asyncio.get_running_loop().create_future()
        self.mailbox.put_nowait(Message(kind, payload, reply))
        return await reply

async def main():
    a = Account('ann')
    a.tell('deposit', 50)
    print(Message('deposit', 50), a.task.get_name())
    print(await asyncio.gather(a.ask('deposit', 25), a.ask('withdraw', 30), a.ask('withdraw', 1000), a.ask('nonsense'), return_exceptions=True))
    print(await a.ask('stop'), a.task.done(), f'{asyncio.get_running_loop().time():.1f}')
    await a.task
    try:
        await asyncio.wait_for(a.ask('deposit', 1), 0.5)
    except TimeoutError:
        print('no answer from a stopped actor')

asyncio.run(main())
