/** The timeline as a slider: click, drag or keys move the playhead; ticks say where something special happened. */
import { memo, type PointerEvent, useRef } from 'react';
import type { StateName } from '../viz/states.ts';
import './slider.css';

export interface SliderMark {
  /** 0 to 1. */
  readonly at: number;
  readonly state: StateName | 'intervention' | 'breakpoint';
}

interface SliderProps {
  readonly position: number;
  readonly count: number;
  /** Said instead of the number. */
  readonly valueText: string;
  readonly marks: readonly SliderMark[];
  readonly onSeek: (position: number) => void;
}

export function Slider({ count, marks, onSeek, position, valueText }: SliderProps) {
  const track = useRef<HTMLDivElement>(null);
  const seekTo = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    onSeek(Math.round(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * count));
  };
  const share = count === 0 ? 0 : position / count;
  return (
    <div
      className="slider"
      role="slider"
      tabIndex={0}
      aria-label="Playhead"
      aria-valuemin={0}
      aria-valuemax={count}
      aria-valuenow={position}
      aria-valuetext={valueText}
      data-timeline=""
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        seekTo(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event);
      }}
      onKeyDown={(event) => {
        const to = keyTarget(event.key, position, count);
        if (to === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        onSeek(Math.min(count, Math.max(0, to)));
      }}
    >
      <div className="slider-track" ref={track}>
        <Marks marks={marks} />
        <div className="slider-past" style={{ width: `${share * 100}%` }} />
        <div className="slider-knob" style={{ left: `${share * 100}%` }} />
      </div>
    </div>
  );
}

const Marks = memo(function Marks({ marks }: { readonly marks: readonly SliderMark[] }) {
  return marks.map(({ at, state }) => (
    <i key={`${at} ${state}`} className="slider-mark" data-state={state} style={{ left: `${at * 100}%` }} />
  ));
});

/** The keys of every slider, whatever the reader has set up for single-key shortcuts. */
function keyTarget(key: string, position: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return position + 1;
    case 'ArrowLeft':
    case 'ArrowDown':
      return position - 1;
    case 'PageUp':
      return position + 10;
    case 'PageDown':
      return position - 10;
    case 'Home':
      return 0;
    case 'End':
      return count;
    default:
      return null;
  }
}
