import { expect, test } from 'vitest';
import type { EngineClient } from '../bridge/client.ts';
import type { Reply, RunId } from '../bridge/protocol.ts';
import { scenarioOf } from '../scenario/scenario.ts';
import { eventsFromText } from '../trace/from-text.ts';
import { TraceWriter } from '../trace/writer.ts';
import { createGame, firstTries } from './game.ts';
import { selectIsHiding, selectLength } from './selectors.ts';
import { createStore } from './store.ts';

/** Three tasks in the ready queue: the loop decides twice between several. */
const EVENTS = eventsFromText(`main c>     -$
one    c       >$
two     c        >$`);

function setUp() {
  let tell: (reply: Reply) => void = () => {};
  const run = 1 as RunId;
  const client: EngineClient = {
    ...{ run: () => run, explore: () => run, inspect: () => run, cancel: () => {}, dispose: () => {} },
    onReply: (listener) => {
      tell = listener;
    },
  };
  const store = createStore(client, scenarioOf('print(1)'));
  store.actions.run();
  const writer = new TraceWriter();
  for (const event of EVENTS) writer.record(event);
  const chunk = writer.takeChunk();
  if (chunk !== null) tell({ kind: 'recorded', run, chunk });
  tell({ kind: 'finished', run, ending: { kind: 'completed', exitCode: 0 } });
  const game = createGame(store);
  const playing = () => {
    const state = game.getState();
    if (state.phase === 'off') throw new Error('The game is on.');
    return state;
  };
  /** Of the decision that is open: the card of the run, and one that is not allowed. */
  const cards = () => {
    const { decisions, taken } = playing();
    const open = decisions[taken.length];
    return { right: open?.truth ?? '', wrong: open?.cards.find(({ isLegal }) => !isLegal)?.id ?? '', at: open?.at };
  };
  return { cards, game, playing, store };
}

test('nothing after the open decision is to be seen; the right card leads to the next one', () => {
  const { cards, game, playing, store } = setUp();
  game.start('loop');
  const { at, right } = cards();
  expect([store.getState().position, selectLength(store.getState())]).toEqual([at, at]);
  expect(selectIsHiding(store.getState())).toBe(true);
  game.pick(right);
  expect(playing().taken).toEqual([{ picks: [right], verdict: 'right' }]);
  expect(store.getState().position).toBeGreaterThan(at ?? 0);
});

test('a wrong card stays where one is, is told once, and costs the first try', () => {
  const { cards, game, playing } = setUp();
  game.start('loop');
  const { right, wrong } = cards();
  game.pick(wrong);
  game.pick(wrong);
  expect(playing()).toMatchObject({ wrong: [wrong], taken: [] });
  game.pick(right);
  expect(playing().taken).toEqual([{ picks: [wrong, right], verdict: 'right' }]);
  expect(firstTries(playing())).toBe(0);
});

test('undo takes the last card back and hides what it had shown', () => {
  const { cards, game, playing, store } = setUp();
  game.start('loop');
  const { at, right, wrong } = cards();
  game.undo();
  game.pick(wrong);
  game.pick(right);
  game.undo();
  expect(playing()).toMatchObject({ phase: 'playing', wrong: [], taken: [] });
  expect(selectLength(store.getState())).toBe(at);
});

test('when all is decided the whole run is there, and the game can be left', () => {
  const { cards, game, playing, store } = setUp();
  game.start('loop');
  const { length } = playing().decisions;
  for (let count = 0; count < length; count++) game.pick(cards().right);
  expect(playing().phase).toBe('over');
  expect(firstTries(playing())).toBe(length);
  expect(selectLength(store.getState())).toBe(EVENTS.length);
  game.pick('any');
  expect(playing().taken).toHaveLength(length);
  game.stop();
  expect(game.getState()).toEqual({ phase: 'off' });
});
