/**
 * Other legal orders of the program: how many gave what, and each of them to be opened. A computer could have chosen any; the usual run
 * shows one.
 */
import { useId } from 'react';
import { useStore } from 'zustand';
import type { Condition, ExplorePlan, Outcome, OutcomeGroup } from '../scenario/orders.ts';
import { sameProgram } from '../scenario/scenario.ts';
import {
  inOrder,
  lastLine,
  nameIn,
  type OrdersState,
  regrouped,
  type Search,
  VIEWS,
  type View,
} from '../store/orders.ts';
import { Icon } from './Icon.tsx';
import { useApp, useServices } from './services.ts';
import './orders.css';

const RUNS = [50, 200, 1_000, 5_000] as const;
const SHOWN_MAX = 100;
const LINES_MAX = 12;

const CONDITIONS: readonly (readonly [kind: Condition['kind'] | 'never', words: string])[] = [
  ['never', 'never: make all runs'],
  ['differs', 'ends otherwise than the usual one'],
  ['raises', 'has a traceback'],
  ['assertion', 'fails an assertion'],
  ['deadlock', 'deadlocks'],
  ['prints', 'prints'],
  ['lacks', 'does not print'],
];

const VIEW_WORDS: Readonly<Record<View, string>> = {
  output: 'all they print',
  'last line': 'the last line',
  ending: 'how they end',
};

const ENDINGS: Readonly<Record<Outcome['ending'], string>> = {
  completed: 'Ended',
  raised: 'Exception',
  deadlock: 'Deadlock',
  limit: 'Limit reached',
  crashed: 'Mistake of Loopscope',
};

export function OrdersTab() {
  const { orders } = useServices();
  const { search, view, wish } = useStore(orders);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className="orders" tabIndex={0} aria-label="Other orders">
      <Wish wish={wish} isRunning={search.phase === 'running'} />
      {search.phase === 'idle' ? (
        <p className="soft orders-about">
          Which thread goes on and where it is interrupted, how long the network takes: a real computer decides that
          anew each time. Here the same program is run in many orders that are all legal, and you see what can come of
          it.
        </p>
      ) : (
        <Found search={search} view={view} />
      )}
    </section>
  );
}

