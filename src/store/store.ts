/** The store: the state, and what can be done to it. It is given its client, so that tests need no worker. */
import { createStore as createVanilla, type StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../bridge/client.ts';
import type { Intervention } from '../scenario/intervention.ts';
import { DEFAULT_SCENARIO, mainFile, type Scenario } from '../scenario/scenario.ts';
import { momentPlace, resolveAnchor } from '../trace/moment.ts';
import {
  nextAwait,
  nextEventOfTask,
  nextIteration,
  nextTurnOfTask,
  previousAwait,
  previousIteration,
} from '../trace/navigate.ts';
import type { Trace } from '../trace/trace.ts';
import { type Branch, keptBefore, placeInBranch, withIntervention } from './branches.ts';
import { clampSpeed } from './playback.ts';
import { IDLE, type RunState, receiveReply, startRun, traceOf } from './run-state.ts';
import { selectLength, selectTrace } from './selectors.ts';
import { NO_SELECTION, type PendingMoment, type Selection, type State } from './state.ts';

export type Jump = 'nextAwait' | 'previousAwait' | 'nextIteration' | 'previousIteration' | 'nextOfTask' | 'nextTurn';

export interface Actions {
  /** Runs the scenario as it is edited now, at the user's wish; `at` says where to look when it is there. */
  run(at?: PendingMoment | null): void;
  stop(): void;
  /** Opens another scenario. Never runs it. */
  load(scenario: Scenario): void;
  editFile(name: string, text: string): void;
  showFile(name: string): void;
  /** Runs it once more with one thing done to it, and stays where it is. */
  act(intervention: Intervention): void;
  /** Runs it once more without the one of that index. */
  withdraw(index: number): void;
  /** Shows another run of the same program, at the same place. */
  showBranch(branch: Branch): void;
  /** Title, settings, breakpoints, questions... */
  changeScenario(change: Partial<Scenario>): void;
  /** Nothing after this position may be seen; null: all may be. */
  conceal(horizon: number | null): void;
  seek(position: number): void;
  step(): void;
  back(): void;
  goToStart(): void;
  goToEnd(): void;
  /** Stays where it is when there is nothing further that way. */
  jump(to: Jump): void;
  /** An anchor, else a step, else a time. */
  goTo(moment: PendingMoment): void;
  play(): void;
  pause(): void;
  /** Where playing has come to; unlike `seek` it does not end the playing. */
  playedTo(position: number): void;
  setSpeed(speed: number): void;
  select(selection: Selection): void;
}

export interface Store extends StoreApi<State> {
  readonly actions: Actions;
}

export function createStore(client: EngineClient, scenario: Scenario = DEFAULT_SCENARIO): Store {
  const store = createVanilla<State>()(() => initialState(scenario));
  const { getState: get, setState: set } = store;
  const length = () => selectLength(get());
  /** Of another run nothing is known yet, so nothing of it may be seen. */
  const hidden = () => ({ horizon: get().horizon === null ? null : 0 });
  const seek = (position: number) =>
    set({
      position: clamp(position, length()),
      isFollowing: false,
      isPlaying: false,
      pending: null,
    });

  const again = (change: (list: Scenario['interventions']) => Scenario['interventions']) => {
    const { position, scenario, selection } = get();
    // Whoever stands at the end sees what comes of it, to the new end.
    const place = position === length() ? null : { anchor: '', step: position, timeUs: 0 };
    set({
      scenario: { ...scenario, interventions: change(scenario.interventions) },
    });
    actions.run(place);
    set({ selection });
  };

  /** What the run has become, while more is said of it at once: nobody needs to see what lies between. */
  let ahead: RunState | null = null;
  client.onReply((reply, isMore = false) => {
    const run = receiveReply(ahead ?? get().run, reply);
    ahead = isMore ? run : null;
    if (!isMore) set((state) => afterReply(state, run));
  });

  const actions: Actions = {
    run(at = null) {
      const { kept, run: before, scenario } = get();
      const run = startRun(client.run(scenario), scenario);
      const now = { run, kept: keptBefore(scenario, before, kept) };
      set({
        ...now,
        position: 0,
        isFollowing: at === null,
        pending: at,
        isPlaying: false,
        selection: NO_SELECTION,
        ...hidden(),
      });
    },
    act: (added) => again((list) => withIntervention(list, added)),
    withdraw: (index) => again((list) => list.filter((_, at) => at !== index)),
    showBranch(branch) {
      const { kept, position, run, scenario } = get();
      if (run.phase !== 'finished' || run === branch) return;
      set({
        run: branch,
        kept: [...kept.filter((other) => other !== branch), run],
        scenario: { ...scenario, interventions: branch.scenario.interventions },
        position: placeInBranch(run, position, branch),
        ...{ isPlaying: false, isFollowing: false, pending: null, ...hidden() },
      });
    },
    stop: () => client.cancel(),
    load(scenario) {
      client.cancel();
      set({ ...initialState(scenario), ...hidden() });
    },
    editFile: (name, text) => set(({ scenario }) => ({ scenario: withText(scenario, name, text) })),
    showFile: (file) => set({ file }),
    changeScenario: (change) => set(({ scenario }) => ({ scenario: { ...scenario, ...change } })),
    conceal: (horizon) => set({ horizon }),
    seek,
    step: () => seek(get().position + 1),
    back: () => seek(get().position - 1),
    goToStart: () => seek(0),
    goToEnd: () => seek(length()),
    jump(to) {
      const target = targetOf(get(), to);
      if (target !== null) seek(target);
    },
    goTo: (moment) => seek(momentPlace(selectTrace(get()), moment) ?? get().position),
    play: () =>
      set(({ position }) => ({
        isPlaying: true,
        isFollowing: false,
        position: position >= length() ? 0 : position,
      })),
    pause: () => set({ isPlaying: false }),
    playedTo(position) {
      const at = clamp(position, length());
      const { phase } = get().run;
      set({
        position: at,
        isPlaying: get().isPlaying && (at < length() || phase === 'running'),
      });
    },
    setSpeed: (speed) => set({ speed: clampSpeed(speed) }),
    select: (selection) => set({ selection }),
  };
  return { ...store, actions };
}

function initialState(scenario: Scenario): State {
  return {
    scenario,
    original: scenario,
    file: mainFile(scenario).name,
    run: IDLE,
    kept: [],
    horizon: null,
    position: 0,
    isFollowing: false,
    pending: null,
    isPlaying: false,
    selection: NO_SELECTION,
    speed: clampSpeed(scenario.view.speed),
  };
}

function afterReply(state: State, run: RunState): Partial<State> {
  if (run === state.run) return {};
  const trace = traceOf(run);
  const isOver = run.phase !== 'running';
  const { horizon, isFollowing, pending, position } = state;
  const length = horizon === null ? trace.length : Math.min(horizon, trace.length);
  if (pending !== null) {
    // A time is known to be reached only when the clock is past it, so a fallback waits for the end.
    const place = isOver ? (momentPlace(trace, pending) ?? trace.length) : anchorPlace(trace, pending);
    return place === null ? { run } : { run, position: clamp(place, length), pending: null };
  }
  return {
    run,
    isFollowing: isFollowing && !isOver,
    position: clamp(isFollowing ? length : position, length),
  };
}

function anchorPlace({ history, length }: Trace, { anchor, step }: PendingMoment): number | null {
  if (anchor === '') return step > 0 && step <= length ? step : null;
  return resolveAnchor(history, anchor);
}

function targetOf(state: State, to: Jump): number | null {
  const { position, selection } = state;
  const { history } = selectTrace(state);
  switch (to) {
    case 'nextAwait':
      return nextAwait(history, position);
    case 'previousAwait':
      return previousAwait(history, position);
    case 'nextIteration':
      return nextIteration(history, position);
    case 'previousIteration':
      return previousIteration(history, position);
    case 'nextOfTask':
      return selection.kind === 'task' ? nextEventOfTask(history, selection.id, position) : null;
    case 'nextTurn':
      return selection.kind === 'task' ? nextTurnOfTask(history, selection.id, position) : null;
  }
}

function withText(scenario: Scenario, name: string, text: string): Scenario {
  if (!scenario.files.some((file) => file.name === name && file.text !== text)) return scenario;
  return {
    ...scenario,
    files: scenario.files.map((file) => (file.name === name ? { name, text } : file)),
  };
}

function clamp(position: number, length: number): number {
  return Number.isFinite(position) ? Math.max(0, Math.min(Math.round(position), length)) : length;
}
