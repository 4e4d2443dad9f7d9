/** Words beside the picture: output, every step, the tasks, why one waits, and what is wrong with the program. */
import { type FunctionComponent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { GalleryEntry } from '../scenario/gallery/entry.ts';
import { labSettingOf } from '../scenario/lab/setting.ts';
import { selectIsHiding, selectTrace, selectWorld } from '../store/selectors.ts';
import type { Hazard } from '../trace/hazards.ts';
import { hazardsOf } from '../trace/history.ts';
import { AboutTab } from './AboutTab.tsx';
import { TAB_WORDS, TABS, type Tab } from './chrome.ts';
import type { HazardsTabProps } from './HazardsTab.tsx';
import { OutputTab } from './OutputTab.tsx';
import { WIDE } from './panes.ts';
import { MISSING, type Part, type PartState, partOf, usePart } from './part.ts';
import { Splitter } from './Splitter.tsx';
import type { StepsTabProps } from './StepsTab.tsx';
import { useActions, useApp, useChrome, useMedia, useServices, useSession } from './services.ts';
import type { TasksTabProps } from './TasksTab.tsx';
import type { WhyTabProps } from './WhyTab.tsx';
import type { WiresTabProps } from './WiresTab.tsx';
import './bottom.css';

const EXERCISE: Part<object> = partOf(async () => (await import('./ExerciseTab.tsx')).ExerciseTab);
const LAB: Part<object> = partOf(async () => (await import('./LabTab.tsx')).LabTab);
const STEPS: Part<StepsTabProps> = partOf(async () => (await import('./StepsTab.tsx')).StepsTab);
const TASKS: Part<TasksTabProps> = partOf(async () => (await import('./TasksTab.tsx')).TasksTab);
const INSPECT: Part<object> = partOf(async () => (await import('./InspectTab.tsx')).InspectTab);
const BREAKPOINTS: Part<object> = partOf(async () => (await import('./BreakpointsTab.tsx')).BreakpointsTab);
const WHY: Part<WhyTabProps> = partOf(async () => (await import('./WhyTab.tsx')).WhyTab);
const WHAT_IF: Part<object> = partOf(async () => (await import('./WhatIfTab.tsx')).WhatIfTab);
const WIRES: Part<WiresTabProps> = partOf(async () => (await import('./WiresPane.tsx')).WiresPane);
const HAZARDS: Part<HazardsTabProps> = partOf(async () => (await import('./HazardsTab.tsx')).HazardsTab);
const ORDERS: Part<object> = partOf(async () => (await import('./OrdersTab.tsx')).OrdersTab);
const PARTS: Readonly<Partial<Record<Tab, { readonly ahead: () => void }>>> = {
  ...{
    exercise: EXERCISE,
    lab: LAB,
    steps: STEPS,
    tasks: TASKS,
    inspect: INSPECT,
    breakpoints: BREAKPOINTS,
    why: WHY,
    whatif: WHAT_IF,
    wires: WIRES,
    hazards: HAZARDS,
    orders: ORDERS,
  },
};

/** These tell what comes, or who will bring it about. */
const TELLING: ReadonlySet<Tab> = new Set(['lab', 'why', 'whatif', 'orders']);

export function BottomTabs() {
  const chosen = useChrome((chrome) => chrome.tab);
  const origin = useSession((session) => session.origin);
  const isHiding = useApp(selectIsHiding);
  // What the gallery says of a scenario is what a learner is to find out.
  const entry = origin.kind === 'gallery' && !isHiding ? origin.entry : null;
  const hasNetwork = useApp((state) => {
    const { brokers, connections, processes } = selectTrace(state).history.index;
    return state.scenario.settings.network !== undefined || brokers + connections + processes > 0;
  });
  const hasBrokers = useApp((state) => selectTrace(state).history.index.brokers > 0);
  const isLab = useApp(({ scenario }) => labSettingOf(scenario) !== null);
  const isExercise = useApp(({ scenario }) => scenario.exercise !== undefined);
  const isWide = useMedia(WIDE);
  const tabs = TABS.filter(
    (one) =>
      (one !== 'exercise' || isExercise) &&
      (one !== 'about' || entry !== null) &&
      (one !== 'wires' || hasNetwork) &&
      (one !== 'lab' || isLab) &&
      !(isHiding && TELLING.has(one)),
  );
  const wanted = chosen ?? (isExercise ? 'exercise' : isLab ? 'lab' : hasBrokers && isWide ? 'wires' : 'output');
  const tab = tabs.includes(wanted) ? wanted : 'output';
  const { chrome } = useServices();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(tab) + direction + tabs.length) % tabs.length] ?? 'output';
    chrome.setState({ tab: next });
    list.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <section
      className="bottom"
      aria-label="In words"
      data-tab={tab}
      data-tall={tab === 'exercise' || tab === 'lab' || (hasBrokers && tab === 'wires')}
    >
      <Splitter pane="bottom" label="Size of the words" />
      <div className="bottom-tabs" role="tablist" aria-label="In words" ref={list} onKeyDown={onKeyDown}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`tab-${one}`}
            className="tab"
            data-tab={one}
            aria-selected={one === tab}
            aria-controls="bottom-panel"
            tabIndex={one === tab ? 0 : -1}
            onClick={() => chrome.setState({ tab: one })}
            onPointerEnter={PARTS[one]?.ahead}
          >
            {TAB_WORDS[one]}
            {one === 'hazards' ? <HazardCount /> : null}
          </button>
        ))}
      </div>
      <div className="bottom-panel" id="bottom-panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        <Panel tab={tab} entry={entry} />
      </div>
    </section>
  );
}