function Wish({ isRunning, wish }: { readonly isRunning: boolean; readonly wish: ExplorePlan }) {
  const { orders, store } = useServices();
  const [runs, until, text] = [useId(), useId(), useId()];
  const kind = wish.until?.kind ?? 'never';
  const words = wish.until !== null && 'text' in wish.until ? wish.until.text : '';
  return (
    <form
      className="orders-wish"
      onSubmit={(event) => {
        event.preventDefault();
        if (isRunning) orders.stop();
        else orders.begin(store.getState().scenario);
      }}
    >
      <button type="submit" className="run-button" data-called={!isRunning}>
        <Icon name={isRunning ? 'stop' : 'play'} size={12} />
        {isRunning ? 'Stop' : 'Try other orders'}
      </button>
      <span>
        <label htmlFor={runs}>at most</label>{' '}
        <select
          id={runs}
          value={wish.runsMax}
          onChange={({ currentTarget }) => orders.change({ runsMax: Number(currentTarget.value) })}
        >
          {RUNS.map((count) => (
            <option key={count} value={count}>{`${count.toLocaleString('en')} runs`}</option>
          ))}
        </select>
      </span>
      <span>
        <label htmlFor={until}>until one</label>{' '}
        <select
          id={until}
          value={kind}
          onChange={({ currentTarget }) => orders.change({ until: conditionOf(currentTarget.value, words) })}
        >
          {CONDITIONS.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        {kind === 'prints' || kind === 'lacks' ? (
          <>
            {' '}
            <label htmlFor={text} className="unseen">
              Text
            </label>
            <input
              id={text}
              className="mono"
              placeholder="text"
              maxLength={100}
              value={words}
              onChange={({ currentTarget }) => orders.change({ until: { kind, text: currentTarget.value } })}
            />
          </>
        ) : null}
      </span>
      <label>
        <input
          type="checkbox"
          checked={wish.mayStretch}
          onChange={({ currentTarget }) => orders.change({ mayStretch: currentTarget.checked })}
        />{' '}
        sleeps stand for work: each may last up to twice as long
      </label>
    </form>
  );
}

function conditionOf(kind: string, text: string): Condition | null {
  switch (kind) {
    case 'prints':
    case 'lacks':
      return { kind, text };
    case 'differs':
    case 'raises':
    case 'assertion':
    case 'deadlock':
      return { kind };
    default:
      return null;
  }
}

type Shown = Exclude<Search, { phase: 'idle' }>;

function Found({ search, view }: { readonly search: Shown; readonly view: View }) {
  const { orders } = useServices();
  const select = useId();
  const isStale = useApp(({ scenario }) => !sameFiles(scenario, search.scenario));
  const groups = regrouped(search.groups, view);
  const found = search.phase === 'over' && search.end.kind === 'found' ? search.groups[search.end.group] : undefined;
  return (
    <>
      <div className="orders-head">
        <p role="status">{sentenceOf(search, groups.length)}</p>
        {search.phase === 'running' ? (
          <progress max={search.plan.runsMax} value={search.runs} aria-label="Runs made" />
        ) : null}
        <span>
          <label htmlFor={select}>told apart by</label>{' '}
          <select
            id={select}
            value={view}
            onChange={({ currentTarget }) => {
              const chosen = VIEWS.find((one) => one === currentTarget.value);
              if (chosen !== undefined) orders.setState({ view: chosen } satisfies Partial<OrdersState>);
            }}
          >
            {VIEWS.map((one) => (
              <option key={one} value={one}>
                {VIEW_WORDS[one]}
              </option>
            ))}
          </select>
        </span>
      </div>
      {isStale ? <p className="soft">The program has been edited since.</p> : null}
      {found === undefined ? null : (
        <ol aria-label="The order that was looked for">
          <Row group={found} search={search} view="output" note="found" />
        </ol>
      )}
      <ol aria-label="Outcomes">
        {groups.slice(0, SHOWN_MAX).map((group, index) => (
          <Row
            key={nameIn(group.outcome, view)}
            group={group}
            search={search}
            view={view}
            note={index === 0 ? 'usual' : ''}
          />
        ))}
      </ol>
      {groups.length > SHOWN_MAX ? <p className="soft">{`and ${groups.length - SHOWN_MAX} more`}</p> : null}
    </>
  );
}

interface RowProps {
  readonly group: OutcomeGroup;
  readonly search: Shown;
  readonly view: View;
  readonly note: 'usual' | 'found' | '';
}

function Row({ group: { count, order, outcome }, note, search, view }: RowProps) {
  const { session, store, voice } = useServices();
  const share = count / Math.max(1, search.runs);
  const open = () => {
    const { scenario } = search;
    store.actions.changeScenario({ settings: inOrder(scenario, order).settings, engine: null });
    session.run();
    voice.say('The program runs in this order');
  };
  return (
    <li data-ending={outcome.ending} data-note={note}>
      <p className="orders-count figures">
        {note === 'found' ? (
          <strong>Found</strong>
        ) : (
          <>
            <strong>{count.toLocaleString('en')}</strong> <span className="unseen">of the runs, </span>
            {percent(share)}
            <i className="orders-bar" style={{ width: `${Math.max(2, share * 100)}%` }} />
          </>
        )}
      </p>
      <div className="orders-what">
        <p>
          <span className="orders-ending">{ENDINGS[outcome.ending]}</span>{' '}
          {note === 'usual' ? <span className="soft">(the usual order) </span> : null}
          {outcome.words === '' ? null : <span translate="no">{outcome.words}</span>}
        </p>
        <Printed output={outcome.output} view={view} />
      </div>
      <button type="button" className="link" onClick={open} title={orderWords(order)}>
        Open<span className="unseen">{` the order that ${ENDINGS[outcome.ending].toLowerCase()} so`}</span>
      </button>
    </li>
  );
}

function Printed({ output, view }: { readonly output: string; readonly view: View }) {
  if (view === 'ending' || output === '') return null;
  const lines = view === 'last line' ? [lastLine(output)] : output.trimEnd().split('\n');
  return (
    <pre translate="no">
      {lines.length > LINES_MAX ? <span className="soft">{`… ${lines.length - LINES_MAX} lines before\n`}</span> : null}
      {lines.slice(-LINES_MAX).join('\n')}
    </pre>
  );
}

function sentenceOf(search: Shown, kinds: number): string {
  const runs = `${search.runs.toLocaleString('en')} ${search.runs === 1 ? 'order' : 'orders'}`;
  const outcomes = kinds === 1 ? 'one outcome' : `${kinds.toLocaleString('en')} outcomes`;
  if (search.phase === 'crashed') return `Loopscope made a mistake, not your program: ${search.message}`;
  if (search.phase === 'running') return `${runs} so far, ${outcomes}`;
  switch (search.end.kind) {
    case 'found':
      return `Found in run ${search.runs.toLocaleString('en')}.`;
    case 'enough': {
      const nothing = search.plan.until === null ? '' : 'Nothing of the kind: ';
      return kinds === 1
        ? `${nothing}${runs} tried, all with the same outcome.`
        : `${nothing}${runs} tried, ${outcomes}.`;
    }
    case 'stopped':
      return `Stopped after ${runs}, ${outcomes}.`;
  }
}

function orderWords({ choices, seed }: OutcomeGroup['order']): string {
  const decisions = choices.length === 1 ? 'one decision' : `${choices.length} decisions`;
  return choices.length === 0 ? `Seed ${seed}` : `Seed ${seed}, ${decisions} made otherwise`;
}

function percent(share: number): string {
  return share > 0 && share < 0.01 ? 'below 1 %' : `${Math.round(share * 100)} %`;
}

/** The same but for the order. */
function sameFiles(a: Shown['scenario'], b: Shown['scenario']): boolean {
  const usual = { seed: 0, choices: [] };
  return sameProgram(inOrder(a, usual), inOrder(b, usual));
}
