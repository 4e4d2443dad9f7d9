import { expect, test, vi } from 'vitest';
import { encodeLink } from '../scenario/link.ts';
import { newerProblem, problem } from '../scenario/problem.ts';
import { type Scenario, scenarioOf } from '../scenario/scenario.ts';
import { createStore } from '../store/store.ts';
import { GALLERY } from './gallery.ts';
import { pageWith } from './page-for-tests.ts';
import { createSession, titleOf } from './session.ts';

type Client = Parameters<typeof createStore>[0];

const ENGINE = { version: '1.2.0', python: '3.14', fingerprint: '9f3c21aa' };
const SHARED: Scenario = { ...scenarioOf("print('shared')\n"), title: 'Two workers', engine: ENGINE };

async function hashOf(scenario: Scenario): Promise<string> {
  const link = await encodeLink(scenario);
  if (!link.ok) throw new Error(link.sentence);
  return link.hash;
}

function setUp() {
  const seen = { hash: '', updates: 0, runs: 0, hide: () => {} };
  const run = () => ++seen.runs as ReturnType<Client['run']>;
  const client: Client = { run, explore: run, inspect: run, cancel: () => {}, dispose: () => {}, onReply: () => {} };
  const store = createStore(client);
  const { kept, page } = pageWith(
    {},
    {
      hash: () => seen.hash,
      dropFragment: () => {
        seen.hash = '';
      },
      askForUpdate: () => {
        seen.updates++;
      },
      onHide: (listener) => {
        seen.hide = listener;
        return () => {};
      },
    },
  );
  const session = createSession({ page, gallery: GALLERY, store, drafts: [] });
  const open = (hash: string) => {
    seen.hash = hash;
    return session.openAddress();
  };
  const code = () => store.getState().scenario.files[0]?.text;
  const isKept = (text: string) => vi.waitFor(() => expect(kept['drafts']).toContain(text));
  return { seen, store, session, open, code, isKept, kept };
}

test('a link is opened and not run; the draft that was being written is kept', async () => {
  const { code, isKept, open, seen, session } = setUp();
  session.openOwn(scenarioOf(''));
  session.edit('main.py', 'print("my own work")');
  await open(await hashOf(SHARED));
  expect(code()).toBe("print('shared')\n");
  expect(session.getState().origin).toEqual({ kind: 'link' });
  expect(seen.runs).toBe(0);
  await isKept('my own work');
});

test('a link from a newer Loopscope opens nothing, says so, and asks for an update once', async () => {
  const { code, isKept, open, seen, session } = setUp();
  session.openOwn(scenarioOf(''));
  session.edit('main.py', 'print("my own work")');
  await open((await hashOf(SHARED)).replace('#1', '#9'));
  expect(session.getState().linkProblem).toContain('made with a newer Loopscope');
  expect([code(), seen.updates, seen.runs]).toEqual(['', 1, 0]);
  await isKept('my own work');
});

test('a file that is refused leaves open what is open', () => {
  const { code, seen, session } = setUp();
  session.openOwn(scenarioOf('print(1)'));
  session.openFile(problem('JSON'), 'holiday.jpg');
  expect(session.getState().linkProblem).toContain('not a scenario');
  session.openFile(newerProblem(99), 'new.loop.json');
  expect([code(), seen.updates]).toEqual(['print(1)', 1]);
  session.openFile({ ok: true, scenario: SHARED, isOwn: false }, 'two.loop.json');
  expect(session.getState()).toMatchObject({ origin: { kind: 'file', name: 'two.loop.json' }, linkProblem: null });
  expect(seen.runs).toBe(0);
});

test('the first edit takes the address away and what the author measured, and the title says so', async () => {
  const { open, seen, session, store } = setUp();
  await open(await hashOf(SHARED));
  const title = (isEdited: boolean) => titleOf(store.getState().scenario, session.getState().origin, isEdited);
  expect([seen.hash !== '', title(false), store.getState().scenario.engine]).toEqual([true, 'Two workers', ENGINE]);
  session.edit('main.py', "print('shared?')\n");
  expect([seen.hash, title(true), store.getState().scenario.engine]).toEqual(['', 'edited copy of Two workers', null]);
  expect(store.getState().original.engine).toEqual(ENGINE);
});

test('what was typed a moment before the page goes away is kept', async () => {
  const { isKept, kept, seen, session } = setUp();
  session.openOwn(scenarioOf(''));
  session.edit('main.py', 'print("last words")');
  expect(kept['drafts']).toBeUndefined();
  seen.hide();
  await isKept('last words');
});

test('of two links opened at once the later one stays', async () => {
  const { code, open } = setUp();
  const first = open(await hashOf(SHARED));
  const second = open(await hashOf(scenarioOf('print(2)')));
  await Promise.all([first, second]);
  expect(code()).toBe('print(2)');
});
