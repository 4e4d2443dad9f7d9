/** Channels drawn at a position, or between two: one stop of the Tab key, inside of which the arrow keys go from thing to thing. */
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { livesOf } from '../trace/lives.ts';
import { eventAt, type Trace, worldAfter } from '../trace/trace.ts';
import type { QueueDrawing, QueueMark } from '../viz/queue-marks.ts';
import { queueDrawing } from '../viz/queues.ts';
import { tween } from '../viz/tween.ts';
import { EnvelopeTip } from './EnvelopeTip.tsx';
import { Lines, MarkView } from './QueueMarks.tsx';

export interface QueuePictureProps {
  readonly trace: Trace;
  /** Between two positions while it glides. */
  readonly shown: number;
  readonly width: number;
  readonly selectedEnvelope: number;
  readonly selectedProcess: number;
  readonly onEnvelope: (envelope: number) => void;
  readonly onProcess: (process: number) => void;
}

export function QueuePicture({ shown, trace, width, ...events }: QueuePictureProps) {
  const { selectedEnvelope, selectedProcess } = events;
  const box = useRef<HTMLDivElement>(null);
  const [kept, setKept] = useState('');
  const [pointed, setPointed] = useState('');
  const before = useDrawing(trace, Math.floor(shown), width, selectedEnvelope);
  const after = useDrawing(trace, Math.ceil(shown), width, selectedEnvelope);
  const drawing = tween(before, after, shown - Math.floor(shown));
  const wanted = [kept, `envelope ${selectedEnvelope}`, `process ${selectedProcess}`];
  const keys = after.marks.filter(isChoosable).map(({ key }) => key);
  const current = wanted.find((key) => keys.includes(key)) ?? keys[0] ?? '';
  const tipped = drawing.marks.find((mark) => mark.kind === 'token' && mark.key === pointed);
  const point = (target: EventTarget) => setPointed(tokenAt(target));
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape' && pointed !== '') {
      event.preventDefault();
      setPointed('');
      return;
    }
    const next = neighbourOf(box.current, event);
    if (next === null) return;
    event.preventDefault();
    setKept(next.dataset['key'] ?? '');
    next.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside have the focus; the arrow keys lead from one to the next.
    <div
      className="queue-picture"
      ref={box}
      style={{ width: drawing.width, height: drawing.height }}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        setKept(target.dataset['key'] ?? '');
        point(target);
      }}
      onBlur={() => setPointed('')}
      onPointerOver={({ target }) => point(target)}
      onPointerLeave={() => setPointed('')}
    >
      <Lines marks={drawing.marks} width={drawing.width} height={drawing.height} />
      {drawing.marks.map((mark) => (
        <MarkView key={mark.key} mark={mark} current={current} isAcking={trace.history.index.isAcking} {...events} />
      ))}
      {tipped?.kind === 'token' ? (
        <EnvelopeTip trace={trace} envelope={tipped.envelope} at={tipped} within={drawing} />
      ) : null}
    </div>
  );
}

function useDrawing(trace: Trace, position: number, width: number, selected: number): QueueDrawing {
  return useMemo(() => {
    const event = eventAt(trace, position - 1);
    return queueDrawing({ world: worldAfter(trace, position), event, lives: livesOf(trace), width, selected });
  }, [trace, position, width, selected]);
}

function isChoosable(mark: QueueMark): boolean {
  return mark.kind === 'box' || ((mark.kind === 'token' || mark.kind === 'task') && mark.envelope !== 0);
}

/** The key of the token; '' none. */
function tokenAt(target: EventTarget): string {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-envelope]') : null;
  return element?.dataset['key'] ?? '';
}

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest thing that way; a little aside counts more than far away. */
function neighbourOf(
  box: HTMLElement | null,
  { altKey, ctrlKey, key, metaKey, target }: KeyboardEvent,
): HTMLElement | null {
  const direction = DIRECTIONS[key];
  if (direction === undefined || altKey || ctrlKey || metaKey || !(target instanceof HTMLElement)) return null;
  const [dx, dy] = direction;
  const from = centreOf(target);
  const ranked = [...(box?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].flatMap((element) => {
    const to = centreOf(element);
    const [x, y] = [to.x - from.x, to.y - from.y];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    return along > 2 ? [{ element, far: along + 3 * aside }] : [];
  });
  return ranked.sort((a, b) => a.far - b.far)[0]?.element ?? null;
}

function centreOf(element: HTMLElement): {
  readonly x: number;
  readonly y: number;
} {
  const { height, left, top, width } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
