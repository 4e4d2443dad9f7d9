/** "You are the event loop": the decisions of a run, taken once more by the learner. Nothing after the one that is open may be seen. */
import { createStore as createVanilla, type StoreApi } from 'zustand/vanilla';
import { type Decision, decisionsOf, judgePick, type Pick, type Role } from '../lesson/decisions.ts';
import { selectWholeTrace } from './selectors.ts';
import type { Store } from './store.ts';

export interface Taken {
  /** Cards in the order in which they were picked: the last one was accepted. */
  readonly picks: readonly string[];
  readonly verdict: Exclude<Pick, 'wrong'>;
}

export interface Playing {
  readonly phase: 'playing' | 'over';
  readonly role: Role;
  readonly decisions: readonly Decision[];
  /** What is behind; the decision that is open is the next one. */
  readonly taken: readonly Taken[];
  /** Wrong picks at the decision that is open. */
  readonly wrong: readonly string[];
}

export type GameState = { readonly phase: 'off' } | Playing;

export interface Game extends StoreApi<GameState> {
  readonly start: (role: Role) => void;
  readonly stop: () => void;
  /** A card of the decision that is open. */
  readonly pick: (card: string) => void;
  /** Takes the last accepted pick back, and forgets what was wrong before it. */
  readonly undo: () => void;
}

export function createGame(store: Store): Game {
  const game = createVanilla<GameState>()(() => ({ phase: 'off' }));
  const { getState: get, setState: set } = game;
  const { actions } = store;

  /** Shows as much as there was to be seen before the decision. */
  const show = (state: Playing) => {
    const open = state.decisions[state.taken.length];
    const to = open?.at ?? selectWholeTrace(store.getState()).length;
    actions.conceal(to);
    actions.seek(to);
    set({ ...state, phase: open === undefined ? 'over' : 'playing' }, true);
  };

  return {
    ...game,
    start(role) {
      const decisions = decisionsOf(selectWholeTrace(store.getState()), role);
      show({ phase: 'playing', role, decisions, taken: [], wrong: [] });
    },
    stop: () => set({ phase: 'off' }, true),
    pick(card) {
      const state = get();
      const open = state.phase === 'playing' ? state.decisions[state.taken.length] : undefined;
      if (state.phase !== 'playing' || open === undefined || state.wrong.includes(card)) return;
      const verdict = judgePick(open, card);
      if (verdict === 'wrong') return set({ ...state, wrong: [...state.wrong, card] }, true);
      show({ ...state, taken: [...state.taken, { picks: [...state.wrong, card], verdict }], wrong: [] });
    },
    undo() {
      const state = get();
      if (state.phase === 'off' || state.taken.length === 0) return;
      show({ ...state, taken: state.taken.slice(0, -1), wrong: [] });
    },
  };
}

/** How many decisions were right at once. */
export function firstTries({ taken }: { readonly taken: readonly Taken[] }): number {
  return taken.filter(({ picks }) => picks.length === 1).length;
}
