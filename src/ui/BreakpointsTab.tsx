/** Breakpoints: at lines, with or without a condition, and at events; and every step at which one holds. */
import { type FormEvent, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Breakpoint } from '../scenario/scenario.ts';
import { ordered } from '../store/find-halts.ts';
import type { LineHalts } from '../store/halts.ts';
import { selectIsStale, selectTrace } from '../store/selectors.ts';
import { HALT_EVENTS, type HaltEvent } from '../trace/halt-events.ts';
import { keyOfLine } from '../trace/halts.ts';
import { countUpTo } from '../trace/history.ts';
import { Icon } from './Icon.tsx';
import { keepHaltEvents } from './kept-breakpoints.ts';
import { usePage } from './page.ts';
import { StepList, type Steps } from './StepList.tsx';
import { useActions, useApp, useServices } from './services.ts';
import { Termed } from './Term.tsx';
import './breakpoints.css';
import './story.css';

const EVENT_WORDS: Readonly<Record<HaltEvent, string>> = {
  cancel: 'a task is cancelled',
  failure: 'a task fails',
  exception: 'an exception is raised or thrown in',
  contention: 'somebody waits for a lock',
  full: 'a queue is full',
  drop: 'a message is lost',
  hazard: 'a hazard is found',
  deadlock: 'a deadlock',
};

export function BreakpointsTab() {
  return (
    <div className="breakpoints">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it. */}
      <section className="breakpoints-set" aria-label="Breakpoints" tabIndex={0}>
        <Lines />
        <Events />
      </section>
      <Places />
    </div>
  );
}

function Lines() {
  const breakpoints = useApp(({ scenario }) => scenario.breakpoints);
  const isStale = useApp(selectIsStale);
  return (
    <>
      <h3>At lines</h3>
      {isStale ? (
        <p className="soft">The program was edited since it ran: run it again to see where they hold.</p>
      ) : null}
      {breakpoints.length === 0 ? (
        <p className="soft">None yet. Press beside a line number, or F9 in the code, or add one here.</p>
      ) : (
        <ul className="breakpoint-lines">
          {breakpoints.map((each) => (
            <Line key={keyOfLine(each)} breakpoint={each} />
          ))}
        </ul>
      )}
      <AddLine />
    </>
  );
}

function Line({ breakpoint }: { readonly breakpoint: Breakpoint }) {
  const { condition, file, line } = breakpoint;
  const services = useServices();
  const actions = useActions();
  const found = useStore(services.halts, ({ lines }) => lines.get(keyOfLine(breakpoint)));
  const name = `${file}, line ${line}`;
  const text = useApp(({ scenario }) => lineText(scenario.files.find((each) => each.name === file)?.text ?? '', line));
  const change = (next: readonly Breakpoint[]) => services.session.setBreakpoints(next);
  const others = () => services.store.getState().scenario.breakpoints.filter((each) => each !== breakpoint);
  return (
    <li>
      <button
        type="button"
        className="link"
        aria-label={`Show ${name}`}
        onClick={() => {
          actions.showFile(file);
          services.chrome.setState({ site: { file, line } });
        }}
        translate="no"
      >
        {`${file}:${line}`}
      </button>
      <code className="breakpoint-text" translate="no">
        {text}
      </code>
      <Condition
        key={condition}
        label={`Condition at ${name}`}
        condition={condition ?? ''}
        onChange={(next) => change(ordered([...others(), { file, line, condition: next === '' ? null : next }]))}
      />
      <span className="soft">{found === undefined ? '' : countText(found)}</span>
      <button
        type="button"
        className="plain icon-button"
        aria-label={`Remove the breakpoint at ${name}`}
        title="Remove"
        onClick={() => change(others())}
      >
        <Icon name="close" size={12} />
      </button>
      {found === undefined || found.error === '' ? null : (
        <p className="breakpoint-error">
          {found.errorAt === 0 ? found.error : `At step ${found.errorAt}: ${found.error}`}
        </p>
      )}
    </li>
  );
}

