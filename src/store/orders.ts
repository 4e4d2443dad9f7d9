/** What is known of the other orders of a scenario. A store of its own, with a client of its own: a run goes on beside it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../bridge/client.ts';
import type { Reply, RunId } from '../bridge/protocol.ts';
import type { ExploreEnd, ExploreNews, ExplorePlan, Order, Outcome, OutcomeGroup } from '../scenario/orders.ts';
import type { Scenario } from '../scenario/scenario.ts';

export interface OrdersState {
  /** What would be tried next. */
  readonly wish: ExplorePlan;
  readonly view: View;
  readonly search: Search;
}

export type Search =
  | { readonly phase: 'idle' }
  | (Exploring & { readonly phase: 'running'; readonly run: RunId })
  | (Exploring & { readonly phase: 'over'; readonly end: ExploreEnd })
  /** Our mistake. */
  | (Exploring & { readonly phase: 'crashed'; readonly message: string });

interface Exploring {
  readonly scenario: Scenario;
  readonly plan: ExplorePlan;
  readonly runs: number;
  /** In the order in which they were found: the usual outcome first. */
  readonly groups: readonly OutcomeGroup[];
}

export interface Orders extends StoreApi<OrdersState> {
  /** Tries what is wished for. */
  readonly begin: (scenario: Scenario) => void;
  readonly stop: () => void;
  readonly change: (wish: Partial<ExplorePlan>) => void;
}

export const FIRST_WISH: ExplorePlan = { runsMax: 200, mayStretch: false, until: null };

export function createOrders(client: EngineClient): Orders {
  const store = createStore<OrdersState>(() => ({ wish: FIRST_WISH, view: 'output', search: { phase: 'idle' } }));
  client.onReply((reply) => {
    const { search } = store.getState();
    const after = afterReply(search, reply);
    if (after !== search) store.setState({ search: after });
  });
  return {
    ...store,
    begin(scenario) {
      const { wish: plan } = store.getState();
      const run = client.explore(scenario, plan);
      store.setState({ search: { phase: 'running', run, scenario, plan, runs: 0, groups: [] } });
    },
    stop: () => client.cancel(),
    change: (wish) => store.setState((state) => ({ wish: { ...state.wish, ...wish } })),
  };
}

function afterReply(search: Search, reply: Reply): Search {
  if (search.phase !== 'running' || reply.run !== search.run) return search;
  const { groups, plan, runs, scenario } = search;
  if (reply.kind === 'explored') {
    const known = { scenario, plan, ...withNews(search, reply.news) };
    return reply.end === null ? { ...search, ...known } : { ...known, phase: 'over', end: reply.end };
  }
  if (reply.kind !== 'finished') return search;
  const known = { scenario, plan, runs, groups };
  return reply.ending.kind === 'crashed'
    ? { ...known, phase: 'crashed', message: reply.ending.message }
    : { ...known, phase: 'over', end: { kind: 'stopped' } };
}

export function withNews(
  { groups }: Pick<Exploring, 'groups'>,
  { added, counts, runs }: ExploreNews,
): Pick<Exploring, 'runs' | 'groups'> {
  const all = [...groups, ...added].map((group, index) => ({ ...group, count: counts[index] ?? group.count }));
  return { runs, groups: all };
}

export const VIEWS = ['output', 'last line', 'ending'] as const;
/** What two outcomes are told apart by: everything, the last line that was printed, or how they ended. */
export type View = (typeof VIEWS)[number];

/** Groups that look alike become one, which keeps the first order; in the order in which they were found. */
export function regrouped(groups: readonly OutcomeGroup[], view: View): readonly OutcomeGroup[] {
  const byName = new Map<string, OutcomeGroup>();
  for (const group of groups) {
    const name = nameIn(group.outcome, view);
    const known = byName.get(name);
    byName.set(name, known === undefined ? group : { ...known, count: known.count + group.count });
  }
  return [...byName.values()];
}

/** What two outcomes are told apart by, as one text. */
export function nameIn({ ending, output, words }: Outcome, view: View): string {
  switch (view) {
    case 'output':
      return `${ending}\n${words}\n${output}`;
    case 'last line':
      return `${ending}\n${words}\n${lastLine(output)}`;
    case 'ending':
      return `${ending}\n${words}`;
  }
}

export function lastLine(output: string): string {
  return output.trimEnd().split('\n').at(-1) ?? '';
}

/** The scenario in that order. An order that is all usual leaves nothing behind. */
export function inOrder(scenario: Scenario, { choices, seed }: Order): Scenario {
  const { choices: _before, ...settings } = scenario.settings;
  return { ...scenario, settings: { ...settings, seed, ...(choices.length === 0 ? {} : { choices }) } };
}
