/** What a build without a gallery opens with. A real program that is really run, as everything here. */
import { scenarioOf } from '../scenario/scenario.ts';
import type { GalleryEntry } from './gallery.ts';

const TEXT = `import asyncio

async def polite(n):
    try:
        await asyncio.sleep(n)
    finally:
        await asyncio.sleep(0.3)  # clean up

async def stubborn(n):
    while True:
        try:
            return await asyncio.sleep(n)
        except asyncio.CancelledError:
            print('not today')

async def main():
    a = asyncio.create_task(polite(2), name='polite')
    b = asyncio.create_task(stubborn(1), name='stubborn')
    await asyncio.sleep(0.5)
    a.cancel()
    b.cancel()
    await asyncio.wait([a, b])

asyncio.run(main())
`;

const TITLE = 'A task that refuses to die';

export const FIRST_EXAMPLE: GalleryEntry = {
  slug: 'first',
  title: TITLE,
  text: 'Cancelling a task is a request: one task cleans up first, the other says no.',
  scenario: { ...scenarioOf(TEXT), title: TITLE },
  moments: [{ name: 'refused', anchor: 'stubborn#1:refuse', text: 'The CancelledError was swallowed.' }],
  claims: [],
};
