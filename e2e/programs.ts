/** Python programs of the journeys, and links to them written by hand, as an author's own tool would. */
import { deflateSync } from 'node:zlib';

export interface Shared {
  readonly title?: string;
  readonly author?: string;
  /** As `scenario/moment.ts` has it: `polite#1:throw`. */
  readonly at?: string;
  /** More of the short form, as `scenario/schema.ts` has it. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** The format of `sharing-and-classroom.md`, 1.4, without our own encoder. */
export function linkTo(program: string, { title, author, at, fields }: Shared = {}): string {
  const scenario = {
    t: title,
    a: author,
    f: [['main.py', program]],
    w: at === undefined ? undefined : { at },
    ...fields,
  };
  return `./#1${deflateSync(JSON.stringify(scenario)).toString('base64url')}z`;
}

/** Several files, a Procfile among them: format 3. */
export function linkToFiles(files: Readonly<Record<string, string>>): string {
  return `./#3${deflateSync(JSON.stringify({ f: Object.entries(files) })).toString('base64url')}z`;
}

/** Two tasks of one coroutine, and `main`. */
export const FETCHES = `import asyncio

async def fetch(n):
    await asyncio.sleep(n)
    print('fetched', n)

async def main():
    await asyncio.gather(fetch(1), fetch(2))

asyncio.run(main())
`;

/** What a student of the second week shares: as long as the plan's example. */
export const QUEUE_OF_38_LINES = `import asyncio
import random


async def customers(queue, count):
    for number in range(count):
        customer = f'customer {number}'
        await queue.put(customer)
        print(customer, 'stands in line')
        await asyncio.sleep(random.random())
    await queue.join()


async def till(name, queue, lock):
    while True:
        customer = await queue.get()
        async with lock:
            await asyncio.sleep(0.5)
            print(name, 'has served', customer)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    lock = asyncio.Lock()
    tills = [
        asyncio.create_task(till(f'till {number}', queue, lock))
        for number in range(2)
    ]
    await customers(queue, 6)
    for one in tills:
        one.cancel()
    await asyncio.gather(*tills, return_exceptions=True)
    print('everybody has gone home')


if __name__ == '__main__':
    asyncio.run(main())
`;

/** Parked at two lines: the impatient one sleeps, the patient one waits for it. */
export const TWO_LINES = `import asyncio

async def early():
    await asyncio.sleep(1)

async def late(other):
    await other

async def main():
    a = asyncio.create_task(early())
    b = asyncio.create_task(late(a))
    await b

asyncio.run(main())
`;

/** One gives in after cleaning up, one says no. */
export const CANCELLING = `import asyncio

async def polite():
    try:
        await asyncio.sleep(2)
    finally:
        await asyncio.sleep(0.3)

async def stubborn():
    while True:
        try:
            return await asyncio.sleep(1)
        except asyncio.CancelledError:
            print('not today')

async def main():
    a = asyncio.create_task(polite(), name='polite')
    b = asyncio.create_task(stubborn(), name='stubborn')
    await asyncio.sleep(0.5)
    a.cancel()
    b.cancel()
    await asyncio.wait([a, b])

asyncio.run(main())
`;

/** The same word, two meanings: a future is cancelled at once, a task is asked. */
export const FUTURE_AGAINST_TASK = `import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(asyncio.sleep(5), name='sleeper')
    await asyncio.sleep(0)
    future.cancel()
    print('future cancelled:', future.cancelled())
    task.cancel()
    print('task cancelled:', task.cancelled())
    await asyncio.wait([task])
    print('task cancelled:', task.cancelled())

asyncio.run(main())
`;

export const DEADLOCK = `import asyncio

fork = asyncio.Lock()
knife = asyncio.Lock()

async def ann():
    async with fork:
        await asyncio.sleep(1)
        async with knife:
            print('Ann eats')

async def ben():
    async with knife:
        await asyncio.sleep(1)
        async with fork:
            print('Ben eats')

async def main():
    async with asyncio.TaskGroup() as table:
        table.create_task(ann(), name='ann')
        table.create_task(ben(), name='ben')

asyncio.run(main())
`;

/** More than 100,000 steps that come to an end. */
export const LONG = `import asyncio

async def tick():
    for _ in range(15000):
        await asyncio.sleep(0.01)

async def main():
    await asyncio.gather(*(tick() for _ in range(4)))

asyncio.run(main())
`;

/** Never awaits; each turn takes a while, so that no limit is reached before somebody presses Stop. */
export const SPIN = `turns = 0
while True:
    turns += 1
    sum(range(10_000))
`;

export const TASKS_WITHOUT_END = `import asyncio

async def child():
    await asyncio.sleep(1)

async def main():
    tasks = []
    while True:
        tasks.append(asyncio.create_task(child()))

asyncio.run(main())
`;

/** A blocked loop that makes another late, and a check that is no longer true. */
export const HAZARDS = `import asyncio
import time

seats = 1

async def heart():
    await asyncio.sleep(1)

async def rude():
    await asyncio.sleep(0.5)
    time.sleep(3)

async def book():
    global seats
    if seats > 0:
        await asyncio.sleep(1)
        seats -= 1

async def main():
    await asyncio.gather(heart(), rude())
    await asyncio.gather(book(), book())

asyncio.run(main())
`;

/** As it was written for Python 3.4. */
export const LEGACY = `# python: 3.4
import asyncio

@asyncio.coroutine
def greet(name):
    yield from asyncio.sleep(1)
    print('Hello', name)

loop = asyncio.get_event_loop()
loop.run_until_complete(asyncio.async(greet('Ada')))
`;

/** Usually 6; another order of the two threads loses counts. */
export const LOST_UPDATE = `import threading

counter = 0

def work():
    global counter
    for _ in range(3):
        counter += 1

threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
`;

/** A process that would run for a minute, and what its parent makes of its end. */
export const CHILD = `import asyncio

async def main():
    child = await asyncio.create_subprocess_exec('sleep', '60')
    try:
        code = await child.wait()
    except asyncio.CancelledError:
        print('interrupted')
        raise
    print('sleep ended with', code)

asyncio.run(main())
`;
