/** What the event loop holds now, and which phase of its iteration it is in. */
import { useCallback, useMemo, useRef } from 'react';
import { eventAt, type Trace, worldAfter } from '../trace/trace.ts';
import { type LoopPhase, loopOf, type World } from '../trace/world.ts';
import { changedBy } from '../viz/focus.ts';
import { loopDrawing } from '../viz/loop.ts';
import { tween } from '../viz/tween.ts';
import { DrawingView } from './DrawingView.tsx';
import { useActions } from './services.ts';
import { useSize } from './size.ts';
import './loop.css';

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
  const before = useDrawing(trace, Math.floor(shown), width - 40);
  const after = useDrawing(trace, Math.ceil(shown), width - 40);
  const drawing = tween(before, after, shown - Math.floor(shown));
  const loop = loopOf(world);
  return (
    <section className="loop" aria-labelledby="loop-title">
      <header className="pane-head">
        <h2 id="loop-title">Loop</h2>
        <span className="pane-note figures">
          {loop === undefined ? 'none yet' : loop.state === 'closed' ? 'closed' : `iteration ${loop.iteration}`}
        </span>
        <ol className="phases" aria-label="Phases of one iteration">
          {PHASES.map(([phase, word]) => (
            <li key={phase} aria-current={loop?.phase === phase ? 'step' : undefined}>
              {word}
            </li>
          ))}
        </ol>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it. */}
      <section className="loop-scroll" ref={box} tabIndex={0} aria-label="What the loop holds" data-scroll2d="">
        {trace.length === 0 ? (
          <p className="empty">
            No run yet. The ready queue, the timers and everything parked at an await will be here.
          </p>
        ) : width > 80 ? (
          <DrawingView drawing={drawing} onTask={onTask} selected={selected} />
        ) : null}
      </section>
    </section>
  );
}

function useDrawing(trace: Trace, position: number, width: number) {
  return useMemo(() => {
    const world = worldAfter(trace, position);
    return loopDrawing({ world, codes: trace.codes, width, changed: changedBy(eventAt(trace, position - 1)) });
  }, [trace, position, width]);
}
