/** A row of tabs: one stop for the keyboard, arrows go from tab to tab, Home and End to the first and the last. */
import { type KeyboardEvent, useRef } from 'react';

interface TabListProps<Name extends string> {
  readonly label: string;
  readonly tabs: readonly Name[];
  readonly words: Readonly<Record<Name, string>>;
  readonly tab: Name;
  readonly onChoose: (tab: Name) => void;
  /** It is likely to be chosen soon. */
  readonly onAhead: (tab: Name) => void;
  /** Ids of tabs and their panel begin with it. */
  readonly id: string;
}

const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

export function TabList<Name extends string>(props: TabListProps<Name>) {
  const { id, label, onAhead, onChoose, tab, tabs, words } = props;
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = tabs[MOVES[event.key]?.(tabs.indexOf(tab), tabs.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <div className="tab-list" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {tabs.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`${id}-${one}`}
          className="tab"
          data-tab={one}
          aria-selected={one === tab}
          aria-controls={`${id}-panel`}
          tabIndex={one === tab ? 0 : -1}
          onClick={() => onChoose(one)}
          onPointerEnter={() => onAhead(one)}
        >
          {words[one]}
        </button>
      ))}
    </div>
  );
}
