/** Words beside the picture: output, every step, the tasks, and why one waits. */
import { type KeyboardEvent, useRef } from 'react';
import type { GalleryEntry } from '../scenario/gallery/entry.ts';
import { selectTrace, selectWorld } from '../store/selectors.ts';
import { AboutTab } from './AboutTab.tsx';
import { TABS, type Tab } from './chrome.ts';
import { OutputTab } from './OutputTab.tsx';
import { StepsTab } from './StepsTab.tsx';
import { useActions, useApp, useChrome, useServices, useSession } from './services.ts';
import { TasksTab } from './TasksTab.tsx';
import { WhyTab } from './WhyTab.tsx';
import './bottom.css';

const WORDS: Readonly<Record<Tab, string>> = {
  output: 'Output',
  steps: 'Steps',
  tasks: 'Tasks',
  why: 'Why waiting?',
  about: 'About',
};

export function BottomTabs() {
  const chosen = useChrome((chrome) => chrome.tab);
  const origin = useSession((session) => session.origin);
  const entry = origin.kind === 'gallery' ? origin.entry : null;
  const tabs = TABS.filter((one) => one !== 'about' || entry !== null);
  const tab = tabs.includes(chosen) ? chosen : 'output';
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
    <section className="bottom" aria-label="In words">
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
          >
            {WORDS[one]}
          </button>
        ))}
      </div>
      <div className="bottom-panel" id="bottom-panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        <Panel tab={tab} entry={entry} />
      </div>
    </section>
  );
}

function Panel({ entry, tab }: { readonly tab: Tab; readonly entry: GalleryEntry | null }) {
  const trace = useApp(selectTrace);
  const world = useApp(selectWorld);
  const position = useApp((state) => state.position);
  const selected = useApp(({ selection }) => (selection.kind === 'task' ? selection.id : 0));
  const actions = useActions();
  const onSelect = (id: number) => actions.select({ kind: 'task', id });
  switch (tab) {
    case 'output':
      return <OutputTab world={world} />;
    case 'steps':
      return <StepsTab trace={trace} position={position} onSeek={actions.seek} />;
    case 'tasks':
      return <TasksTab world={world} codes={trace.codes} selected={selected} onSelect={onSelect} />;
    case 'about':
      return entry === null ? null : <AboutTab entry={entry} />;
    case 'why':
      return <WhyTab world={world} selected={selected} onSelect={onSelect} />;
  }
}
