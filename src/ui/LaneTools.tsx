/** Where there are many lanes: how they are folded, and a search over them. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { GROUPINGS, type Grouping } from '../trace/grouping.ts';
import type { Trace } from '../trace/trace.ts';
import { Icon } from './Icon.tsx';
import { clearSearch, hitWords, stepHit } from './lane-commands.ts';
import { useLaneScene } from './lane-scene.ts';
import { useServices } from './services.ts';
import './lane-tools.css';

const WORDS: Readonly<Record<Grouping, string>> = {
  none: 'each alone',
  function: 'by function',
  parent: 'by parent',
  state: 'by state',
};

export interface LaneToolsProps {
  readonly trace: Trace;
  readonly position: number;
  readonly selected: number;
}

export function LaneTools({ position, selected, trace }: LaneToolsProps) {
  const { laneWishes } = useServices();
  const scene = useLaneScene(trace, position, selected);
  const { open, pins } = useStore(laneWishes);
  const { grouping, hasLibrary, isLibraryFolded, lanes, lines } = scene;
  const isOpenAny = lines.some((line) => line.kind === 'group' && line.isOpen);
  const groups = lines.filter(({ kind }) => kind === 'group').length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a line everywhere.
    <div className="lane-tools" role="group" aria-label="Many lanes">
      <span className="lane-count figures">
        {`${lanes.length.toLocaleString('en')} lanes`}
        {groups === 0 ? '' : ` in ${lines.length.toLocaleString('en')} lines`}
      </span>
      <select
        aria-label="Fold lanes"
        title="Which lanes are one line together"
        value={grouping}
        onChange={(event) => {
          const chosen = GROUPINGS.find((one) => one === event.currentTarget.value) ?? null;
          laneWishes.setState({ grouping: chosen, open: new Set() });
        }}
      >
        {GROUPINGS.map((one) => (
          <option key={one} value={one}>
            {WORDS[one]}
          </option>
        ))}
      </select>
      {hasLibrary ? (
        <label className="lane-check">
          <input
            type="checkbox"
            checked={isLibraryFolded}
            onChange={(event) => laneWishes.setState({ isLibraryFolded: event.currentTarget.checked })}
          />
          libraries folded
        </label>
      ) : null}
      {open.size > 0 && isOpenAny ? (
        <button type="button" className="plain" onClick={() => laneWishes.setState({ open: new Set() })}>
          close all
        </button>
      ) : null}
      {pins.length > 0 ? (
        <button type="button" className="plain" onClick={() => laneWishes.setState({ pins: [] })}>
          {`unpin ${pins.length === 1 ? 'it' : `all ${pins.length}`}`}
        </button>
      ) : null}
      <Search hits={scene.hits} selected={selected} />
    </div>
  );
}

function Search({ hits, selected }: { readonly hits: readonly number[]; readonly selected: number }) {
  const services = useServices();
  const { laneWishes } = services;
  const { isFiltered, query, searchWishes } = useStore(laneWishes);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (searchWishes > 0) input.current?.select();
  }, [searchWishes]);
  const isAsked = query.trim() !== '';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      event.stopPropagation();
      clearSearch(services);
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    stepHit(services, event.shiftKey ? 'previous' : 'next');
  };
  return (
    <search className="lane-search" aria-label="Lanes">
      <input
        ref={input}
        type="text"
        value={query}
        placeholder="name, state, file:line"
        aria-label="Find lanes"
        title="Find lanes by name, state or file:line (/); Enter leads to the next"
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => laneWishes.setState({ query: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <span className="lane-hits figures" data-none={isAsked && hits.length === 0}>
        {isAsked ? hitWords(hits, selected) : ''}
      </span>
      {(['previous', 'next'] as const).map((way) => (
        <button
          key={way}
          type="button"
          className="plain icon-button"
          aria-label={way === 'next' ? 'Next lane found' : 'Previous lane found'}
          title={way === 'next' ? 'Next lane found (H)' : 'Previous lane found (Shift+H)'}
          disabled={hits.length === 0}
          onClick={() => stepHit(services, way)}
        >
          <Icon name={way === 'next' ? 'down' : 'up'} size={12} />
        </button>
      ))}
      <label className="lane-check">
        <input
          type="checkbox"
          checked={isFiltered}
          onChange={(event) => laneWishes.setState({ isFiltered: event.currentTarget.checked })}
        />
        only these
      </label>
    </search>
  );
}
