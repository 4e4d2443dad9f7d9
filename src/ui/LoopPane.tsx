/** What the event loop holds now, and which phase of its iteration it is in. */
import { useCallback, useRef } from 'react';
import { selectTrace, selectWorld } from '../store/selectors.ts';
import type { Trace } from '../trace/trace.ts';
import { type LoopPhase, loopOf, type World } from '../trace/world.ts';
import type { LoopPictureProps } from './LoopPicture.tsx';
import { MISSING, partOf, usePart } from './part.ts';
import { pickedBy, pickedKey } from './picked.ts';
import { useActions, useApp, useServices } from './services.ts';
import { useSize } from './size.ts';
import { Term, Termed } from './Term.tsx';
import './loop.css';

export const LOOP_PICTURE = partOf<LoopPictureProps>(async () => (await import('./LoopPicture.tsx')).LoopPicture);

interface LoopPaneProps {
  readonly trace: Trace;
  readonly world: World;
  /** Between two positions while it glides. */
  readonly shown: number;
  readonly selected: number;
}

const PHASES: readonly (readonly [phase: LoopPhase, word: string])[] = [
  ['timersDue', 'timers due'],
  ['pollIo', 'poll I/O'],
  ['runReady', 'run ready'],
];

export function LoopPane({ selected, shown, trace, world }: LoopPaneProps) {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const { select } = useActions();
  const onTask = useCallback((id: number) => select({ kind: 'task', id }), [select]);
  const { chrome, store } = useServices();
  const picked = useApp(({ selection }) => pickedKey(selection));
  const onPick = useCallback(
    (key: string) => {
      const state = store.getState();
      const found = pickedBy(key, selectWorld(state), selectTrace(state).codes);
      if (found === null) return;
      select(found.selection);
      const { site } = found;
      if (state.scenario.files.some(({ name }) => name === site?.file)) store.actions.showFile(site?.file ?? '');
      if (site !== null) chrome.setState({ site });
      // Whoever acts on the run goes on doing so.
      if (chrome.getState().tab !== 'whatif') chrome.setState({ tab: 'inspect' });
    },
    [chrome, select, store],
  );
  const picture = usePart(trace.length === 0 ? null : LOOP_PICTURE);
  const phaseOfRun = useApp((state) => state.run.phase);
  const loop = loopOf(world);
  return (
    <section className="loop" aria-labelledby="loop-title">
      <header className="pane-head">
        <h2 id="loop-title">Loop</h2>
        <span className="pane-note figures">
          {loop === undefined ? (
            'none yet'
          ) : loop.state === 'closed' ? (
            'closed'
          ) : (
            <>
              <Term name="iteration">iteration</Term> {loop.iteration.toLocaleString('en')}
            </>
          )}
        </span>
        <ol className="phases" aria-label="Phases of one iteration">
          {PHASES.map(([phase, word]) => (
            <li key={phase} aria-current={loop?.phase === phase ? 'step' : undefined}>
              <Termed text={word} />
            </li>
          ))}
        </ol>
      </header>
      <section
        className="loop-scroll"
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
        tabIndex={0}
        aria-label="What the loop holds"
        data-scroll2d=""
        translate="no"
      >
        {trace.length === 0 ? (
          <p className="empty">
            {phaseOfRun === 'rejected'
              ? 'Nothing ran, so there was no loop.'
              : 'No run yet. The ready queue, the timers and everything parked at an await will be here.'}
          </p>
        ) : picture.phase === 'missing' ? (
          <p className="empty">{MISSING}</p>
        ) : picture.phase === 'loaded' && width > 80 ? (
          <picture.Component
            trace={trace}
            shown={shown}
            width={width - 40}
            onTask={onTask}
            selected={selected}
            onPick={onPick}
            picked={picked}
          />
        ) : null}
      </section>
    </section>
  );
}