function HazardCount() {
  const count = useApp((state) => hazardsOf(selectTrace(state).history).length);
  return count === 0 ? null : (
    <>
      {' '}
      <span className="tab-count">{count}</span>
    </>
  );
}

function Panel({ entry, tab }: { readonly tab: Tab; readonly entry: GalleryEntry | null }) {
  const trace = useApp(selectTrace);
  const world = useApp(selectWorld);
  const position = useApp((state) => state.position);
  const selected = useApp(({ selection }) => (selection.kind === 'task' ? selection.id : 0));
  const actions = useActions();
  const onSelect = (id: number) => actions.select({ kind: 'task', id });
  const exercise = usePart(tab === 'exercise' ? EXERCISE : null);
  const lab = usePart(tab === 'lab' ? LAB : null);
  const steps = usePart(tab === 'steps' ? STEPS : null);
  const tasks = usePart(tab === 'tasks' ? TASKS : null);
  const inspect = usePart(tab === 'inspect' ? INSPECT : null);
  const breakpoints = usePart(tab === 'breakpoints' ? BREAKPOINTS : null);
  const why = usePart(tab === 'why' ? WHY : null);
  const whatIf = usePart(tab === 'whatif' ? WHAT_IF : null);
  const wires = usePart(tab === 'wires' ? WIRES : null);
  const hazards = usePart(tab === 'hazards' ? HAZARDS : null);
  const orders = usePart(tab === 'orders' ? ORDERS : null);
  const { lanesView } = useServices();
  const onShow = ({ code, position: at }: Hazard) => {
    lanesView.follow();
    actions.seek(at);
    const file = trace.codes[code]?.file;
    if (file !== undefined) actions.showFile(file);
  };
  switch (tab) {
    case 'output':
      return <OutputTab world={world} entry={entry} />;
    case 'exercise':
      return shown(exercise, (Exercise) => <Exercise />);
    case 'lab':
      return shown(lab, (Lab) => <Lab />);
    case 'steps':
      return shown(steps, (Steps) => <Steps trace={trace} position={position} onSeek={actions.seek} />);
    case 'tasks':
      return shown(tasks, (Tasks) => (
        <Tasks world={world} codes={trace.codes} selected={selected} onSelect={onSelect} />
      ));
    case 'about':
      return entry === null ? null : <AboutTab entry={entry} />;
    case 'hazards':
      return shown(hazards, (Hazards) => <Hazards trace={trace} position={position} onShow={onShow} />);
    case 'orders':
      return shown(orders, (Orders) => <Orders />);
    case 'wires':
      return shown(wires, (Wires) => <Wires world={world} selected={selected} onSelect={onSelect} />);
    case 'inspect':
      return shown(inspect, (Inspect) => <Inspect />);
    case 'breakpoints':
      return shown(breakpoints, (Breakpoints) => <Breakpoints />);
    case 'whatif':
      return shown(whatIf, (WhatIf) => <WhatIf />);
    case 'why':
      return shown(why, (Why) => <Why world={world} selected={selected} onSelect={onSelect} />);
  }
}

function shown<Props>(part: PartState<Props>, draw: (Component: FunctionComponent<Props>) => ReactNode): ReactNode {
  if (part.phase === 'loaded') return draw(part.Component);
  return part.phase === 'missing' ? <p className="empty">{MISSING}</p> : null;
}