interface ConditionProps {
  readonly label: string;
  readonly condition: string;
  readonly onChange: (condition: string) => void;
}

/** Taken over with Enter, or when the focus leaves. */
function Condition({ condition, label, onChange }: ConditionProps) {
  const [text, setText] = useState(condition);
  const take = () => {
    if (text.trim() !== condition) onChange(text.trim());
  };
  return (
    <label className="breakpoint-condition">
      <span className="soft">if </span>
      <input
        className="mono"
        aria-label={label}
        placeholder="any time"
        spellCheck={false}
        autoCapitalize="off"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
    </label>
  );
}

function AddLine() {
  const files = useApp(({ scenario }) => scenario.files);
  const shown = useApp((state) => state.file);
  const { session, store } = useServices();
  const [line, setLine] = useState('');
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = String(new FormData(event.currentTarget).get('file') ?? shown);
    const number = Number(line);
    const { breakpoints } = store.getState().scenario;
    if (breakpoints.some((each) => each.file === file && each.line === number)) return;
    session.setBreakpoints(ordered([...breakpoints, { file, line: number, condition: null }]));
    setLine('');
  };
  return (
    <form className="breakpoint-add" onSubmit={add}>
      {files.length > 1 ? (
        <select name="file" aria-label="File" defaultValue={shown} key={shown} translate="no">
          {files.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      ) : null}
      <label>
        Line{' '}
        <input
          className="figures"
          type="number"
          min={1}
          max={100_000}
          required
          value={line}
          onChange={(event) => setLine(event.currentTarget.value)}
        />
      </label>
      <button type="submit" className="plain">
        Add
      </button>
    </form>
  );
}

function Events() {
  const { halts } = useServices();
  const page = usePage();
  const wanted = useStore(halts, (state) => state.wanted);
  const found = useStore(halts, (state) => state.events);
  const change = (event: HaltEvent, isWanted: boolean) => {
    const next = HALT_EVENTS.filter((each) => (each === event ? isWanted : wanted.includes(each)));
    keepHaltEvents(page, next);
    halts.setState({ wanted: next });
  };
  return (
    <>
      <h3>When</h3>
      <ul className="breakpoint-events">
        {HALT_EVENTS.map((event) => (
          <li key={event}>
            <label>
              <input
                type="checkbox"
                checked={wanted.includes(event)}
                onChange={({ currentTarget }) => change(event, currentTarget.checked)}
              />
              {EVENT_WORDS[event]}
            </label>{' '}
            <span className="soft figures">{found.has(event) ? timesText(found.get(event)?.length ?? 0) : ''}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Places() {
  const { halts, lanesView } = useServices();
  const actions = useActions();
  const trace = useApp(selectTrace);
  const position = useApp((state) => state.position);
  const positions = useStore(halts, (state) => state.positions);
  const steps = useMemo(
    (): Steps => ({
      count: positions.length,
      at: (index) => positions[index] ?? 0,
      indexOf: (step) => countUpTo(positions, step, (each) => each) - 1,
    }),
    [positions],
  );
  return (
    <section className="story" aria-label="Where breakpoints hold">
      {positions.length === 0 ? (
        <p className="soft story-hint">
          <Termed text="The steps at which a breakpoint holds will be listed here, and marked on the timeline; playing stops at them." />
        </p>
      ) : (
        <StepList
          trace={trace}
          steps={steps}
          position={position}
          onSeek={(to) => {
            lanesView.follow();
            actions.seek(to);
          }}
        />
      )}
    </section>
  );
}

function lineText(text: string, line: number): string {
  return text.split('\n')[line - 1]?.trim() ?? '';
}

function countText({ isAsking, looked, positions, reached }: LineHalts): string {
  if (isAsking) return 'asking…';
  const held = timesText(positions.length);
  if (looked < reached) return `${held}, of the first ${looked} of ${reached}`;
  return positions.length === reached ? held : `${positions.length} of ${reached} times`;
}

function timesText(count: number): string {
  return count === 0 ? 'never' : count === 1 ? 'once' : `${count} times`;
}
