/**
 * The guarantee lab: something is killed at every point where it matters, one run for each, by several workers in the background. What
 * has been found out of a program is kept, so that a switch can be turned back.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineClient, LabClient } from '../bridge/client.ts';
import type { Reply } from '../bridge/protocol.ts';
import { actsAt, type KillPoint, killPoints } from '../lab/kill-points.ts';
import type { Survey } from '../lab/survey.ts';
import type { Verdict } from '../lab/verdict.ts';
import type { Victim } from '../scenario/lab/setting.ts';
import { type Scenario, sameProgram } from '../scenario/scenario.ts';
import { timeAt } from '../trace/history.ts';
import { eventsBetween, type Trace, worldAfter } from '../trace/trace.ts';
import { remember } from './remember.ts';

export interface Trial {
  /** Nothing is killed in it by an intervention. */
  readonly scenario: Scenario;
  readonly victim: Victim;
  readonly stage: Stage;
}

export type Stage =
  /** The points are being looked for. */
  | { readonly phase: 'surveying' }
  /** In order of the points; null: not known yet. */
  | (Found & { readonly phase: 'running' | 'over' | 'stopped' })
  /** The program could not be run, or the mistake is ours. */
  | { readonly phase: 'failed'; readonly message: string };

export interface Found {
  readonly survey: Survey;
  readonly verdicts: readonly (Verdict | null)[];
}

export interface LabState {
  /** Newest first; at most one of them is going on. */
  readonly trials: readonly Trial[];
}

export interface Lab extends StoreApi<LabState> {
  /** Goes on where it was stopped; what is known is not tried again. */
  readonly begin: (scenario: Scenario, victim: Victim) => void;
  readonly stop: () => void;
}

const TRIALS_MAX = 24;

/** Makes one that has a worker of its own. */
export type NewClient = () => EngineClient & LabClient;

/** `clients`: one for each worker. */
export function createLab(clients: readonly LabClient[]): Lab {
  const store = createStore<LabState>(() => ({ trials: [] }));
  const { getState: get, setState: set } = store;
  /** Which point each client is at. */
  const atWork = new Map<LabClient, number>();

  const change = (stage: Stage): void =>
    set(({ trials: [current, ...others] }) =>
      current === undefined ? {} : { trials: [{ ...current, stage }, ...others] },
    );

  const rest = (): void => {
    for (const client of atWork.keys()) client.cancel();
    atWork.clear();
  };

  const halt = (): void => {
    rest();
    const stage = get().trials[0]?.stage;
    if (stage?.phase === 'running') change({ ...stage, phase: 'stopped' });
    if (stage?.phase === 'surveying') set(({ trials }) => ({ trials: trials.slice(1) }));
  };

  /** Whoever has nothing to do gets the next point. */
  const share = (): void => {
    const [trial] = get().trials;
    if (trial?.stage.phase !== 'running') return;
    const { survey, verdicts } = trial.stage;
    const open = spreadOut(verdicts.length).filter((at) => verdicts[at] === null && ![...atWork.values()].includes(at));
    for (const client of clients) {
      if (atWork.has(client)) continue;
      const at = open.shift();
      const point = survey.points[at ?? -1];
      if (at === undefined || point === undefined) break;
      atWork.set(client, at);
      client.judge({ ...trial.scenario, interventions: actsAt(point, trial.victim) });
    }
    if (atWork.size === 0) change({ ...trial.stage, phase: 'over' });
  };

  const receive = (client: LabClient, reply: Reply): void => {
    const at = atWork.get(client);
    const stage = get().trials[0]?.stage;
    if (at === undefined || stage === undefined) return;
    atWork.delete(client);
    if (reply.kind === 'surveyed' && stage.phase === 'surveying') {
      const { survey } = reply;
      change({ phase: 'running', survey, verdicts: survey.points.map(() => null) });
      share();
    } else if (reply.kind === 'judged' && stage.phase === 'running') {
      change({ ...stage, verdicts: stage.verdicts.with(at, reply.verdict) });
      share();
    } else if (reply.kind === 'finished') {
      rest();
      change({ phase: 'failed', message: reply.ending.kind === 'crashed' ? reply.ending.message : '' });
    }
  };

  for (const client of clients) client.onReply((reply) => receive(client, reply));

  return {
    ...store,
    begin(scenario, victim) {
      halt();
      const known = trialOf(get().trials, scenario, victim);
      const stage = resumed(known?.stage);
      const others = get().trials.filter((each) => each !== known);
      set({
        trials: [{ scenario: { ...scenario, interventions: [] }, victim, stage }, ...others].slice(0, TRIALS_MAX),
      });
      const [first] = clients;
      if (stage.phase === 'surveying' && first !== undefined) {
        atWork.set(first, 0);
        first.survey({ ...scenario, interventions: [] }, victim);
      }
      share();
    },
    stop: halt,
  };
}

/** What is known of a program, whatever was done to it from outside. */
export function trialOf(trials: readonly Trial[], scenario: Scenario, victim: Victim): Trial | undefined {
  const bare = { ...scenario, interventions: [] };
  return trials.find((trial) => trial.victim === victim && sameProgram(trial.scenario, bare));
}

/** A kill at any position of a run. Null: whoever is meant does not run there. */
export const killPointAt = remember((trace: Trace, victim: Victim, position: number): KillPoint | null => {
  const last = killPoints(eventsBetween(trace, 0, position), victim).at(-1);
  const isThere = worldAfter(trace, position).processes.some(({ pid, status }) => pid === last?.pid && status === null);
  return last === undefined || !isThere ? null : { ...last, position, timeUs: timeAt(trace.history, position) };
});

/** All numbers below `count`, far ones first: what is known early stands for the whole run. */
export function spreadOut(count: number): readonly number[] {
  const order = new Set<number>();
  for (let step = 32; step >= 1; step /= 2) for (let at = 0; at < count; at += step) order.add(at);
  return [...order];
}

/** What goes on from there. */
function resumed(stage: Stage | undefined): Stage {
  if (stage === undefined || stage.phase === 'failed') return { phase: 'surveying' };
  return stage.phase === 'stopped' ? { ...stage, phase: 'running' } : stage;
}
