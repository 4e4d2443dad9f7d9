/** Browsers that the reader operates: every press is part of the scenario, so a link replays them. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './journey.ts';
import { linkToFiles } from './programs.ts';
import { ended, open, openAndRun, openTab, output, sharedLink } from './stage.ts';

const SERVER = `from aiohttp import web

sockets = set()

async def hello(request):
    return web.Response(text='<h1>Chat</h1>', content_type='text/html')

async def chat(request):
    ws = web.WebSocketResponse()
    await ws.prepare(request)
    sockets.add(ws)
    async for message in ws:
        for other in sockets:
            await other.send_str(message.data)
    sockets.discard(ws)
    return ws

app = web.Application()
app.router.add_get('/', hello)
app.router.add_get('/chat', chat)
web.run_app(app, port=8000, print=None)
`;
const CHAT = { 'server.py': SERVER, Procfile: 'web: python server.py\n' };

test('two browsers are opened, one speaks, both hear it; the link replays every press', async ({ page, stranger }) => {
  await openAndRun(page, linkToFiles(CHAT));
  const whatIf = await openTab(page, 'What if?');
  const press = async (word: string, name: string) => {
    await whatIf.getByRole('button', { name: `${word}: ${name}`, exact: true }).press('Enter');
    await ended(page);
  };
  await press('Open with page', 'browser-1');
  for (const name of ['browser-1', 'browser-2']) {
    await whatIf.getByLabel(`Socket for ${name}`).fill('ws://localhost:8000/chat');
    await press('Open socket', name);
  }
  await whatIf.getByLabel('What browser-2 says').fill('good evening');
  await press('Say', 'browser-2');
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  expect.soft((await axe.include('main').analyze()).violations.map(({ id }) => id)).toEqual([]);
  const said = await output(page);
  await expect(said).toHaveText(
    [
      'browser-1 │ http://localhost:8000/: 200 OK: Chat',
      'browser-1 │ socket open',
      'browser-2 │ socket open',
      'browser-2 │ hears good evening',
      'browser-1 │ hears good evening',
      '',
    ].join('\n'),
  );

  await open(stranger, await sharedLink(page));
  await expect(stranger.getByText('browser-2 says "good evening"')).toBeVisible();
  await stranger.getByRole('button', { name: 'Run', exact: true }).click();
  await ended(stranger);
  await expect(await output(stranger)).toHaveText((await said.textContent()) ?? '');
});
