/** Words beside the picture: output, every step, the tasks, and why one waits. */
import { type KeyboardEvent, useRef } from 'react';
import { selectTrace, selectWorld } from '../store/selectors.ts';
import { TABS, type Tab } from './chrome.ts';
import { OutputTab } from './OutputTab.tsx';
import { StepsTab } from './StepsTab.tsx';
import { useActions, useApp, useChrome, useServices } from './services.ts';
import { TasksTab } from './TasksTab.tsx';
import { WhyTab } from './WhyTab.tsx';
import './bottom.css';

const WORDS: Readonly<Record<Tab, string>> = { output: 'Output', steps: 'Steps', tasks: 'Tasks', why: 'Why waiting?' };

export function BottomTabs() {
  const tab = useChrome((chrome) => chrome.tab);
  const { chrome } = useServices();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + direction + TABS.length) % TABS.length] ?? 'output';
    chrome.setState({ tab: next });
    list.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <section className="bottom" aria-label="In words">
      <div className="bottom-tabs" role="tablist" aria-label="In words" ref={list} onKeyDown={onKeyDown}>
        {TABS.map((one) => (
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
        <Panel tab={tab} />
      </div>
    </section>
  );
}

function Panel({ tab }: { readonly tab: Tab }) {
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
    case 'why':
      return <WhyTab world={world} selected={selected} onSelect={onSelect} />;
  }
}
